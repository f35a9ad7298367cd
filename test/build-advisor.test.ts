import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KnowledgeError, readMind } from '../src/build-advisor.ts';
import { changed, writeFolder } from './knowledge/folder.ts';

const refusal = (folder: string): string => {
  try {
    readMind(folder);
  } catch (error) {
    expect(error).toBeInstanceOf(KnowledgeError);
    return (error as KnowledgeError).message;
  }
  throw new Error(`${folder} was read`);
};

test('a folder that is none is one problem, not one for each of its files', () => {
  const folder = join(writeFolder(), 'no-such');
  expect(refusal(folder)).toContain(folder);
  expect(refusal(folder)).toContain('STACK_ADVISOR_KNOWLEDGE');
  expect(refusal(folder).split('\n')).toHaveLength(1);
  expect(refusal(join(writeFolder(), 'rules.yaml'))).toContain('There is no knowledge folder');
});

test('what was learned is told with what was written, all at once', () => {
  const folder = writeFolder({
    ...changed('rules.yaml', 'favours: sail', 'favours: oars'),
    'people.yaml': null,
  });
  expect(refusal(folder)).toMatch(
    /people\.yaml:1: [\s\S]*rules\.yaml:\d+: [\s\S]*model\.bin: is missing.*npm run train/,
  );
  writeFileSync(join(folder, 'model.bin'), 'This is no model.\n');
  expect(refusal(folder)).toMatch(/rules\.yaml:\d+: [\s\S]*model\.bin: .*npm run train/);
});
