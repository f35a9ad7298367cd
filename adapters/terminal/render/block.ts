import { assertNever, type Block, type Sentence } from '../../../src/index.ts';
import type { ReadBlock } from '../../shared/choices.ts';
import { barTexts, betterText, renderChart } from '../../shared/text/chart.ts';
import { diagramText, renderDiagram } from '../../shared/text/diagram.ts';
import { sourceTexts } from '../../shared/text/sources.ts';
import { type Footnotes, type Span, spansOf, titleSpans } from '../../shared/text/spans.ts';
import { renderTable } from '../../shared/text/table.ts';
import { visible, visibleLines } from '../../shared/text/visible.ts';
import { type Layout, wrap } from '../../shared/text/wrap.ts';

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

export type Look = Layout & {
  /** Charts as bars and diagrams as boxes; else both in words, for what is read by programs and aloud. */
  readonly pictures: boolean;
  readonly footnotes: Footnotes;
};

/** Block → lines of text without markup, in columns of one width. */
export const renderBlock = (block: ReadBlock, look: Look): readonly string[] => {
  const title = (sentence: Sentence, remark = ''): readonly string[] =>
    wrap(titleSpans(sentence, look.footnotes, remark), look);
  switch (block.kind) {
    case 'paragraph':
      return wrap(spansOf(block.sentences, look.footnotes), look);
    case 'list':
      return [...(block.title ? title(block.title) : []), ...listItems(block, look)];
    case 'table':
      return [...title(block.title), ...renderTable(block, look)];
    case 'chart':
      return [
        ...title(block.title, betterText(block)),
        ...(look.pictures ? renderChart(block, look) : barTexts(block).map((text) => `- ${text}`)),
      ];
    case 'code':
      return [...title(block.title), ...codeLines(block.text, look)];
    case 'diagram':
      return [...title(block.title), ...(look.pictures ? renderDiagram(block, look) : [diagramText(block)])];
    case 'understood':
      return wrap(
        spansOf([block.sentence], look.footnotes).map((span) => ({ ...span, style: 'dim' })),
        look,
      );
    case 'sources':
      return sourceTexts(block).flatMap(({ note, text }) => wrap([{ text, style: 'dim' }], look, `${note} `));
    default:
      return assertNever(block);
  }
};

const listItems = (block: Of<'list'>, look: Look): readonly string[] =>
  block.items.flatMap(({ label, sentences }, index) => {
    const lead: readonly Span[] = label ? [{ text: visible(label), style: 'bold' }, { text: ': ' }] : [];
    return wrap(
      [...lead, ...spansOf(sentences, look.footnotes)],
      look,
      block.ordered ? `${index + 1}. ` : '- ',
    );
  });

/** Code is never wrapped: a broken line is another program. */
const codeLines = (text: string, look: Look): readonly string[] =>
  visibleLines(text)
    .split('\n')
    .map((line) => look.paint(`    ${line}`.trimEnd(), 'green'));
