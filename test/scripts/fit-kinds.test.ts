import { expect, test } from 'vitest';
import { fitKinds, type KindVoted } from '../../scripts/training/fit-kinds.ts';
import { meetKinds } from '../../src/understanding/model/kind-vote.ts';

const message = (answered: boolean, right: number, lead: number): KindVoted => ({
  ballot: {
    chances: [lead, (1 - lead) / 4, (1 - lead) / 4, (1 - lead) / 4, (1 - lead) / 4],
    isFollowUp: false,
    options: 0,
    frameworks: 0,
    outside: 0,
    isChoice: false,
    fit: {
      score: answered ? 2.5 : 0.5,
      likeness: answered ? 0.9 : 0.1,
      coverage: 1,
      lacks: answered ? undefined : 'subject',
      wantsNumber: false,
      advises: false,
      about: [],
    },
  },
  weight: 1,
  right: [0, 1, 2, 3, 4].map((kind) => (kind === right ? 1 : 0)),
});

// The words always lean to the first kind; what is answered is of the third, what is not of the fourth.
const messages = Array.from({ length: 60 }, (_, i) =>
  message(i % 2 === 0, i % 2 === 0 ? 2 : 3, 0.3 + (i % 5) / 20),
);

test('it learns that what the knowledge answers is another kind than what it does not', () => {
  const fit = fitKinds(messages, 5);
  const likeliest = (answered: boolean): number => {
    const chances = meetKinds(fit, message(answered, 0, 0.4).ballot);
    return chances.indexOf(Math.max(...chances));
  };
  expect(likeliest(true)).toBe(2);
  expect(likeliest(false)).toBe(3);
});

test('the same messages give the same weights, and none gives none', () => {
  expect(fitKinds(messages, 5)).toEqual(fitKinds(messages, 5));
  expect(fitKinds([], 5)).toEqual({ weights: [] });
});
