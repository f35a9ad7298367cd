import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fenced } from '../../../adapters/shared/markdown.ts';
import { splitMarkdown, splitText } from '../../../adapters/shared/split.ts';

const bare = (text: string): string => text.replace(/\s+/g, '');
const words = (count: number, word = 'word'): string => Array(count).fill(word).join(' ');

test('what fits stays as it is', () => {
  expect(splitMarkdown('one\n\ntwo', 100)).toEqual(['one\n\ntwo']);
  expect(splitMarkdown('', 100)).toEqual([]);
});

describe('cuts at the best place that leaves a part at least half full', () => {
  const long = words(16);
  test.each([
    ['blocks', `${long}\n\n${long}`, [long, long]],
    ['items of a list', `- ${long}\n- ${long}`, [`- ${long}`, `- ${long}`]],
    ['sentences', `${long}. ${long}.`, [`${long}.`, `${long}.`]],
    ['words', words(30), [words(17), words(13)]],
  ])('%s', (_, text, parts) => {
    expect(splitMarkdown(text, 100)).toEqual(parts);
  });

  test('a word longer than a part is cut, but no character and no entity', () => {
    expect(splitMarkdown(`${'a'.repeat(88)}😀${'b'.repeat(50)}`, 100)[0]).toBe('a'.repeat(88));
    expect(splitMarkdown(`${'a'.repeat(87)}&lt;${'b'.repeat(50)}`, 100)[0]).toBe('a'.repeat(87));
    expect(splitMarkdown(`${'a'.repeat(88)}\\*${'b'.repeat(50)}`, 100)[0]).toBe('a'.repeat(88));
  });
});

describe('what is open at a cut is closed and opened again', () => {
  test('a code block keeps its language and its indentation', () => {
    const code = Array.from({ length: 12 }, (_, index) => `  line(${index});`).join('\n');
    const parts = splitMarkdown(`Before\n\n${fenced(code, 'ts')}\n\nAfter`, 100);
    expect(parts.slice(0, -1).every((part) => /```ts\n {2}line[\s\S]*\n```$/.test(part))).toBe(true);
    expect(parts.at(-1)).toMatch(/^```ts\n {2}line[\s\S]*\n```\n\nAfter$/);
    expect(parts.join('\n').match(/ {2}line\(\d+\);/g)).toHaveLength(12);
  });

  test('bold text', () => {
    const parts = splitMarkdown(`**${words(30)}** end`, 100);
    expect(parts).toEqual([`**${words(17)}**`, `**${words(13)}** end`]);
  });

  test('a code block cut right before its end leaves no empty one behind', () => {
    const text = `\`\`\`\n${'x'.repeat(84)}\n\`\`\`\n\nAfter, with enough words to go over.`;
    expect(splitMarkdown(text, 100)).toEqual([
      `\`\`\`\n${'x'.repeat(84)}\n\`\`\``,
      'After, with enough words to go over.',
    ]);
  });
});

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.constantFrom('😀'.repeat(300), 'a. '.repeat(200), '\\'.repeat(333), '*'.repeat(150), '&amp;'.repeat(90)),
  fc.constantFrom(
    '\n\n',
    '\n',
    '- item',
    '1. item',
    '👩‍👩‍👧‍👦'.repeat(40),
    'word '.repeat(100),
    '&<>&lt;'.repeat(60),
  ),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const limit = fc.integer({ min: 100, max: 500 });

test('any text: every part within the limit, nothing lost, no character cut', () => {
  fc.assert(
    fc.property(text, limit, (any, max) => {
      // Code blocks and bold are closed and opened again, which adds to the text: the next property.
      const plain = any.replaceAll('**', '* ').replace(/^(`|~){3,}/gm, '');
      const parts = splitMarkdown(plain, max);
      expect(parts.filter((part) => part.length > max)).toEqual([]);
      expect(bare(parts.join(' '))).toBe(bare(plain));
      if (plain.isWellFormed()) expect(parts.every((part) => part.isWellFormed())).toBe(true);
    }),
  );
});

test('any code among any text: every part within the limit, its code blocks closed, every line there', () => {
  const codes = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(codes, limit, (pairs, max) => {
      const clean = (prose: string) => prose.replace(/[*`~]/g, '');
      const whole = pairs.map(([code, prose]) => `${fenced(code, 'ts')}\n\n${clean(prose)}`).join('\n\n');
      const parts = splitMarkdown(whole, max);
      expect(parts.filter((part) => part.length > max)).toEqual([]);
      for (const part of parts) expect((part.match(/^```/gm) ?? []).length % 2).toBe(0);
      const withoutFences = (markdown: string) => bare(markdown.replace(/^```(ts)?$/gm, ''));
      expect(withoutFences(parts.join('\n'))).toBe(withoutFences(whole));
    }),
  );
});

test('text in which marks mean nothing is only cut', () => {
  expect(splitText(`\`\`\` **${words(30)}`, 100)).toEqual([`\`\`\` **${words(16)}`, words(14)]);
});
