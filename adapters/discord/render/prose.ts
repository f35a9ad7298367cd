import type { Sentence } from '../../../src/index.ts';
import type { ReadBlock } from '../../shared/choices.ts';
import { heading, inline, type MarkdownLook, renderMarkdown } from '../../shared/markdown.ts';
import { splitMarkdown } from '../../shared/split.ts';
import type { Footnotes } from '../../shared/text/spans.ts';
import { separator, text } from '../components.ts';
import { escapeForMarkdown } from '../escape.ts';
import type { Part } from './pack.ts';

/** Characters of prose that stay together; half a message, so that little room is left empty. */
const longest = 2_000;

export type Prose = {
  block(block: ReadBlock): readonly Part[];
  sentences(...sentences: readonly Sentence[]): readonly Part[];
  /** A title as Markdown, for what it stands above. */
  title(title: Sentence, remark?: string): string;
};

/** What is read as running text. */
export const createProse = (footnotes: Footnotes): Prose => {
  const look: MarkdownLook = { footnotes, escape: escapeForMarkdown, columns: Number.POSITIVE_INFINITY };
  return {
    block: (block) => markdownParts(renderMarkdown(block, look)),
    sentences: (...sentences) => markdownParts(inline(sentences, look)),
    title: (title, remark) => heading(title, look, remark),
  };
};

/** Markdown, escaped already, in parts. */
export const markdownParts = (markdown: string): readonly Part[] =>
  splitMarkdown(markdown, longest).map((part) => ({ components: [text(part)] }));

/** Lines of people's words in small grey letters below a line. */
export const smallParts = (lines: readonly string[]): readonly Part[] =>
  splitMarkdown(lines.map(escapeForMarkdown).join('\n'), longest - lines.length * smallMark.length)
    .map(small)
    .map((content, index) => ({ components: [...(index === 0 ? [separator()] : []), text(content)] }));

const smallMark = '-# ';

/** Markdown → the same in small letters, line by line. */
export const small = (markdown: string): string =>
  markdown
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => smallMark + line)
    .join('\n');
