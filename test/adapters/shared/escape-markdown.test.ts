import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMarkdown, unlinked } from '../../../adapters/shared/escape-markdown.ts';

test.each([
  ['*a* **b** _c_ `d`', '\\*a\\* \\*\\*b\\*\\* \\_c\\_ \\`d\\`'],
  ['[a](b)', '\\[a\\](b)'],
  // "About" is no strikethrough.
  ['~300 ms', '~300 ms'],
  ['~~gone~~', '\\~\\~gone\\~\\~'],
  ['a || b | c', 'a \\|\\| b | c'],
  ['# title', '\\# title'],
  ['- item', '\\- item'],
  ['-# small', '\\-# small'],
  ['3. third', '3\\. third'],
  ['3 thirds. 4. fourth', '3 thirds. 4. fourth'],
  ['=== title', '\\=== title'],
  ['=> arrow', '=> arrow'],
  ['a\\', 'a\\\\'],
  ['Node.js, 50,000 req/s (p99)', 'Node.js, 50,000 req/s (p99)'],
])('%s', (text, markdown) => {
  expect(escapeMarkdown(text)).toBe(markdown);
});

test('addresses and calls to everyone are only words', () => {
  expect(unlinked('https://a.example @everyone @here @channel www.a.example')).toBe(
    'https:\u2060//a.example @\u2060everyone @\u2060here @\u2060channel www\u2060.a.example',
  );
  // A package is no person, a word no address.
  expect(unlinked('@nestjs/core @hereby www. a:b//c')).toBe('@nestjs/core @hereby www. a:b//c');
});

test('any text: its marks escaped, nothing else changed but for the invisible', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (any) => {
      const text = any.replace(/\s+/g, ' ');
      const markdown = escapeMarkdown(text);
      expect(markdown.replace(/\\([\s\S])/g, '$1').replaceAll('\u2060', '')).toBe(
        text.replaceAll('\u2060', ''),
      );
      expect(markdown.replace(/\\[\s\S]/g, '')).not.toMatch(/[*_`[\]\\]|~.*~|\|\|/);
    }),
  );
});

test('text that holds nothing to escape is told from text that does', () => {
  const pieces = [
    'a',
    ' ',
    '1',
    '.',
    ')',
    '#',
    '+',
    '-',
    '=',
    '~',
    '|',
    '@',
    'here',
    'www',
    'WwW',
    ':',
    '//',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (some) => {
      const text = some.join('');
      // What is escaped in any case has every step taken.
      expect(`${escapeMarkdown(text)} \\\\`).toBe(escapeMarkdown(`${text} \\`));
    }),
    { numRuns: 2_000 },
  );
});
