import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readQuestions } from '../../scripts/training/questions.ts';
import { smallKnowledge } from '../search/small-knowledge.ts';

const read = (...lines: readonly string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'questions-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'one.jsonl'), lines.join('\n'));
  return readQuestions(folder, smallKnowledge);
};
const line = (of: string, more: object = {}) =>
  JSON.stringify({ of, kinds: ['explain'], text: 'what is it?', ...more });

test('a question belongs to the entry that it names, or to the unit of the statement', () => {
  const entries = read(line('beta-is'), '', line('beta-is-0'), line('speed-card')).map(({ entry }) => entry);
  expect(entries).toEqual(['beta-is', 'beta-is', 'speed-card']);
});

test.each([
  ['gone', [line('beta-is'), line('gone')], 'one.jsonl:2: nothing in the knowledge has the id "gone"'],
  ['no JSON', ['what is it?'], 'one.jsonl:1: not a line of JSON'],
  ['an unknown kind', [line('beta-is', { kinds: ['wonder'] })], 'one.jsonl:1: not a question'],
  ['no text', [line('beta-is', { text: '' })], 'one.jsonl:1: not a question'],
])('what is wrong is told with its place: %s', (_, lines, problem) => {
  expect(() => read(...lines)).toThrow(problem);
});
