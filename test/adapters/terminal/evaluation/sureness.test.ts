import { expect, test } from 'vitest';
import {
  binsOf,
  claimsOf,
  errorOf,
  type Given,
  offersOf,
} from '../../../../adapters/terminal/evaluation/sureness.ts';

const claims = (...list: readonly (readonly [number, boolean])[]) =>
  list.map(([sureness, right]) => ({ sureness, right }));

test('an edge belongs to the bin above it, and empty bins are left out', () => {
  expect(binsOf(claims([0.9, true], [0.94, false], [0.95, true]))).toEqual([
    { from: 0.9, of: 2, sureness: (0.9 + 0.94) / 2, right: 0.5 },
    { from: 0.95, of: 1, sureness: 0.95, right: 1 },
  ]);
});

test('one that is right as often as it says is not apart from itself; a boaster is by all that he boasts', () => {
  expect(errorOf(claims([0.75, true], [0.75, true], [0.75, true], [0.75, false]))).toBeCloseTo(0);
  expect(errorOf(claims([1, false], [1, false]))).toBe(1);
});

test('saying less costs coverage, and risk falls where the unsure is what is wrong', () => {
  const offers = offersOf(claims([0.99, true], [0.85, true], [0.55, false], [0.2, false]));
  expect(offers.map(({ least, coverage, risk }) => [least, coverage, risk])).toEqual([
    [0, 1, 0.5],
    [0.5, 0.75, 1 / 3],
    [0.6, 0.5, 0],
    [0.7, 0.5, 0],
    [0.8, 0.5, 0],
    [0.9, 0.25, 0],
    [0.95, 0.25, 0],
  ]);
});

test('a requirement heard is right with its stance; what only one labeller saw counts neither way', () => {
  const turn = {
    text: 'no chat, a shop',
    kinds: ['recommend'],
    recommendations: [],
    acceptable: [],
    requirements: [
      { id: 'chat', stance: 'excluded' },
      { id: 'shop', stance: 'wanted' },
    ],
    optional: [{ id: 'load', stance: 'wanted' }],
  };
  const given: Given = {
    kind: 'explain',
    recommendation: null,
    sureness: 0.4,
    requirements: [
      { id: 'chat', stance: 'required', confidence: 0.9 },
      { id: 'shop', stance: 'preferred', confidence: 0.8 },
      { id: 'load', stance: 'required', confidence: 0.7 },
    ],
  };
  expect(claimsOf([{ id: 'T-1', turns: [turn] }], new Map([['T-1', [given]]]))).toEqual({
    kind: claims([0.4, false]),
    requirement: claims([0.9, false], [0.8, true]),
  });
});
