import { expect, test } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import type { Token } from '../../src/text/types.ts';
import { byNumber, keptWith, lexemesOf } from '../../src/understanding/lexemes.ts';

const word = (text: string, stem = text): Token => ({ text, stem, kind: 'word', start: 0, end: text.length });

test('a word is the same in any message, and what is made of it is made once', () => {
  let made = 0;
  const length = keptWith((token) => {
    made += 1;
    return token.text.length;
  });
  const [first] = lexemesOf(fold('chart').tokens);
  const again = lexemesOf(fold('a chart, another chart').tokens);
  expect(again.filter((lexeme) => lexeme === first)).toHaveLength(2);
  expect(again.map(length)).toEqual([1, 5, 1, 7, 5]);
  // "a", "chart", the comma and "another".
  expect(made).toBe(4);
});

test('a name and a word that look alike are two', () => {
  const [plain] = lexemesOf([word('charts', 'chart')]);
  const [name] = lexemesOf([word('charts', 'charts')]);
  expect(name).not.toBe(plain);
  expect(name?.token.stem).toBe('charts');
});

test('words that are looked up later are found in messages met before', () => {
  const { tokens } = fold('ask the lighthousekeeper');
  expect(lexemesOf(tokens).map(({ number }) => number)[2]).toBe(0);
  const jobs = byNumber(new Map([['lighthousekeeper', 'job']]));
  expect(lexemesOf(tokens).map(({ number }) => jobs.values[number])).toEqual([undefined, undefined, 'job']);
});

test('a flood of words changes nothing', () => {
  const size = keptWith((token) => token.text.length);
  for (let i = 0; i < 20; i += 1) {
    const flood = Array.from({ length: 1000 }, (_, j) => word(`w${i}x${j}`));
    expect(lexemesOf(flood).map(size)).toEqual(flood.map(({ text }) => text.length));
  }
  expect(lexemesOf([word('w0x0')]).map(size)).toEqual([4]);
});
