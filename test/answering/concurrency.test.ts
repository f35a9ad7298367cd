import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPhrasing } from '../../src/answering/phrasing.ts';
import { withApology } from '../../src/answering/with-apology.ts';
import { buildAdvisor } from '../../src/build-advisor.ts';
import type { Question } from '../../src/domain/question.ts';
import type { Store } from '../../src/domain/store.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { createAnswerSchema } from '../contracts/answer-schema.ts';
import { mind } from './bot.ts';

const [one, two] = mind.knowledge.requirements.map(({ id }) => id);
if (!one || !two) throw new Error('the knowledge has no two requirements');

const message = (id: string, text = 'hello', thread = 't'): Question => ({
  id,
  thread,
  text,
  author: 'ada',
  at: 1,
});

/** A mind to which a message gives the requirements whose ids stand in it: what is understood is not the matter here. */
const literal = {
  ...mind,
  parts: {
    ...mind.parts,
    understand: (text: string, conversation: Parameters<typeof mind.parts.understand>[1]) => ({
      ...mind.parts.understand('', conversation),
      kind: 'recommend' as const,
      act: 'pick' as const,
      requirements: [one, two]
        .filter((id) => text.includes(id))
        .map((id) => ({ id, stance: 'required' as const, said: id, confidence: 1 })),
    }),
  },
};

/** Every call answers in a later turn of the event loop, as a database far away would. */
const slow = (store: Store): Store => {
  const later = <A extends unknown[], R>(call: (...given: A) => R | Promise<R>) => {
    return async (...given: A): Promise<R> => {
      await new Promise((resolve) => setImmediate(resolve));
      return call(...given);
    };
  };
  return {
    ...store,
    claim: later(store.claim),
    turns: later(store.turns),
    append: later(store.append),
    gap: later(store.gap),
    gaps: later(store.gaps),
    close: later(store.close),
  };
};

test('two questions in one thread at once: two answers in order, the second on top of the first', async () => {
  const store = slow(createMemoryStore());
  const advisor = buildAdvisor(literal, store, () => {});
  const [first, second] = await Promise.all([
    advisor.ask(message('m1', `we need ${one}`)),
    advisor.ask(message('m2', `and ${two}`)),
  ]);
  const needs = (asked: typeof first) =>
    asked.kind === 'answered' ? asked.answer.facts.requirements.map(({ id }) => id) : [];
  expect(needs(first)).toEqual([one]);
  expect(needs(second)).toEqual([one, two]);
  expect((await store.turns('t')).map(({ question }) => question.id)).toEqual(['m1', 'm2']);
});

test('one message delivered five times at once is answered once', async () => {
  const store = slow(createMemoryStore());
  const advisor = buildAdvisor(literal, store, () => {});
  const asked = await Promise.all(Array.from({ length: 5 }, () => advisor.ask(message('m1'))));
  expect(asked.map(({ kind }) => kind).sort()).toEqual(['answered', ...Array(4).fill('duplicate')]);
  expect(await store.turns('t')).toHaveLength(1);
});

test('two replicas on one store answer a message once', async () => {
  const store = slow(createMemoryStore());
  const replicas = [buildAdvisor(literal, store, () => {}), buildAdvisor(literal, store, () => {})];
  const asked = await Promise.all(replicas.map((advisor) => advisor.ask(message('m1'))));
  expect(asked.map(({ kind }) => kind).sort()).toEqual(['answered', 'duplicate']);
});

test('a thread that hangs holds up no other', async () => {
  const store = createMemoryStore();
  const advisor = buildAdvisor(
    literal,
    { ...store, turns: (thread) => (thread === 'stuck' ? new Promise(() => {}) : store.turns(thread)) },
    () => {},
  );
  void advisor.ask(message('m1', 'hello', 'stuck'));
  expect((await advisor.ask(message('m2', 'hello', 'free'))).kind).toBe('answered');
});

test('however questions fall on threads, each is answered once, and threads keep their order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 20 }), async (threads) => {
      const store = slow(createMemoryStore());
      const advisor = buildAdvisor(literal, store, () => {});
      const asked = await Promise.all(
        threads.map((thread, at) => advisor.ask(message(`m${at}`, 'hello', thread))),
      );
      expect(asked.map((one) => one.kind === 'answered' && one.answer.to)).toEqual(
        threads.map((_, at) => `m${at}`),
      );
      for (const thread of new Set(threads)) {
        expect((await store.turns(thread)).map(({ question }) => question.id)).toEqual(
          threads.flatMap((other, at) => (other === thread ? [`m${at}`] : [])),
        );
      }
    }),
    { numRuns: 30 },
  );
});

describe.each(['claim', 'turns', 'append', 'gap'] as const)('the store fails at %s', (method) => {
  const schemaOf = createAnswerSchema(mind.knowledge);
  // A question that the knowledge cannot answer, so that a gap is to be kept, too.
  const unanswerable = {
    ...mind,
    parts: {
      ...mind.parts,
      understand: (_: string, conversation: Parameters<typeof mind.parts.understand>[1]) => ({
        ...mind.parts.understand('', conversation),
        kind: 'explain' as const,
        act: 'explain' as const,
        query: 'zorblat frumious',
      }),
    },
  };
  const setUp = (fail: () => unknown) => {
    const store = createMemoryStore();
    const reported: unknown[] = [];
    let broken = true;
    const failing: Store = {
      ...store,
      [method]: (...given: never[]) =>
        broken ? fail() : (store[method] as (...given: never[]) => unknown)(...given),
    };
    const advisor = withApology(
      buildAdvisor(unanswerable, failing, () => {}),
      createPhrasing(mind.knowledge.voice),
      (...report) => reported.push(report),
    );
    return { advisor, store, reported, mend: () => (broken = false) };
  };
  const failure = new Error('disk full');
  const ways: readonly (readonly [string, () => unknown])[] = [
    [
      'at once',
      () => {
        throw failure;
      },
    ],
    ['later', () => Promise.reject(failure)],
  ];

  test.each(ways)('%s: an apology with the id of the message, told once', async (_, fail) => {
    const { advisor, reported } = setUp(fail);
    const asked = await advisor.ask(message('m1'));
    if (asked.kind !== 'apology') throw new Error('no apology came');
    expect(asked.answer.headline.from).toEqual([{ kind: 'voice', id: 'apology' }]);
    expect(asked.answer.headline.text).toContain('m1');
    expect(schemaOf(['m1']).safeParse(asked.answer).error?.issues).toBeUndefined();
    expect(reported).toEqual([['m1', failure]]);
  });

  test.each(ways)('%s: nothing of it is in force afterwards, and the thread goes on', async (_, fail) => {
    const { advisor, store, mend } = setUp(fail);
    const [first, second] = [advisor.ask(message('m1')), advisor.ask(message('m2'))];
    await first;
    await second;
    expect(await store.turns('t')).toEqual([]);
    mend();
    const asked = await advisor.ask(message('m3'));
    expect(asked.kind === 'answered' && asked.answer.kind).not.toBe('refused');
    expect((await store.turns('t')).map(({ question }) => question.id)).toEqual(['m3']);
  });
});
