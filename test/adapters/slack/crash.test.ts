import { describe, expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../../src/index.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { ids } from '../../slack/ids.ts';
import type { LocalSlackOptions } from '../../slack/local-slack.ts';
import { held } from '../../slack/replies.ts';
import { createPeople, type People } from './people.ts';
import { type SlackAppOptions, startSlackApp } from './slack-app.ts';

const chat = 'chat app, about 50k people connected at once, our team writes TypeScript';
const { direct } = ids;

/** Longer than any lease and its grace (ms). */
const later = 100_000;

/** A store whose process dies in the middle of one of its methods: the call is made or not, and never comes back. */
const dyingIn = (store: Store, method: 'append' | 'begin' | 'end') => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const dying: Store = {
    ...store,
    [method]: () => {
      resolve();
      return new Promise(() => {});
    },
  };
  return { dying, reached: promise };
};

const ways: Readonly<Record<string, (people: People) => Promise<unknown>>> = {
  'a mention': (people) => people.mention(chat),
  'a direct message': (people) => people.say(chat, { channel: direct }),
  'a command': (people) => people.command(chat),
};

/** A process that dies while it answers, in the phase given; then what is there. */
const crashIn = async (
  phase: Phase,
  ask: (people: People) => Promise<unknown>,
  options: LocalSlackOptions = {},
) => {
  const store = createMemoryStore();
  const method = ({ claimed: 'append', answered: 'begin', posted: 'end' } as const)[phase as string];
  const { dying, reached } = method ? dyingIn(store, method) : { dying: store, reached: undefined };
  const app = await startSlackApp({ ...options, store: dying });
  onTestFinished(async () => {
    await app.crash();
    await app.slack.stop();
  });
  if (phase === 'sending') app.slack.once('chat.postMessage', held().reply);
  // It never ends: the process is gone before.
  void ask(createPeople(app));
  await (reached ?? app.slack.until(() => app.slack.callsOf('chat.postMessage').length > 0));
  const posts = () => app.slack.messages.filter(({ bot_id }) => bot_id);
  const startAgain = async (after: number, more: SlackAppOptions = {}) => {
    const next = await startSlackApp({ ...more, store, beside: app.slack, now: () => Date.now() + after });
    await next.stop();
    return next.lines;
  };
  return { posts, startAgain, slack: app.slack };
};

const phases = ['claimed', 'answered', 'sending', 'posted'] as const;
type Phase = (typeof phases)[number];

describe.each(Object.entries(ways))('a crash while %s is answered', (_, ask) => {
  test.each(phases)('phase %s: the next start brings the answer, once', async (phase) => {
    const { posts, startAgain } = await crashIn(phase, ask);
    expect(posts()).toHaveLength(phase === 'posted' ? 1 : 0);
    expect(await startAgain(later)).toMatchObject([{ what: 'taken up again', details: { attempt: 2 } }]);
    expect(posts()).toMatchObject([{ text: expect.stringContaining('Node.js') }]);
    expect(await startAgain(2 * later)).toEqual([]);
    expect(posts()).toHaveLength(1);
  });
});

test('a start while the first process may still be at work leaves it the work', async () => {
  const { posts, startAgain } = await crashIn('answered', (people) => people.mention(chat));
  expect(await startAgain(0)).toEqual([]);
  expect(posts()).toEqual([]);
});

test('where the conversation may not be read, the answer comes rather twice than never', async () => {
  const scopes = ['chat:write', 'app_mentions:read', 'commands'];
  const { posts, startAgain } = await crashIn('posted', (people) => people.mention(chat), { scopes });
  const lines = await startAgain(later);
  expect(lines.at(-1)).toMatchObject({
    what: 'sent again without having looked',
    details: { code: 'missing_scope' },
  });
  expect(posts()).toHaveLength(2);
  expect(await startAgain(2 * later)).toEqual([]);
});

test('a private answer comes again by its own way', async () => {
  const { posts, startAgain, slack } = await crashIn('answered', (people) =>
    people.command(`private ${chat}`),
  );
  await startAgain(later);
  expect([posts().length, slack.ephemerals.length]).toEqual([0, 1]);
});

test('an answer that cannot be found any more is an apology, with the id to ask for', async () => {
  const { posts, startAgain } = await crashIn('claimed', (people) => people.mention(chat));
  const broken = () => Promise.reject(new Error('lost'));
  await startAgain(later, { advisor: (advisor) => ({ ...advisor, resume: broken }) });
  expect(posts()).toMatchObject([{ text: expect.stringMatching(/slack:T0STACK001:C0GENERAL1:/) }]);
  expect(await startAgain(2 * later)).toEqual([]);
});

test('an answer that kills every process that brings it is given up, and the operator learns of it', async () => {
  const { startAgain, slack } = await crashIn('sending', (people) => people.mention(chat));
  slack.on('chat.postMessage', { kind: 'status', status: 500, headers: {}, body: '' });
  for (const times of [1, 2]) {
    const lines = await startAgain(times * later);
    expect(lines.at(-1)).toMatchObject({
      what: 'send failed',
      details: { attempt: times + 1, code: 'http_500' },
    });
  }
  expect(await startAgain(3 * later)).toEqual([]);
});
