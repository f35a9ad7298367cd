import { expect, test } from 'vitest';
import { type CourierDeps, createCourier, type Trip } from '../../../adapters/shared/courier.ts';
import { TakenOver } from '../../../adapters/shared/retry.ts';
import type { Advisor, Answer, Question, Store } from '../../../src/index.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';

const question: Question = { id: 'q1', thread: 't', text: 'why?', author: 'ada', at: 1 };
const minute = 60_000;

type Sent = { readonly id: string; readonly place: string; readonly begun: boolean };

/** A courier of one process; its advisor claims, as the real one does, and answers with the question's id. */
const createProcess = (
  store: Store,
  changes: Partial<CourierDeps<string>> & { clock?: { now: number } } = {},
) => {
  const clock = changes.clock ?? { now: 0 };
  const sent: Sent[] = [];
  const lines: string[] = [];
  const answerTo = ({ id }: Question) => ({ to: id }) as Answer;
  const advisor: Advisor = {
    ask: async (asked, errand) =>
      (await store.claim(asked.id, asked.at, errand && { ...errand, question: asked }))
        ? { kind: 'answered', answer: answerTo(asked) }
        : { kind: 'duplicate' },
    resume: async (asked) => answerTo(asked),
    recall: async () => null,
  };
  const courier = createCourier<string>({
    adapter: 'x',
    advisor,
    store,
    log: {
      note: (what) => lines.push(what),
      failed: (what, { code }, error) => lines.push(`${what} failed: ${code ?? error}`),
    },
    now: () => clock.now,
    send: async (answer, _, place, { begun }) => void sent.push({ id: answer.to, place, begun }),
    ...changes,
  });
  const sweep = async () => {
    courier.start();
    await courier.stop();
  };
  return { courier, clock, sent, lines, sweep };
};

const failing = (error: Error) => ({ send: () => Promise.reject(error) });
const passes = { fault: () => ({ code: 'busy', passes: true }) };

test('an answer is sent to its place, once however often the question comes', async () => {
  const { courier, sent, lines } = createProcess(createMemoryStore());
  await Promise.all([courier.bring(question, 'here'), courier.bring(question, 'here')]);
  expect(sent).toEqual([{ id: 'q1', place: 'here', begun: false }]);
  expect(lines).toEqual([]);
});

test.each([
  ['before the lease and its grace are over, another may still be at work', 75_000, []],
  ['after that it is taken up, by one', 75_001, [{ id: 'q1', place: 'here', begun: true }]],
])('%s', async (_, ms, expected) => {
  const store = createMemoryStore();
  void createProcess(store, { send: () => new Promise(() => {}) }).courier.bring(question, 'here');
  await new Promise(setImmediate);
  const [one, two] = [createProcess(store), createProcess(store)];
  for (const { clock } of [one, two]) clock.now = ms;
  await Promise.all([one.sweep(), two.sweep()]);
  expect([...one.sent, ...two.sent]).toEqual(expected);
});

test('what was cut off before its sending began has not begun', async () => {
  const store = createMemoryStore();
  await store.claim('q1', 0, { adapter: 'x', question, place: '"here"', until: minute });
  const { clock, sweep, sent } = createProcess(store);
  clock.now = 2 * minute;
  await sweep();
  expect(sent).toEqual([{ id: 'q1', place: 'here', begun: false }]);
});

test('whoever was slow learns before its next try that another has taken over', async () => {
  const store = createMemoryStore();
  const clock = { now: 0 };
  let trip: Trip | undefined;
  const slow = createProcess(store, {
    clock,
    async send(_answer, _question, _place, given) {
      trip = given;
      clock.now = 2 * minute;
      const other = createProcess(store, { clock });
      await other.sweep();
      expect(other.sent).toHaveLength(1);
      if (!(await given.mayGoOn())) throw new TakenOver();
    },
  });
  await slow.courier.bring(question, 'here');
  expect(await trip?.mayGoOn()).toBe(false);
  expect(slow.lines).toEqual([]);
});

test('an errand that an earlier try has ended is not begun again', async () => {
  const store = createMemoryStore();
  await store.claim('q1', 0, { adapter: 'x', question, place: '"here"', until: minute });
  const { clock, sweep, sent } = createProcess({
    ...store,
    begin: async (...given) => {
      await store.end('q1', 'sent');
      return store.begin(...given);
    },
  });
  clock.now = 2 * minute;
  await sweep();
  expect(sent).toEqual([]);
});

test('what does not pass is one line, and is not tried again', async () => {
  const store = createMemoryStore();
  const first = createProcess(store, failing(new Error('no such place')));
  await first.courier.bring(question, 'here');
  expect(first.lines).toEqual(['send failed: Error: no such place']);
  const second = createProcess(store);
  second.clock.now = 2 * minute;
  await second.sweep();
  expect(second.sent).toEqual([]);
});

test('what passes is tried by later sweeps, three times in all', async () => {
  const store = createMemoryStore();
  const broken = createProcess(store, { ...failing(new Error('busy')), ...passes });
  await broken.courier.bring(question, 'here');
  for (const minutes of [2, 4, 6]) {
    broken.clock.now = minutes * minute;
    await broken.sweep();
  }
  const tried = ['taken up again', 'send failed: busy'];
  expect(broken.lines).toEqual(['send failed: busy', ...tried, ...tried]);
});

test('what passes arrives as soon as it has passed', async () => {
  const store = createMemoryStore();
  await createProcess(store, { ...failing(new Error('busy')), ...passes }).courier.bring(question, 'here');
  const next = createProcess(store);
  next.clock.now = 2 * minute;
  await next.sweep();
  expect(next.sent).toEqual([{ id: 'q1', place: 'here', begun: true }]);
});

test('processes that die of it, one after the other, give it up in the end, and say so', async () => {
  const store = createMemoryStore();
  await store.claim('q1', 0, { adapter: 'x', question, place: '"here"', until: minute });
  for (const attempt of [2, 3]) await store.overdue('x', attempt * 2 * minute, attempt * 2 * minute, 9);
  const { clock, sweep, lines, sent } = createProcess(store);
  clock.now = 9 * minute;
  await sweep();
  expect([lines, sent]).toEqual([['send failed: Error: given up after several tries'], []]);
});

test('one errand that cannot be taken up does not keep the others waiting', async () => {
  const store = createMemoryStore();
  for (const id of ['q1', 'q2'])
    await store.claim(id, 0, {
      adapter: 'x',
      question: { ...question, id },
      place: id === 'q1' ? '{' : '"here"',
      until: 0,
    });
  const { clock, sweep, lines, sent } = createProcess(store);
  clock.now = minute;
  await sweep();
  expect(sent).toMatchObject([{ id: 'q2' }]);
  expect(lines).toContainEqual(expect.stringMatching(/^take up failed: SyntaxError/));
});

test('what another adapter has to bring is left to it', async () => {
  const store = createMemoryStore();
  await store.claim('q1', 0, { adapter: 'y', question, place: '"there"', until: 0 });
  const { clock, sweep, sent } = createProcess(store);
  clock.now = 9 * minute;
  await sweep();
  expect(sent).toEqual([]);
});

test('an apology is sent though the store can be asked nothing', async () => {
  const down = () => Promise.reject(new Error('disk full'));
  const store = { ...createMemoryStore(), begin: down, end: down };
  const ask = async () => ({ kind: 'apology' as const, answer: { to: 'q1' } as Answer });
  const { courier, sent, lines } = createProcess(store, { advisor: { ask } as unknown as Advisor });
  await courier.bring(question, 'here');
  expect(sent).toEqual([{ id: 'q1', place: 'here', begun: false }]);
  expect(lines).toEqual(['bring failed: Error: disk full']);
});

test('a store that fails between answer and sending: a later sweep sends it', async () => {
  const store = createMemoryStore();
  const first = createProcess({ ...store, begin: () => Promise.reject(new Error('disk full')) });
  await first.courier.bring(question, 'here');
  expect([first.sent, first.lines]).toEqual([[], ['bring failed: Error: disk full']]);
  const next = createProcess(store);
  next.clock.now = 2 * minute;
  await next.sweep();
  expect(next.sent).toHaveLength(1);
});

test('bring never throws, whatever breaks', async () => {
  const ask = () => Promise.reject(new Error('broken'));
  const { courier, lines } = createProcess(createMemoryStore(), { advisor: { ask } as unknown as Advisor });
  await courier.bring(question, 'here');
  expect(lines).toEqual(['bring failed: Error: broken']);
});

test('told to stop, it waits for what is under way', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const order: string[] = [];
  const { courier } = createProcess(createMemoryStore(), {
    send: async () => {
      await promise;
      order.push('sent');
    },
  });
  void courier.bring(question, 'here');
  const stopped = courier.stop().then(() => order.push('stopped'));
  resolve();
  await stopped;
  expect(order).toEqual(['sent', 'stopped']);
});
