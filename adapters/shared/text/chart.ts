import type { Block } from '../../../src/index.ts';
import { visible } from './visible.ts';
import { pad, widthOf } from './width.ts';
import { type Layout, wrap } from './wrap.ts';

type Chart = Extract<Block, { kind: 'chart' }>;

const maxBar = 40;
const minBar = 8;

/** What the direction of a scale means, for the end of its title; empty where neither end is better. */
export const betterText = (chart: Chart): string =>
  chart.better === 'neither' ? '' : `${chart.better} is better`;

/** "Fastify: 52,000 req/s", one for each bar. */
export const barTexts = (chart: Chart): readonly string[] =>
  chart.bars.map(({ label, text }) => `${visible(label)}: ${visible(text)}`);

/** A bar a line, all on one scale from zero; a range is lighter between its ends. */
export const renderChart = (chart: Chart, layout: Layout): readonly string[] => {
  const bars = chart.bars.map((bar) => ({ ...bar, label: visible(bar.label), text: visible(bar.text) }));
  const labels = Math.max(0, ...bars.map(({ label }) => widthOf(label)));
  const texts = Math.max(0, ...bars.map(({ text }) => widthOf(text)));
  const room = Math.min(maxBar, layout.width - labels - texts - 5);
  if (room < minBar) {
    return bars.flatMap(({ label, text }) => wrap([{ text: `${label}: ${text}` }], layout, '  '));
  }
  const scale = room / Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
  // Something is always drawn: a bar of no length would read as zero.
  const cells = (value: number) => Math.max(1, Math.round(Math.max(0, value) * scale));
  return bars.map(({ label, value, from = value, text }) => {
    const solid = Math.min(cells(from), cells(value));
    const drawn = '█'.repeat(solid) + '░'.repeat(cells(value) - solid);
    return `  ${pad(label, labels, 'left')}  ${layout.paint(drawn, 'cyan')} ${text}`;
  });
};
