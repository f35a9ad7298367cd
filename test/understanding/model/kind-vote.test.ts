import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fit } from '../../../src/domain/finding.ts';
import {
  type KindBallot,
  kindInputCount,
  kindInputs,
  meetKinds,
  wantsEvidence,
} from '../../../src/understanding/model/kind-vote.ts';

const found: Fit = {
  score: 2.4,
  likeness: 0.9,
  coverage: 1,
  lacks: undefined,
  wantsNumber: false,
  advises: false,
  about: [],
};
const ballot: KindBallot = {
  chances: [0.4, 0.1, 0.3, 0.15, 0.05],
  isFollowUp: false,
  options: 1,
  frameworks: 0,
  outside: 0,
  isChoice: false,
  fit: found,
};

const fits = fc.option(
  fc.record({
    score: fc.double({ min: 0, max: 5, noNaN: true }),
    likeness: fc.double({ min: 0, max: 1.2, noNaN: true }),
    coverage: fc.double({ min: 0, max: 1, noNaN: true }),
    lacks: fc.constantFrom(undefined, 'quantity', 'subject', 'qualifier', 'nothing'),
    wantsNumber: fc.boolean(),
    advises: fc.boolean(),
    about: fc.constant([]),
  }),
  { nil: undefined },
);
const ballots = fc.record({
  chances: fc
    .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 })
    .map((parts) => parts.map((part) => (part + 0.01) / parts.reduce((sum, other) => sum + other + 0.01, 0))),
  isFollowUp: fc.boolean(),
  options: fc.nat(3),
  frameworks: fc.nat(3),
  outside: fc.nat(3),
  isChoice: fc.boolean(),
  fit: fits,
});

test('whatever is put into it, there are as many inputs, all of them numbers, and chances come out', () => {
  const weights = Array.from({ length: 5 * kindInputCount }, (_, i) => ((i * 7) % 11) - 5);
  fc.assert(
    fc.property(ballots, (any) => {
      const inputs = kindInputs(any);
      expect(inputs).toHaveLength(kindInputCount);
      expect(inputs.every(Number.isFinite)).toBe(true);
      const chances = meetKinds({ weights }, any);
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
      expect(chances.every((chance) => chance >= 0)).toBe(true);
    }),
  );
});

test('without weights the words alone are heard', () => {
  expect(meetKinds({ weights: [] }, ballot)).toEqual(ballot.chances);
});

test('what was not looked up is told from what was looked up in vain', () => {
  const vain: Fit = { ...found, score: 0, likeness: 0, lacks: 'nothing' };
  expect(kindInputs({ ...ballot, fit: undefined })).not.toEqual(kindInputs({ ...ballot, fit: vain }));
});

test('it is looked up where the words leave the kind open, and only what opens a thread', () => {
  const open = { chances: [0.6, 0.4, 0, 0, 0], isFollowUp: false, options: 1 };
  expect(wantsEvidence(open)).toBe(true);
  expect(wantsEvidence({ ...open, isFollowUp: true })).toBe(false);
  expect(wantsEvidence({ ...open, chances: [0.97, 0.03, 0, 0, 0] })).toBe(false);
});

test('two options and a wish for a pick are a choice, whatever entries hold them against each other', () => {
  expect(wantsEvidence({ chances: [0.6, 0.4, 0, 0, 0], isFollowUp: false, options: 2 })).toBe(false);
  expect(wantsEvidence({ chances: [0.4, 0.6, 0, 0, 0], isFollowUp: false, options: 2 })).toBe(true);
});
