import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLines } from '../../../adapters/terminal/read-lines.ts';

const linesOf = async (chunks: readonly (Uint8Array | string)[], limit?: number) => {
  const source = (async function* () {
    yield* chunks;
  })();
  const lines = [];
  for await (const line of readLines(source, limit)) lines.push(line);
  return lines;
};

test('the same lines come however the bytes are cut into chunks, also inside a character', async () => {
  const line = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, ''));
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 6 }),
      fc.integer({ min: 1, max: 7 }),
      async (lines, size) => {
        const bytes = Buffer.from(lines.map((text) => `${text}\n`).join(''));
        const chunks = [];
        for (let from = 0; from < bytes.length; from += size) chunks.push(bytes.subarray(from, from + size));
        expect((await linesOf(chunks)).map(({ text }) => text)).toEqual(
          lines.map((text) => text.toWellFormed()),
        );
      },
    ),
  );
});

test('empty lines count, a missing last line end does not', async () => {
  expect((await linesOf(['a\n\nb'])).map(({ text }) => text)).toEqual(['a', '', 'b']);
  expect((await linesOf(['a\nb\n'])).map(({ text }) => text)).toEqual(['a', 'b']);
  expect(await linesOf([])).toEqual([]);
});

test('CR LF ends a line; a lone CR and U+2028 do not', async () => {
  expect((await linesOf(['a\r', '\nb\rc\u2028d\n'])).map(({ text }) => text)).toEqual(['a', 'b\rc\u2028d']);
});

test('of a line above the limit only the beginning is kept, and it is marked', async () => {
  expect(await linesOf(['abc', 'def\nab', 'c\n'], 3)).toEqual([
    { text: 'abc', cut: true },
    { text: 'abc', cut: false },
  ]);
});

test('bytes that are not UTF-8 are replaced, not fatal', async () => {
  expect(await linesOf([Uint8Array.of(0x61, 0xff, 0x62, 0x0a, 0xe2, 0x82)])).toEqual([
    { text: 'a\ufffdb', cut: false },
    { text: '\ufffd', cut: false },
  ]);
});
