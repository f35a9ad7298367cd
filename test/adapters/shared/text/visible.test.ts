import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visible, visibleLines } from '../../../../adapters/shared/text/visible.ts';

const odd = [
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '\u00a0',
  '\u200b',
  '\u2028',
  '\ufeff',
  '\u0007',
  '\ud800',
  '\udc00',
  '😀',
  '\u3000',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...odd), fc.string({ maxLength: 5 })), { maxLength: 8 })
  .map((parts) => parts.join(''));

test('what is shown as it is holds nothing that would be changed, step by step', () => {
  const hidden =
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
  fc.assert(
    fc.property(text, (given) => {
      const lines = given
        .replaceAll('\r\n', '\n')
        .replaceAll('\t', '    ')
        .replace(hidden, '')
        .toWellFormed();
      expect(visibleLines(given)).toBe(lines);
      expect(visible(given)).toBe(lines.replace(/\s+/g, ' ').trim());
    }),
    { numRuns: 1000 },
  );
});
