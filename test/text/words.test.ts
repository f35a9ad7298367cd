import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stem } from '../../src/text/stem.ts';
import { lower, wordAt } from '../../src/text/words.ts';

const letters = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });

test('wherever a word stands and whatever was met before it, it is read as it is written', () => {
  fc.assert(
    fc.property(letters, letters, letters, (before, written, after) => {
      const text = before + written + after;
      const { length } = before;
      // Twice: met for the first time, and met again.
      for (let times = 0; times < 2; times += 1) {
        const word = wordAt(text, length, length + written.length);
        expect(word).toMatchObject({ written, text: lower(written), stem: stem(lower(written)) });
      }
    }),
  );
});

test('words that are met again are the very same, until others take their places', () => {
  const first = wordAt('the Lighthouse', 4, 14);
  expect(wordAt('a Lighthouse', 2, 12)).toBe(first);
  for (let i = 0; i < 40_000; i += 1) {
    const other = `flood${i}`;
    expect(wordAt(other, 0, other.length).text).toBe(other);
  }
  expect(wordAt('Lighthouse', 0, 10)).toEqual(first);
});
