import type { ReadBlock } from '../../shared/choices.ts';
import { heading, inline, type MarkdownLook, renderMarkdown } from '../../shared/markdown.ts';
import { splitMarkdown, splitText } from '../../shared/split.ts';
import type { Footnotes } from '../../shared/text/spans.ts';
import { contextBlock, markdownBlock } from '../blocks.ts';
import { escapeForMarkdown, escapeText, withoutMarks } from '../escape.ts';
import type { Part } from './pack.ts';

/** Characters of prose that stay together; with a table at its own limit they still fit one message. */
const longest = 2_000;

export type Prose = {
  block(block: ReadBlock): readonly Part[];
  sentences: (...sentences: Parameters<typeof inline>[0]) => readonly Part[];
  /** A title and what it stands above, together. */
  titled(title: Parameters<typeof heading>[0], below: readonly Part[], remark?: string): readonly Part[];
};

/** What is read as running text, as Slack's `markdown` blocks. */
export const createProse = (footnotes: Footnotes): Prose => {
  const look: MarkdownLook = { footnotes, escape: escapeForMarkdown, columns: Number.POSITIVE_INFINITY };
  return {
    block: (block) => markdownParts(renderMarkdown(block, look)),
    sentences: (...sentences) => markdownParts(inline(sentences, look)),
    titled(title, [first, ...rest], remark) {
      const parts = markdownParts(heading(title, look, remark));
      const last = parts.at(-1);
      if (!first || !last) return [...parts, ...(first ? [first] : []), ...rest];
      const joined: Part = {
        blocks: [...last.blocks, ...first.blocks],
        text: [last.text, first.text].filter((text) => text !== '').join('\n'),
        ...(first.files && { files: first.files }),
      };
      return [...parts.slice(0, -1), joined, ...rest];
    },
  };
};

/** Markdown, escaped already, in parts. */
export const markdownParts = (markdown: string): readonly Part[] =>
  splitMarkdown(markdown, longest).map((part) => ({
    blocks: [markdownBlock(part)],
    text: withoutMarks(part),
  }));

/** Lines of people's words in small grey letters, in parts. */
export const smallParts = (lines: readonly string[]): readonly Part[] =>
  splitText(lines.map(escapeText).join('\n'), longest).map((text) => ({
    blocks: [contextBlock(text)],
    text,
  }));
