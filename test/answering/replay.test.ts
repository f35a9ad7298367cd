import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readLabelled, turnsOf } from '../../adapters/terminal/evaluation/labelled.ts';
import { buildAdvisor, readMind } from '../../src/build-advisor.ts';
import type { Answer } from '../../src/domain/answer.ts';
import type { Question } from '../../src/domain/question.ts';
import type { Store } from '../../src/domain/store.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { createSqliteStore } from '../../src/store/sqlite-store.ts';
import { createAnswerSchema } from '../contracts/answer-schema.ts';
import { createForeignWords } from '../contracts/own-words.ts';
import { mind } from './bot.ts';

/**
 * The same knowledge, turns and text give the same bytes. Failures name threads by their id alone: some of the
 * questions are set aside and must not be read.
 */
const folder = mkdtempSync(join(tmpdir(), 'stack-advisor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Thread = { readonly id: string; readonly questions: readonly Question[] };

const threadsOf = (name: string): readonly Thread[] =>
  readLabelled(join(import.meta.dirname, `../evaluation/${name}.jsonl`)).map((labelled) => ({
    id: labelled.id,
    questions: turnsOf(labelled).map((text, at) => ({
      id: `${labelled.id}.${at + 1}`,
      thread: labelled.id,
      text,
      author: 'ada',
      at,
    })),
  }));

const schemaOf = createAnswerSchema(mind.knowledge);
const foreignWords = createForeignWords(mind.knowledge);

const answerWith = async (store: Store, question: Question, from = mind): Promise<Answer> => {
  const asked = await buildAdvisor(from, store, () => {}).ask(question);
  if (asked.kind === 'duplicate') throw new Error(`${question.id} counted as known`);
  return asked.answer;
};

const answerAll = async (store: Store, { questions }: Thread, from = mind): Promise<readonly Answer[]> => {
  const answers: Answer[] = [];
  for (const question of questions) answers.push(await answerWith(store, question, from));
  return answers;
};

const bytes = (answers: readonly Answer[]): string => JSON.stringify(answers);

test.each(['hard', 'field', 'coverage'])(
  '%s: asked twice, and replayed from what was stored',
  async (set) => {
    const threads = threadsOf(set);
    expect(threads.length).toBeGreaterThan(50);
    const other = readMind();
    const path = join(folder, `${set}.sqlite`);
    const kept = createSqliteStore(path);
    const first = new Map<string, readonly Answer[]>();
    for (const thread of threads) first.set(thread.id, await answerAll(createMemoryStore(), thread));

    const differing = { secondAdvisor: [] as string[], stored: [] as string[], replayed: [] as string[] };
    for (const thread of threads) {
      const expected = bytes(first.get(thread.id) ?? []);
      if (bytes(await answerAll(createMemoryStore(), thread, other)) !== expected) {
        differing.secondAdvisor.push(thread.id);
      }
      if (bytes(await answerAll(kept, thread)) !== expected) differing.stored.push(thread.id);
    }
    await kept.close();

    // Another process, later: all it has is the file.
    const reopened = createSqliteStore(path);
    for (const { id } of threads) {
      const turns = await reopened.turns(id);
      const answers: Answer[] = [];
      for (const [at, { question }] of turns.entries()) {
        const earlier = createMemoryStore();
        for (const turn of turns.slice(0, at)) await earlier.append(turn);
        answers.push(await answerWith(earlier, question));
      }
      if (bytes(answers) !== bytes(first.get(id) ?? [])) differing.replayed.push(id);
    }
    await reopened.close();
    expect(differing).toEqual({ secondAdvisor: [], stored: [], replayed: [] });
  },
);

test.each(['hard', 'field', 'coverage'])('%s: every answer holds together', async (set) => {
  const broken: string[] = [];
  for (const thread of threadsOf(set)) {
    const answers = await answerAll(createMemoryStore(), thread);
    for (const [at, answer] of answers.entries()) {
      const turns = thread.questions.slice(0, at + 1).map(({ id }) => id);
      const problems = schemaOf(turns).safeParse(answer).error?.issues ?? [];
      // Paths and codes, no values: they could quote the question.
      broken.push(...problems.map(({ path, code }) => `${turns.at(-1)} ${path.join('.')} ${code}`));
      if (foreignWords(answer).length > 0) broken.push(`${turns.at(-1)} says what it does not know`);
    }
  }
  expect(broken).toEqual([]);
});
