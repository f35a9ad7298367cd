import { type Answer, assertNever, type Block, type Sentence } from '../../../src/index.ts';
import { choicesOf } from '../choices.ts';
import { betterText, renderChart } from './chart.ts';
import { diagramText, renderDiagram } from './diagram.ts';
import { createPaint, type Footnotes, type Span, spansOf } from './spans.ts';
import { renderTable } from './table.ts';
import { visible, visibleLines } from './visible.ts';
import { widthOf } from './width.ts';
import { type Layout, wrap } from './wrap.ts';

export type RenderOptions = {
  /** Columns per line; `Infinity` leaves lines unbroken. */
  readonly width: number;
  readonly color: boolean;
  /** Charts as bars and diagrams as boxes; else both in words, for what is read by programs and aloud. */
  readonly pictures: boolean;
};

type Look = Layout & { readonly pictures: boolean; readonly footnotes: Footnotes };

/**
 * Answer → text, without a line end at its end. The headline comes first, then the blocks in their order,
 * the sources and what can be chosen last. Nothing in it can steer a terminal but our own colours.
 */
export const render = (answer: Answer, options: RenderOptions): string => {
  const look: Look = {
    width: options.width,
    pictures: options.pictures,
    paint: createPaint(options.color),
    footnotes: footnotesOf(answer),
  };
  return [
    wrap(spansOf([answer.headline], look.footnotes), look),
    ...inOrder(answer).map((block) => renderBlock(block, look)),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
};

/** Choices stand last, next to the prompt at which their number is typed, and are numbered through. */
const inOrder = (answer: Answer): readonly Block[] => {
  const choices = choicesOf(answer);
  return [
    ...answer.blocks.filter(({ kind }) => kind !== 'choices' && kind !== 'sources'),
    ...answer.blocks.filter(({ kind }) => kind === 'sources'),
    ...(choices.length > 0 ? [{ kind: 'choices', choices } as const] : []),
  ];
};

const footnotesOf = (answer: Answer): Footnotes =>
  new Map(
    answer.blocks
      .flatMap((block) => (block.kind === 'sources' ? block.sources : []))
      .map(({ id }, index) => [id, index + 1]),
  );

const renderBlock = (block: Block, look: Look): readonly string[] => {
  const title = (sentence: Sentence, after = ''): readonly string[] => {
    const spans = bold(spansOf([sentence], look.footnotes));
    return wrap(after ? [...spans, { text: ` (${after})`, style: 'dim' }] : spans, look);
  };
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
        ...(look.pictures ? renderChart(block, look) : barTexts(block)),
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
      return block.sources.flatMap(({ label, title: name, date }, index) =>
        wrap(
          [{ text: visible(`${label}: ${name.endsWith(date) ? name : `${name}, ${date}`}`), style: 'dim' }],
          look,
          `[${index + 1}] `,
        ),
      );
    case 'choices':
      return renderChoices(block, look);
    default:
      return assertNever(block);
  }
};

const bold = (spans: readonly Span[]): readonly Span[] =>
  spans.map((span) => ({ ...span, style: span.style ?? 'bold' }));

const listItems = (block: Extract<Block, { kind: 'list' }>, look: Look): readonly string[] =>
  block.items.flatMap(({ label, sentences }, index) => {
    const lead: readonly Span[] = label ? [{ text: visible(label), style: 'bold' }, { text: ': ' }] : [];
    return wrap(
      [...lead, ...spansOf(sentences, look.footnotes)],
      look,
      block.ordered ? `${index + 1}. ` : '- ',
    );
  });

const barTexts = (block: Extract<Block, { kind: 'chart' }>): readonly string[] =>
  block.bars.map(({ label, text }) => `- ${visible(label)}: ${visible(text)}`);

/** Code is never wrapped: a broken line is another program. */
const codeLines = (text: string, look: Look): readonly string[] =>
  visibleLines(text)
    .split('\n')
    .map((line) => look.paint(`    ${line}`.trimEnd(), 'green'));

const renderChoices = (block: Extract<Block, { kind: 'choices' }>, look: Look): readonly string[] => {
  const labels = block.choices.map(({ label }, index) => `(${index + 1}) ${visible(label)}`);
  const oneLine = labels.join('  ');
  if (widthOf(oneLine) <= look.width && widthOf(oneLine) <= 72) return [look.paint(oneLine, 'cyan')];
  return labels.flatMap((text) => wrap([{ text, style: 'cyan' }], look));
};
