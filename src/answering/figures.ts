import { type Bar, type Block, type Cell, sentence } from '../domain/answer.ts';
import type { Amount, FigureCard, FigureSet } from '../domain/knowledge.ts';

// Made once: setting up a format costs more than using it.
const format = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const grouped = (value: number): string => format.format(value);

/** An amount as people write it: "50,000", "~50,000", "20-40", "2,500,000+". */
export const amountText = (amount: Amount): string => {
  if ('value' in amount) return `${amount.about ? '~' : ''}${grouped(amount.value)}`;
  if ('atLeast' in amount) return `${grouped(amount.atLeast)}+`;
  return `${grouped(amount.from)}-${grouped(amount.to)}`;
};

/** Years are names, not quantities: "2009", never "2,009". */
const withUnit = (amount: Amount, unit: string): string => {
  if (unit === 'year') return amountText(amount).replaceAll(',', '');
  return unit === '%' ? `${amountText(amount)}%` : `${amountText(amount)} ${unit}`;
};

/**
 * The figures of one card. One set makes a bar chart, several sets that share their subjects make one
 * table with a column each; sets that share nothing make a table with a row per figure. Figures of
 * different sets never share a chart.
 */
export const figureBlocks = (card: FigureCard): readonly Block[] => {
  const [first] = card.sets;
  if (card.sets.length === 1 && first) {
    // A year has no length: what is said of it is all there is to show.
    return first.figures.length > 1 && first.unit !== 'year' ? [chart(card, first)] : [];
  }
  const subjects = [...new Set(card.sets.flatMap((set) => set.figures.map((figure) => figure.label)))];
  const filled = card.sets.reduce((count, set) => count + set.figures.length, 0);
  const mostlyShared = filled * 2 > subjects.length * card.sets.length;
  return [mostlyShared ? sharedTable(card, subjects) : listTable(card)];
};

const origin = (card: FigureCard) => [{ kind: 'figures', id: card.id }] as const;

const chart = (card: FigureCard, set: FigureSet): Block => ({
  kind: 'chart',
  title: sentence(set.title, origin(card), card.sources),
  unit: set.unit,
  better: set.better,
  bars: set.figures.map(
    (figure): Bar => ({
      label: figure.label,
      ...(figure.option === undefined ? {} : { option: figure.option }),
      ...('from' in figure.amount ? { from: figure.amount.from } : {}),
      value: upperEnd(figure.amount),
      text: withUnit(figure.amount, set.unit),
    }),
  ),
});

const upperEnd = (amount: Amount): number =>
  'value' in amount ? amount.value : 'atLeast' in amount ? amount.atLeast : amount.to;

const left = (text: string): Cell => ({ text, align: 'left' });
const right = (text: string): Cell => ({ text, align: 'right' });

const sharedTable = (card: FigureCard, subjects: readonly string[]): Block => ({
  kind: 'table',
  title: sentence(card.title, origin(card), card.sources),
  columns: [left(''), ...card.sets.map((set) => right(`${set.title} (${set.unit})`))],
  rows: subjects.map((subject) => [
    left(subject),
    ...card.sets.map((set) => {
      const figure = set.figures.find((candidate) => candidate.label === subject);
      return right(figure ? amountText(figure.amount) : '');
    }),
  ]),
});

const listTable = (card: FigureCard): Block => ({
  kind: 'table',
  title: sentence(card.title, origin(card), card.sources),
  columns: [left(''), left(''), right('')],
  rows: card.sets.flatMap((set) =>
    set.figures.map((figure) => [
      left(set.title),
      left(figure.label),
      right(withUnit(figure.amount, set.unit)),
    ]),
  ),
});
