import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readLabelled } from '../../../../adapters/terminal/evaluation/labelled.ts';
import {
  f1Of,
  precisionOf,
  recallOf,
  type Score,
  score,
  shareOf,
} from '../../../../adapters/terminal/evaluation/score.ts';
import { figure } from '../../../../adapters/terminal/evaluation/table.ts';

const fixture = (name: string) => `${import.meta.dirname}/${name}.jsonl`;
const scored = (name: string): Score => {
  const lines = readFileSync(fixture(`${name}.replies`), 'utf8')
    .trim()
    .split('\n');
  const replies = new Map(lines.map((line) => JSON.parse(line)).map(({ id, answers }) => [id, answers]));
  return score(readLabelled(fixture(name)), replies);
};
const shown = ({ shares }: Score) =>
  Object.fromEntries([...shares].map(([name, share]) => [name, `${figure(shareOf(share))} of ${share.of}`]));

/**
 * The threads, by hand. Kinds: T-001 both, T-002 right; T-003 wrong, T-004 has no replies. Picks count only in
 * T-001 (twice) and T-003: in T-002 another kind is accepted too. Requirements: hit chat and shop; too many chat
 * twice (in T-001 where it is excluded, in T-002); missed chat excluded, load, shop excluded. "load" in T-001 is
 * optional, and the two stances of shop are one.
 */
test('threads: kinds, picks and requirements', () => {
  const result = scored('threads');
  expect(shown(result)).toEqual({
    kind: '0.500 of 6',
    'pick acceptable': '0.333 of 3',
    'pick best': '0.000 of 3',
  });
  const counts = result.requirements;
  expect(counts).toEqual({ hit: 2, extra: 2, missing: 3 });
  if (counts)
    expect([f1Of, precisionOf, recallOf].map((of) => figure(of(counts)))).toEqual([
      '0.444',
      '0.500',
      '0.400',
    ]);
});

test('what was missed is told by class and place', () => {
  expect(scored('threads').misses.map(({ id, turn, class: name }) => `${id}.${turn} ${name}`)).toEqual([
    'T-001.2 pick depends taken for left',
    'T-001.2 requirement with the wrong stance: chat wanted',
    'T-002.1 requirement too many: chat wanted',
    'T-003.1 kind recommend taken for compare',
    'T-003.1 pick right taken for none',
    'T-003.1 requirement missed: load wanted',
    'T-004.1 kind smalltalk taken for undefined',
    'T-004.1 requirement missed: shop excluded',
    'T-004.2 kind recommend taken for undefined',
  ]);
});

/** C-005: its word ends at the 1,500th character, counting a picture of two code units as one. */
test('facts: every group must be there, at the beginning; what nobody can know must be declined', () => {
  const result = scored('facts');
  expect(shown(result)).toEqual({
    'answered right': '0.750 of 4',
    'rightly declined': '0.500 of 2',
    recommendation: '0.000 of 1',
  });
  expect(result.requirements).toBeNull();
  expect(result.misses.map(({ id, class: name }) => `${id} ${name}`)).toEqual([
    'C-002 pick left taken for right',
    'C-004 answered, but the sources do not say',
    'C-006 says it does not know',
  ]);
});

test.each([
  [0.0625, '0.062'],
  [0.1875, '0.188'],
  [0.4375, '0.438'],
  [0.9375, '0.938'],
  [2 / 3, '0.667'],
  [0.5, '0.500'],
  [1, '1.000'],
  [0, '0.000'],
  [null, '-'],
])('%s is shown as %s', (value, text) => {
  expect(figure(value)).toBe(text);
});
