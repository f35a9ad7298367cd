import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeForMarkdown } from '../../../adapters/discord/escape.ts';

test.each([
  ['<@1> <t:1>', '\\<@1> \\<t:1>'],
  ['a > b', 'a \\> b'],
  ['Node.js - or Python', 'Node.js \\- or Python'],
  ['one 2. three', 'one 2\\. three'],
  ['v2.1 (p99)', 'v2.1 (p99)'],
  ['discord.gg/x DiscordApp.com', 'discord.\u2060gg/x DiscordApp.\u2060com'],
])('%s', (text, markdown) => {
  expect(escapeForMarkdown(text)).toBe(markdown);
});

test('text that Discord reads nothing in is told from text that it does', () => {
  const pieces = ['a', ' ', '1', '.', ')', '#', '>', '+', '-', 'discord', 'DISCORDapp'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (some) => {
      const text = some.join('');
      // What is escaped in any case has every step taken.
      expect(`${escapeForMarkdown(text)} \\<`).toBe(escapeForMarkdown(`${text} <`));
    }),
    { numRuns: 2_000 },
  );
});
