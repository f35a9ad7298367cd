import { expect, test } from 'vitest';
import { amountText, figureBlocks } from '../../src/answering/figures.ts';
import type { Amount } from '../../src/domain/knowledge.ts';
import { cardOf } from './boats.ts';

test.each<[Amount, string]>([
  [{ value: 0 }, '0'],
  [{ value: 50_000 }, '50,000'],
  [{ value: 50_000, about: true }, '~50,000'],
  [{ value: 50_000, about: false }, '50,000'],
  [{ value: 1.25 }, '1.25'],
  [{ value: 0.125 }, '0.13'],
  [{ value: -40 }, '-40'],
  [{ from: 20, to: 40 }, '20-40'],
  [{ from: 1000, to: 2500 }, '1,000-2,500'],
  [{ atLeast: 2_500_000 }, '2,500,000+'],
])('%j is written %s', (amount, text) => {
  expect(amountText(amount)).toBe(text);
});

test.each<[unit: string, amount: Amount, text: string]>([
  ['kn', { value: 5000 }, '5,000 kn'],
  ['%', { value: 40 }, '40%'],
  ['%', { from: 20, to: 40 }, '20-40%'],
])('in %s, %j is shown as %s', (unit, amount, text) => {
  const [block] = figureBlocks(
    cardOf({
      unit,
      figures: [
        ['Sail', amount],
        ['Motor', { value: 1 }],
      ],
    }),
  );
  expect(block).toMatchObject({ kind: 'chart', bars: [{ label: 'Sail', text }, { label: 'Motor' }] });
});

test('a year is a name, not a quantity: it is not drawn', () => {
  const figures = [
    ['Sail', { value: 1991 }],
    ['Motor', { value: 2009 }],
  ] as const;
  expect(figureBlocks(cardOf({ unit: 'year', figures }))).toEqual([]);
});

test('a bar is as long as the upper end of its figure, and a range says where it begins', () => {
  const figures = [
    ['One', { value: 3 }],
    ['Range', { from: 2, to: 4 }],
    ['Bound', { atLeast: 5 }],
  ] as const;
  const [chart] = figureBlocks(cardOf({ figures }));
  expect(chart).toMatchObject({
    kind: 'chart',
    bars: [{ value: 3 }, { value: 4, from: 2 }, { value: 5 }],
    title: { from: [{ kind: 'figures', id: 'trials' }], sources: ['paper'] },
  });
  expect(chart?.kind === 'chart' && chart.bars.map((bar) => 'from' in bar)).toEqual([false, true, false]);
});

test('one figure alone is told in the headline and needs no picture', () => {
  expect(figureBlocks(cardOf({ figures: [['Sail', { value: 5 }]] }))).toEqual([]);
});

test('sets with the same subjects are columns of one table, with a gap where a figure is missing', () => {
  const [table, ...rest] = figureBlocks(
    cardOf(
      {
        figures: [
          ['Sail', { value: 5 }],
          ['Motor', { value: 9 }],
        ],
      },
      { unit: 'l/h', figures: [['Motor', { atLeast: 30 }]] },
    ),
  );
  expect(rest).toEqual([]);
  expect(table).toMatchObject({
    kind: 'table',
    columns: [{ text: '' }, { text: 'Set 0 (kn)' }, { text: 'Set 1 (l/h)' }],
    rows: [
      [{ text: 'Sail' }, { text: '5' }, { text: '' }],
      [{ text: 'Motor' }, { text: '9' }, { text: '30+' }],
    ],
  });
});

test('sets with different subjects are rows, each with its own unit', () => {
  const [table] = figureBlocks(
    cardOf({ figures: [['Sail', { value: 5 }]] }, { unit: '%', figures: [['Crew', { value: 70 }]] }),
  );
  expect(table).toMatchObject({
    kind: 'table',
    rows: [
      [{ text: 'Set 0' }, { text: 'Sail' }, { text: '5 kn', align: 'right' }],
      [{ text: 'Set 1' }, { text: 'Crew' }, { text: '70%', align: 'right' }],
    ],
  });
});

test.each([1, 2, 3])('%i sets never share a chart', (count) => {
  const set = {
    figures: [
      ['Sail', { value: 5 }],
      ['Motor', { value: 9 }],
    ],
  } as const;
  const charts = figureBlocks(cardOf(...Array.from({ length: count }, () => set))).filter(
    ({ kind }) => kind === 'chart',
  );
  expect(charts).toHaveLength(count === 1 ? 1 : 0);
});
