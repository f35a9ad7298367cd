import { expect, test } from 'vitest';
import { type Ref, type Sentence, sentence } from '../../src/domain/answer.ts';

/**
 * What must not compile. `tsc` (part of `npm run check`) fails where one of these lines does compile; run, they only
 * show that nothing else stands in the way.
 */
const origin: Ref = { kind: 'statement', id: 'wind-work' };

test('a sentence from nowhere does not compile', () => {
  // @ts-expect-error there is no origin at all
  const missing = sentence('Wind is free.');
  // @ts-expect-error an empty list is no origin
  const empty = sentence('Wind is free.', []);
  const refs: readonly Ref[] = [origin];
  // @ts-expect-error a list that may be empty is none either
  const perhaps = sentence('Wind is free.', refs);
  // @ts-expect-error an origin is of a known kind
  const unknown = sentence('Wind is free.', [{ kind: 'hearsay', id: 'x' }]);
  // @ts-expect-error only `sentence` makes sentences: an object that looks like one has not passed through it
  const forged: Sentence = { text: 'Wind is free.', from: [origin], sources: [] };
  // @ts-expect-error nor has one put together from the parts of another
  const reworded: Sentence = { ...forgeable(sentence('Wind is free.', [origin])), text: 'Wind is dear.' };
  // @ts-expect-error what was said is not changed afterwards
  sentence('Wind is free.', [origin]).text = 'Wind is dear.';
  expect([missing, empty, perhaps, unknown, forged, reworded]).toHaveLength(6);
});

/** The parts of a sentence, as anybody could put them together. */
const forgeable = ({ text, from, sources }: Sentence) => ({ text, from, sources });

test('a sentence keeps its words, its origin and its sources', () => {
  expect(sentence('Wind is free.', [origin], ['paper'])).toEqual({
    text: 'Wind is free.',
    from: [origin],
    sources: ['paper'],
  });
});
