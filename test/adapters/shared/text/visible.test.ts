import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visible, visibleLines } from '../../../../adapters/shared/text/visible.ts';
import { text } from '../../arbitrary-answer.ts';

test.each([
  ['a\tb  c\n d ', 'a b c d', 'a    b  c\n d '],
  ['\u001b[31mred\u0007', '[31mred', '[31mred'],
  ['a\r\nb\rc', 'a bc', 'a\nbc'],
  ['\u202eabc\u200b\u00ad', 'abc', 'abc'],
  ['\ud800 half', '\ufffd half', '\ufffd half'],
  ['no\u00a0break, 👍 日本', 'no break, 👍 日本', 'no\u00a0break, 👍 日本'],
])('%j', (given, line, lines) => {
  expect(visible(given)).toBe(line);
  expect(visibleLines(given)).toBe(lines);
});

test('plain text is told from text that has something to hide', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string(), fc.stringMatching(/^[ a-c\t\n]*$/)), (any) => {
      // What has something hidden in it has every step taken.
      expect(visible(any)).toBe(visible(`${any}\u00ad`));
      expect(visibleLines(any)).toBe(visibleLines(`\u00ad${any}`));
    }),
    { numRuns: 1_000 },
  );
});
