import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutMarks } from '../../../adapters/slack/escape.ts';

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '&',
        '<',
        '>',
        '<!here>',
        '&amp;',
        '@channel',
        'www.',
        '://',
        '*',
        '**',
        '\\',
        '\\*',
        '~',
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

test('without marks nothing is left of the escaping but the words', () => {
  fc.assert(
    fc.property(text, (given) => {
      const shown = given.replace(/\\([\s\S])|\*\*/g, (_, one: string | undefined) => one ?? '');
      expect(withoutMarks(given)).toBe(shown);
    }),
    { numRuns: 1000 },
  );
});
