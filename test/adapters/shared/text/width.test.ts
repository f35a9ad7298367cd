import { expect, test } from 'vitest';
import { pad, widthOf } from '../../../../adapters/shared/text/width.ts';

test.each([
  ['', 0],
  ['Node', 4],
  // One column per letter, composed or not.
  ['Škoda', 5],
  ['S\u030ckoda', 5],
  // East Asian wide and fullwidth forms take two.
  ['日本', 4],
  ['한국', 4],
  ['Ａ', 2],
  // An emoji is one picture of two columns, however many code points it is made of.
  ['👍', 2],
  ['👩‍💻', 2],
  ['🇨🇿', 2],
  ['👍🏽', 2],
  ['❤️', 2],
  // Text symbols and digits are no emoji, although Unicode lists them among their beginnings.
  ['#1©', 3],
  ['█░│', 3],
])('%j takes %i columns', (text, columns) => {
  expect(widthOf(text)).toBe(columns);
});

test('padding counts columns, not code units', () => {
  expect(pad('日本', 6, 'left')).toBe('日本  ');
  expect(pad('👩‍💻', 4, 'right')).toBe('  👩‍💻');
  expect(pad('longer', 3, 'left')).toBe('longer');
});
