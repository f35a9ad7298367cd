import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clip } from '../../../adapters/shared/clip.ts';

test.each([
  ['short', 10, 'short'],
  ['exactly te', 10, 'exactly te'],
  ['several words', 10, 'several…'],
  ['onewordonly', 10, 'onewordon…'],
  ['a onewordonly', 10, 'a oneword…'],
  // Neither half a character nor half an entity.
  ['12345678😀0', 10, '12345678…'],
  ['12345&amp;', 9, '12345…'],
])('%j in %i characters', (text, limit, clipped) => {
  expect(clip(text, limit)).toBe(clipped);
});

test('any text: within the limit, its own beginning, whole characters', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.integer({ min: 20, max: 100 }),
      (text, limit) => {
        const clipped = clip(text, limit);
        expect(clipped.length).toBeLessThanOrEqual(limit);
        expect(clipped.isWellFormed()).toBe(true);
        expect(text.startsWith(clipped.replace(/…$/, ''))).toBe(true);
      },
    ),
  );
});
