import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { createTerminal } from '../../../adapters/terminal/terminal.ts';
import { createEcho } from './sample.ts';

const start = (tty: boolean) => {
  const input = Object.assign(new PassThrough(), { isTTY: tty });
  const output = Object.assign(new PassThrough(), { isTTY: tty, columns: 80 });
  const messages = new PassThrough();
  const advisor = createEcho();
  const terminal = createTerminal({
    advisor,
    greeting: ['I can.', 'For example.', 'But not all.'],
    input,
    output,
    messages,
    color: false,
    thread: 't',
    now: () => 1,
  });
  const ended = terminal.start().finally(() => {
    output.end();
    messages.end();
  });
  const shown = Promise.all([text(output), text(messages), ended]).then(([out, said]) => ({ out, said }));
  return { input, shown, advisor, terminal };
};

test('through a pipe there is one answer per line of input, in order; the greeting is kept out of them', async () => {
  const { input, shown } = start(false);
  input.end('one\n\nthree\n1');
  const { out, said } = await shown;
  expect(out.split('\n\n').filter((part) => part.startsWith('echo'))).toEqual(
    ['echo one', 'echo ', 'echo three', 'echo why is that?'].map((line) => line.trim()),
  );
  expect(said).toBe('I can.\nFor example.\nBut not all.\n\n');
});

test('in a terminal the greeting comes first, then a prompt; empty lines are not asked', async () => {
  const { input, shown, advisor } = start(true);
  input.write('one\r\r');
  input.write('exit\r');
  const { out, said } = await shown;
  expect(advisor.heard).toEqual(['one']);
  expect(said).toBe('');
  const plain = stripVTControlCharacters(out);
  expect(plain.indexOf('But not all.')).toBeLessThan(plain.indexOf('> '));
  expect(plain).toContain('echo one\n\n(1) Why\n\n');
});

test('lines pasted at once are answered one after the other', async () => {
  const { input, shown, advisor } = start(true);
  input.write('one\rtwo\r1\rexit\rnever\r');
  await shown;
  expect(advisor.heard).toEqual(['one', 'two', 'why is that?']);
});

test('Ctrl-D ends the conversation after what was asked is answered', async () => {
  const { input, shown } = start(true);
  input.write('one\r\u0004');
  expect(stripVTControlCharacters((await shown).out)).toMatch(/echo one\n\n\(1\) Why\n\n$/);
});

test('Ctrl-C drops a half-typed line first, and ends the conversation on an empty one', async () => {
  const { input, shown, advisor } = start(true);
  input.write('half a quest\u0003');
  input.write('one\r');
  input.write('\u0003');
  await shown;
  expect(advisor.heard).toEqual(['one']);
});

test('the arrow up brings back what was asked before', async () => {
  const { input, shown, advisor } = start(true);
  input.write('first\r');
  input.write('\u001b[A\r');
  input.write('exit\r');
  await shown;
  expect(advisor.heard).toEqual(['first', 'first']);
});

test('stopped from outside, it ends without complaint', async () => {
  for (const tty of [true, false]) {
    const { shown, terminal } = start(tty);
    terminal.stop();
    await expect(shown).resolves.toBeDefined();
  }
});

test('an advisor that fails ends it with that failure, not silently', async () => {
  for (const tty of [true, false]) {
    const { input, shown } = start(tty);
    input.write('crash\n');
    await expect(shown).rejects.toThrow('boom');
  }
});
