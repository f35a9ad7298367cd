import { expect, test } from 'vitest';
import { createAnswerThread } from '../../../adapters/terminal/answer-thread.ts';
import { runBatch } from '../../../adapters/terminal/batch.ts';
import { createEcho } from './sample.ts';

const run = async (input: readonly string[], readers = Number.POSITIVE_INFINITY) => {
  const out: string[] = [];
  const surprises: string[] = [];
  const advisor = createEcho();
  let cleared = 0;
  const failed = await runBatch({
    input: (async function* () {
      yield* input;
    })(),
    output: {
      async write(text) {
        out.push(text);
        return out.length < readers;
      },
    },
    answerThread: createAnswerThread(advisor, () => cleared++),
    surprised: (id) => surprises.push(id),
  });
  return { failed, surprises, cleared, heard: advisor.heard, rows: out.map((line) => JSON.parse(line)), out };
};

test('a line is a thread: its messages are answered in order, its answers come as one line', async () => {
  const { rows, failed, cleared, out } = await run([
    '{"id":"a","turns":["one","two"]}\n{"id":"b","turns":["three"]}\n',
  ]);
  expect(failed).toBe(0);
  expect(cleared).toBe(2);
  expect(out.every((line) => line.endsWith('\n') && !line.slice(0, -1).includes('\n'))).toBe(true);
  expect(rows.map(({ id, answers }) => [id, answers.length])).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
  expect(rows[0].answers[1]).toEqual({
    kind: 'recommend',
    recommendation: 'left',
    answered: true,
    requirements: [{ id: 'chat', stance: 'required' }],
    text: 'echo two\n\n(1) Why',
    sources: ['guide'],
  });
});

test('bad lines are named by their number and the rest is answered', async () => {
  const lines = [
    '{"id":"a","turns":["one"]}',
    'not json',
    '',
    '{"id":"b"}',
    '{"id":7,"turns":[]}',
    '[]',
    'null',
    '{"id":"c","turns":["x",1]}',
    '{"id":"d","turns":["last"]}',
  ];
  const { rows, failed } = await run([lines.join('\n')]);
  expect(failed).toBe(6);
  expect(rows.map((row) => row.id ?? [row.line, row.error])).toEqual([
    'a',
    [2, expect.stringMatching(/^not JSON: /)],
    [4, 'turns: must be a list of messages'],
    [5, expect.stringMatching(/^id: .*; turns: must hold at least one message$/)],
    [6, expect.any(String)],
    [7, expect.any(String)],
    [8, expect.stringMatching(/^turns\.1: /)],
    'd',
  ]);
});

test('a surprise costs its line only, and is reported with the id of its thread', async () => {
  const { rows, failed, surprises, cleared } = await run([
    '{"id":"a","turns":["fine","crash"]}\n{"id":"b","turns":["fine"]}\n',
  ]);
  expect(failed).toBe(1);
  expect(surprises).toEqual(['a']);
  expect(rows[0]).toEqual({ line: 1, error: expect.stringContaining('"a"') });
  expect(rows[1].id).toBe('b');
  // What the failed thread had stored is gone before the next one begins.
  expect(cleared).toBe(2);
});

test('a byte order mark and unescaped line separators inside JSON do no harm', async () => {
  const { heard, failed } = await run(['\ufeff{"id":"a","turns":["one\u2028two"]}\r\n']);
  expect(failed).toBe(0);
  expect(heard).toEqual(['one\u2028two']);
});

test('a lone surrogate in a question leaves the output well-formed', async () => {
  const { out, failed } = await run(['{"id":"a","turns":["\\ud800 hi"]}\n']);
  expect(failed).toBe(0);
  expect(out[0]?.isWellFormed()).toBe(true);
});

test('when nobody reads any longer, nothing more is asked', async () => {
  const { heard } = await run(
    ['{"id":"a","turns":["1"]}\n{"id":"b","turns":["2"]}\n{"id":"c","turns":["3"]}\n'],
    1,
  );
  expect(heard).toEqual(['1']);
});
