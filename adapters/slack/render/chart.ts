import type { Block } from '../../../src/index.ts';
import { clip } from '../../shared/clip.ts';
import { barTexts, betterText } from '../../shared/text/chart.ts';
import { visible } from '../../shared/text/visible.ts';
import type { ChartBlock } from '../blocks.ts';
import { literal } from '../escape.ts';
import { limits } from '../limits.ts';
import { words } from '../words.ts';
import type { Part } from './pack.ts';
import { smallParts } from './prose.ts';
import { tableParts } from './table.ts';

type Chart = Extract<Block, { kind: 'chart' }>;

/** A native chart with its figures below it, since a telephone has no pointer to hover with. */
export const chartParts = (chart: Chart): readonly Part[] => {
  const [first, ...rest] = smallParts(barTexts(chart));
  const block = chartBlock(chart);
  return [{ blocks: [block, ...(first?.blocks ?? [])], text: first?.text ?? '' }, ...rest];
};

/** The same figures as a table: where charts are refused, or Slack cannot draw this one. */
export const chartAsTable = (chart: Chart, name: string): readonly Part[] =>
  tableParts(
    {
      kind: 'table',
      title: chart.title,
      columns: [
        { text: '', align: 'left' },
        { text: chart.unit, align: 'right' },
      ],
      rows: chart.bars.map(({ label, text }) => [
        { text: label, align: 'left' },
        { text, align: 'right' },
      ]),
    },
    name,
  );

export const canBeDrawn = ({ bars }: Chart): boolean =>
  bars.length > 0 &&
  bars.length <= limits.chart.bars &&
  bars.every(({ value, from = value }) => Number.isFinite(value) && Number.isFinite(from));

const chartBlock = (chart: Chart): ChartBlock => {
  const categories = distinct(chart.bars.map(({ label }) => literal(visible(label))));
  const series = (name: string, values: readonly number[]) => ({
    name,
    data: values.map((value, index) => ({ label: categories[index] ?? '', value })),
  });
  const tops = chart.bars.map(({ value }) => value);
  const hasRanges = chart.bars.some(({ from }) => from !== undefined);
  const unit = literal(visible(chart.unit)) || ' ';
  return {
    type: 'data_visualization',
    // The title stands above, with its sources; here, what the bars count.
    title: clip([unit, betterText(chart)].filter((text) => text !== '').join(', '), limits.chart.title),
    chart: {
      type: 'bar',
      series: hasRanges
        ? [
            series(
              words.lowest,
              chart.bars.map(({ value, from = value }) => from),
            ),
            series(words.highest, tops),
          ]
        : [series(clip(unit, limits.chart.label), tops)],
      axis_config: { categories },
    },
  };
};

/** Labels within the limit; those that would become alike get a number. */
const distinct = (labels: readonly string[]): readonly string[] => {
  const taken = new Set<string>();
  return labels.map((label) => {
    let short = clip(label, limits.chart.label) || '–';
    for (let count = 2; taken.has(short); count++)
      short = `${clip(label, limits.chart.label - 4) || '–'} ${count}`;
    taken.add(short);
    return short;
  });
};
