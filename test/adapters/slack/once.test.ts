import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../../src/index.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { createSqliteStore } from '../../../src/store/sqlite-store.ts';
import { fixture, type Payload, redelivered } from '../../slack/fixtures.ts';
import { ids } from '../../slack/ids.ts';
import { answerLost, dropped, serverError } from '../../slack/replies.ts';
import { signedEvent } from '../../slack/signed-request.ts';
import { withApp } from './with-app.ts';

const chat = 'chat app, about 50k people connected at once, our team writes TypeScript';
const { direct, channel } = ids;

test('the first acknowledgement is lost, the second and third delivery come late: one answer', async () => {
  const { people, send, secret, adapter, slack } = await withApp();
  const { mention, message, ts: thread } = people.placed(`<@${ids.botUser}> ${chat}`, {});
  const deliver = async (number: 1 | 2 | 3, reason: 'http_timeout' | 'http_error') => {
    const { status } = await send(signedEvent(redelivered(mention), { secret, retry: { number, reason } }));
    await adapter.settled();
    return status;
  };
  await send(signedEvent(mention, { secret }));
  expect(await deliver(1, 'http_timeout')).toBe(200);
  await people.say('why?', { thread });
  expect(await deliver(2, 'http_error')).toBe(200);
  expect(await deliver(3, 'http_error')).toBe(200);
  await send(signedEvent(redelivered(message), { secret }));
  await adapter.settled();
  expect(slack.callsOf('chat.postMessage')).toHaveLength(2);
});

test.each<[string, Payload?]>([
  ['message-bot-message'],
  ['message-own'],
  // Of a file of ours Slack tells without the id of the bot.
  ['message-own', { bot_id: undefined, bot_profile: undefined, subtype: 'file_share' }],
  ['message-changed-edit'],
  ['message-changed-unfurl'],
  ['message-deleted'],
  ['message-channel-join'],
  ['app-mention-other-bot'],
  // As bots of today write: like a person, but for what stands beside.
  ['app-mention-other-bot', { subtype: undefined }],
  ['app-mention-other-bot', { subtype: undefined, bot_profile: undefined }],
  ['app-mention-other-bot', { subtype: undefined, bot_id: undefined }],
  ['app-mention-edited'],
  ['tokens-revoked'],
  ['app-uninstalled'],
  ['assistant-thread-context-changed'],
])('%s %j is not a question, in a channel or alone with us', async (...[name, changes = {}]) => {
  const { event, slack, lines } = await withApp();
  await event(fixture(name, { event: changes }));
  if ('channel' in (fixture(name)['event'] as object))
    await event(fixture(name, { event: { ...changes, channel: direct, channel_type: 'im' } }));
  expect(slack.calls.map(({ method }) => method)).toEqual(['auth.test']);
  expect(lines).toEqual([]);
});

const stores: Readonly<Record<string, () => readonly [Store, Store]>> = {
  'in memory': () => {
    const store = createMemoryStore();
    return [store, store];
  },
  'in a file': () => {
    const folder = mkdtempSync(join(tmpdir(), 'stack-'));
    const pair = [createSqliteStore(join(folder, 's.db')), createSqliteStore(join(folder, 's.db'))] as const;
    onTestFinished(async () => {
      for (const store of pair) await store.close();
      rmSync(folder, { recursive: true });
    });
    return pair;
  },
};

describe.each(Object.entries(stores))('two processes, their store %s', (_, create) => {
  test('get the same, and give one answer', async () => {
    const [store, other] = create();
    const one = await withApp({ store });
    const two = await withApp({ store: other, beside: one.slack });
    const { mention, message } = one.people.placed(`<@${ids.botUser}> ${chat}`, {});
    await Promise.all([one.event(mention), two.event(mention), two.event(message), one.event(message)]);
    expect(one.slack.callsOf('chat.postMessage')).toHaveLength(1);
    // What one has heard, the other knows.
    const next = one.people.placed('why?', { thread: one.slack.messages[0]?.ts });
    await two.event(next.message);
    expect(one.slack.messages.at(-1)).toMatchObject({
      bot_id: ids.bot,
      thread_ts: one.slack.messages[0]?.ts,
    });
  });

  test('of a private answer, one shares', async () => {
    const [store, other] = create();
    const one = await withApp({ store });
    const two = await withApp({ store: other, beside: one.slack });
    const { whispers } = await one.people.command(`private ${chat}`);
    if (!whispers[0]) throw new Error('nothing was answered');
    const press = one.people.pressOf(whispers[0], 'Share');
    await Promise.all([one.interaction(press), two.interaction({ ...press, trigger_id: '1.1.99' })]);
    expect(one.slack.callsOf('chat.postMessage')).toHaveLength(1);
  });
});

describe.each(['mention', 'direct', 'command'] as const)('the answer to a %s', (kind) => {
  const ask = ({ people }: Awaited<ReturnType<typeof withApp>>) => {
    if (kind === 'mention') return people.mention(chat);
    return kind === 'direct' ? people.say(chat, { channel: direct }) : people.command(chat);
  };

  test.each([
    ['arrived, and Slack’s word of it was lost', answerLost],
    ['was lost on the way there', dropped],
    ['met a fault that passes', serverError(503)],
  ])('%s: it stands there once', async (_, reply) => {
    const app = await withApp();
    app.slack.once('chat.postMessage', reply);
    expect((await ask(app)).posts).toHaveLength(1);
    expect(app.lines).toMatchObject([{ what: 'trying again', details: { what: 'chat.postMessage' } }]);
  });
});

test('an answer put in the place of another arrives once, though the word of it was lost', async () => {
  const { people, slack } = await withApp();
  const { posts } = await people.mention(chat);
  if (!posts[0]) throw new Error('nothing was answered');
  const { views } = await people.press(posts[0], "That's wrong");
  slack.once('chat.update', answerLost);
  await people.submit(views[0], { 'stance:real-time': 'excluded' });
  expect(slack.messages.filter(({ bot_id }) => bot_id)).toMatchObject([{ channel, ts: posts[0].ts }]);
});
