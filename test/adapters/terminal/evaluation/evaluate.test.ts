import { expect, test } from 'vitest';
import { createAnswerThread } from '../../../../adapters/terminal/answer-thread.ts';
import type { Maimed } from '../../../../adapters/terminal/evaluation/ablation.ts';
import { evaluate } from '../../../../adapters/terminal/evaluation/evaluate.ts';
import type { Examinee } from '../../../../adapters/terminal/evaluation/examinee.ts';
import { readLabelled } from '../../../../adapters/terminal/evaluation/labelled.ts';
import { type EvaluationSet, evaluationSets } from '../../../../adapters/terminal/evaluation/sets.ts';
import { createEcho } from '../sample.ts';

const sets: readonly EvaluationSet[] = [
  {
    name: 'small',
    what: 'a few threads',
    files: [`${import.meta.dirname}/threads.jsonl`],
    isAside: (id) => id === 'T-003',
    isLearned: () => false,
  },
];

const echo = (): Examinee => ({
  answerThread: createAnswerThread(createEcho(), () => {}),
  sureness: async () => [0.9, 0.4],
});

const printed = async (options: { misses: boolean; aside: boolean }, maimed: readonly Maimed[] = []) => {
  const out: string[] = [];
  const output = { write: async (text: string) => out.push(text) > 0 };
  await evaluate(echo(), output, { sets: [], ...options }, sets, maimed);
  return out.join('');
};

test('the figures are told for the rest and for what is set aside, with the gap', async () => {
  const text = await printed({ misses: false, aside: false });
  // The echo says recommend and "left" to everything.
  expect(text).toMatch(/^ {2}kind +0\.833 +0\.800 +1\.000 +-0\.200 +6, 5, 1$/m);
  expect(text).toMatch(/^ {2}pick acceptable +0\.333 +0\.500 +0\.000 +0\.500 +3, 2, 1$/m);
  expect(text).toMatch(/^ {2}smalltalk +0\.000 +- +- +1, 0$/m);
  expect(text).not.toContain('class');
});

test('it is told how often it was right when it said that it was so sure', async () => {
  const text = await printed({ misses: false, aside: false });
  // Four first messages, of which one is no request for a pick, at .9; two second ones at .4, both right.
  expect(text).toMatch(/^ {2}from 0\.90 +0\.900 +0\.750 +4$/m);
  expect(text).toMatch(/^ {2}from 0\.30 +0\.400 +1\.000 +2$/m);
  // Two thirds are said with .5 or more, and one of those four is wrong.
  expect(text).toMatch(/^ {2}if sure by 0\.50 +0\.667 +0\.250$/m);
});

test('what a part is worth is shown by the figures without it', async () => {
  const silent: Examinee = { ...echo(), answerThread: async () => [] };
  const text = await printed({ misses: false, aside: false }, [{ without: 'ears', make: () => silent }]);
  expect(text).toMatch(/^ {2}everything +0\.833 +0\.333 +0\.\d+$/m);
  expect(text).toMatch(/^ {2}without ears +0\.000 +0\.000 +0\.000$/m);
});

test('misses are grouped: kinds, picks, then requirements', async () => {
  const text = await printed({ misses: true, aside: false });
  const at = (line: string) => text.indexOf(`\n  ${line}`);
  expect(at('kind smalltalk taken for recommend')).toBeGreaterThan(0);
  expect(at('pick depends taken for left')).toBeGreaterThan(at('kind smalltalk taken for recommend'));
  expect(at('requirement with the wrong stance: chat wanted')).toBeGreaterThan(
    at('pick depends taken for left'),
  );
});

test('what was missed in the part set aside is listed only when it is asked for', async () => {
  const rest = await printed({ misses: true, aside: false });
  expect(rest).toContain('T-001 turn 2: "and without the chat?"');
  expect(rest).not.toContain('T-003');
  expect(rest).not.toContain('shop or not');
  expect(await printed({ misses: true, aside: true })).toContain('shop or not');
});

test('the part set aside is never listed by itself', async () => {
  expect(await printed({ misses: false, aside: true })).not.toContain('shop or not');
});

test('a set that does not exist is named with those that do', async () => {
  const attempt = evaluate(
    echo(),
    { write: async () => true },
    {
      sets: ['hardest'],
      misses: false,
      aside: false,
    },
  );
  await expect(attempt).rejects.toThrow(
    'no evaluation set "hardest"; there are coverage, hard, field, corpus, fresh',
  );
});

test.each(evaluationSets.map((set) => [set.name, set] as const))(
  '%s can be read, ids once each, a part set aside',
  (_, set) => {
    const ids = set.files.flatMap(readLabelled).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // Nobody reads what is fresh.
    if (set.name === 'fresh') return expect(ids.every(set.isAside)).toBe(true);
    const aside = ids.filter(set.isAside).length / ids.length;
    expect(aside).toBeGreaterThan(0.15);
    expect(aside).toBeLessThan(0.4);
  },
);

test('what the model learns from and what is set aside of it never mix', () => {
  const corpus = evaluationSets.find(({ name }) => name === 'corpus');
  const [learned = '', aside = ''] = corpus?.files ?? [];
  expect(readLabelled(learned).some(({ id }) => corpus?.isAside(id))).toBe(false);
  expect(readLabelled(aside).every(({ id }) => corpus?.isAside(id))).toBe(true);
});
