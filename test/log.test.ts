import { expect, test } from 'vitest';
import { createLog } from '../src/log.ts';

const logged = (level: 'info' | 'warn', debug = false) => {
  const lines: string[] = [];
  const log = createLog(level, { debug, to: { write: (line) => void lines.push(line) } });
  log.answered({
    id: 'm1',
    kind: 'recommend',
    act: 'pick',
    outcome: 'left',
    us: { load: 1, understand: 2, decide: 3, compose: 4, store: 5 },
  });
  log.surprised('m2', new TypeError('no such thing'));
  return lines.map((line) => JSON.parse(line));
};

test('at info a question is one line with its id, kind, outcome and time per step', () => {
  const [answered] = logged('info');
  expect(answered).toMatchObject({
    id: 'm1',
    kind: 'recommend',
    outcome: 'left',
    us: { load: 1, understand: 2, decide: 3, compose: 4, store: 5 },
    msg: 'answered',
  });
  expect(Object.keys(answered).sort()).toEqual([
    'act',
    'id',
    'kind',
    'level',
    'msg',
    'outcome',
    'time',
    'us',
  ]);
});

test('at warn only the surprise is left; it names the question', () => {
  expect(logged('warn')).toEqual([expect.objectContaining({ id: 'm2', error: 'no such thing' })]);
});

test('a stack trace is logged only where it was asked for', () => {
  expect(logged('warn')[0].stack).toBeUndefined();
  expect(logged('warn', true)[0].stack).toContain('TypeError: no such thing');
});
