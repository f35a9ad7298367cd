import { expect, test } from 'vitest';
import { createCatalog } from '../../src/answering/catalog.ts';
import { buildAdvisor } from '../../src/build-advisor.ts';
import type { Question } from '../../src/domain/question.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { mind } from './bot.ts';

const message = (id: string, text: string, rest: Partial<Question> = {}): Question => ({
  id,
  thread: 't',
  text,
  author: 'ada',
  at: 1,
  ...rest,
});

const setUp = () => {
  const store = createMemoryStore();
  const advisor = buildAdvisor(mind, store, () => {});
  const ask = async (question: Question) => {
    const asked = await advisor.ask(question);
    if (asked.kind === 'duplicate') throw new Error('asked twice');
    return asked.answer;
  };
  return { store, advisor, ask };
};

const inForce = (answer: { facts: { requirements: readonly { id: string; stance: string }[] } }) =>
  answer.facts.requirements.map(({ id, stance }) => `${id} ${stance}`);

test('an answer is told again as it was given, whatever the thread went on to', async () => {
  const { advisor, ask } = setUp();
  const first = await ask(message('m1', 'chat app with 50k people connected at once'));
  const second = await ask(message('m2', 'what if the team only knows Python?'));
  await ask(message('m3', 'new project: nightly reports from a warehouse'));
  expect(await advisor.recall('m1')).toEqual({
    question: message('m1', 'chat app with 50k people connected at once'),
    answer: first,
  });
  expect((await advisor.recall('m2'))?.answer).toEqual(second);
  expect(await advisor.recall('m9')).toBeNull();
});

test('a question taken up again is answered once, whether its turn was kept or not', async () => {
  const { advisor, ask, store } = setUp();
  const question = message('m1', 'chat app with 50k people connected at once');
  const errand = { adapter: 'x', place: 'p', until: 5 };
  const lost = message('m2', 'and the team writes TypeScript');
  const given = await ask(question);
  // As if the process had died right after the claim.
  await store.claim(lost.id, lost.at, { ...errand, question: lost });
  expect(await advisor.resume(question)).toEqual(given);
  const late = await advisor.resume(lost);
  expect(inForce(late)).toContain('team-javascript required');
  expect(await advisor.resume(lost)).toEqual(late);
  expect((await store.turns('t')).map((turn) => turn.question.id)).toEqual(['m1', 'm2']);
});

test('the store keeps a question with its errand until that has ended', async () => {
  const { advisor, store } = setUp();
  await advisor.ask(message('m1', 'hello'), { adapter: 'x', place: 'p', until: 5 });
  expect(await advisor.ask(message('m1', 'hello'))).toEqual({ kind: 'duplicate' });
  expect(await store.overdue('x', 6, 9, 9)).toMatchObject([{ place: 'p', question: { text: 'hello' } }]);
});

test('what is ticked counts for certain and more than the text; what is set open is dropped', async () => {
  const { ask } = setUp();
  await ask(message('m1', 'chat app, our team writes TypeScript'));
  const answer = await ask(
    message('m2', 'with machine learning', {
      needs: [
        { id: 'machine-learning', stance: 'excluded' },
        { id: 'real-time', stance: 'preferred' },
        { id: 'team-javascript', stance: 'open' },
        { id: 'iot', stance: 'required' },
      ],
    }),
  );
  expect(answer.facts.kind).toBe('recommend');
  expect(inForce(answer)).toEqual(
    expect.arrayContaining(['machine-learning excluded', 'real-time preferred', 'iot required']),
  );
  expect(inForce(answer).join()).not.toContain('team-javascript');
});

test('a form without a word of text is a question for a pick', async () => {
  const { ask } = setUp();
  const answer = await ask(message('m1', '', { needs: [{ id: 'real-time', stance: 'required' }] }));
  expect(answer.facts).toMatchObject({ kind: 'recommend', recommendation: 'node', answered: true });
  expect(answer.kind).toBe('pick');
});

test('a form can offer every requirement, each under one named subject', () => {
  const { groups, examples } = createCatalog(mind.knowledge);
  const offered = groups.flatMap(({ requirements }) => requirements.map(({ id }) => id));
  expect([...offered].sort()).toEqual(mind.knowledge.requirements.map(({ id }) => id).sort());
  expect(groups.every(({ name }) => name.length > 0)).toBe(true);
  expect(new Set(examples).size).toBe(3);
});

test('suggestions go on with what is typed, forgive a slip, and show the breadth where nothing is typed', () => {
  const { suggest, examples } = createCatalog(mind.knowledge);
  expect(suggest('', 25).slice(0, 3)).toEqual(examples);
  expect(new Set(suggest('', 25)).size).toBe(25);
  const typed = suggest('is the event lo', 25);
  expect(typed.length).toBeGreaterThan(0);
  expect(typed[0]).toMatch(/event loop/i);
  expect(suggest('how much memroy', 5).join()).toMatch(/memory/i);
  expect(suggest('zzzz qqqq', 25)).toEqual([]);
  expect(suggest('node', 4)).toHaveLength(4);
});
