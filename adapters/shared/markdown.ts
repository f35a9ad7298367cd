import { assertNever, type Sentence } from '../../src/index.ts';
import type { ReadBlock } from './choices.ts';
import { betterText, renderChart } from './text/chart.ts';
import { renderDiagram } from './text/diagram.ts';
import { sourceTexts } from './text/sources.ts';
import { asIs, type Footnotes, type Span, spansOf, titleSpans } from './text/spans.ts';
import { renderTable } from './text/table.ts';
import { visible, visibleLines } from './text/visible.ts';

export type MarkdownLook = {
  readonly footnotes: Footnotes;
  /** Text → Markdown that shows it as it is: `escapeMarkdown`, then what the platform reads beside Markdown. */
  readonly escape: (text: string) => string;
  /** Columns of a drawing in a code block; what is wider is told in words. */
  readonly columns: number;
};

/**
 * Block → standard Markdown. Only our own marks format: all text is taken as somebody's words.
 * A platform that shows a kind of block natively does not ask for it here.
 */
export const renderMarkdown = (block: ReadBlock, look: MarkdownLook): string => {
  const layout = { width: look.columns, paint: asIs };
  switch (block.kind) {
    case 'paragraph':
      return inline(block.sentences, look);
    case 'list':
      return lines(block.title && heading(block.title, look), ...listItems(block, look));
    case 'table':
      return lines(heading(block.title, look), fenced(renderTable(block, layout).join('\n')));
    case 'chart':
      return lines(
        heading(block.title, look, betterText(block)),
        fenced(renderChart(block, layout).join('\n')),
      );
    case 'code':
      return lines(heading(block.title, look), fenced(block.text, block.language));
    case 'diagram':
      return lines(heading(block.title, look), fenced(renderDiagram(block, layout).join('\n')));
    case 'understood':
      return inline([block.sentence], look);
    case 'sources':
      return lines(...sourceTexts(block).map(({ note, text }) => `${note} ${look.escape(text)}`));
    default:
      return assertNever(block);
  }
};

/** Sentences on one line, `*…*` in bold, footnotes after them. */
export const inline = (sentences: readonly Sentence[], look: MarkdownLook): string =>
  toMarkdown(spansOf(sentences, look.footnotes), look);

/** A title in bold; headings proper are too loud for a message. */
export const heading = (title: Sentence, look: MarkdownLook, remark = ''): string =>
  toMarkdown(titleSpans(title, look.footnotes, remark), look);

/**
 * A code block that cannot be left from inside. Some platforms end it at the first three backticks,
 * however long its fence is; so runs of them are broken by an invisible character.
 */
export const fenced = (text: string, language = ''): string => {
  const code = visibleLines(text).replace(/`(?=``)/g, '`\u200b');
  return `\`\`\`${language.replace(/[^\w+#-]/g, '').slice(0, 20)}\n${code}\n\`\`\``;
};

const lines = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n');

const listItems = (block: Extract<ReadBlock, { kind: 'list' }>, look: MarkdownLook): readonly string[] =>
  block.items.map(({ label, sentences }, index) => {
    const lead = visible(label ?? '');
    const spans: readonly Span[] = lead ? [{ text: lead, style: 'bold' }, { text: ': ' }] : [];
    return `${block.ordered ? `${index + 1}.` : '-'} ${toMarkdown([...spans, ...spansOf(sentences, look.footnotes)], look)}`;
  });

/** Neighbours of one style are taken as one span: `**a****b**` is not bold throughout. */
const toMarkdown = (spans: readonly Span[], look: MarkdownLook): string => {
  let markdown = '';
  let text = '';
  let style: Span['style'];
  for (const span of spans) {
    if (span.style !== style) {
      markdown += styled(text, style, look);
      text = '';
    }
    text += span.text;
    style = span.style;
  }
  return markdown + styled(text, style, look);
};

const styled = (text: string, style: Span['style'], look: MarkdownLook): string => {
  if (style === 'dim') return text;
  if (style !== 'bold') return look.escape(text);
  // Stars next to a space would be stars.
  const inner = text.trim();
  if (inner === '') return text;
  const start = text.indexOf(inner);
  return `${text.slice(0, start)}**${look.escape(inner)}**${text.slice(start + inner.length)}`;
};
