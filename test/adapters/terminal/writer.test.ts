import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createWriter } from '../../../adapters/terminal/writer.ts';

test('the next write waits until the reader has caught up', async () => {
  const pending: (() => void)[] = [];
  const stream = new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) => void pending.push(done),
  });
  const writer = createWriter(stream);
  let written = false;
  const write = writer.write('more than the mark').then((open) => {
    written = true;
    return open;
  });
  await new Promise(setImmediate);
  expect(written).toBe(false);
  pending.shift()?.();
  expect(await write).toBe(true);
});

const failing = (code: string) =>
  new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })),
  });

test('a reader that has gone away is reported once and for all, without an error', async () => {
  const writer = createWriter(failing('EPIPE'));
  expect(await writer.write('a')).toBe(false);
  expect(await writer.write('b')).toBe(false);
});

test('any other failure to write is an error', async () => {
  await expect(createWriter(failing('ENOSPC')).write('a')).rejects.toThrow('ENOSPC');
});
