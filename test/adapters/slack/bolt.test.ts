import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { clientOptions } from '../../../adapters/slack/outgoing.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { fixture } from '../../slack/fixtures.ts';
import { ids, testSecret } from '../../slack/ids.ts';
import { dropped, held, serverError, slackError } from '../../slack/replies.ts';
import { createSlackAppLater } from './slack-app-later.ts';
import { withApp } from './with-app.ts';

const chat = 'chat app, about 50k people connected at once, our team writes TypeScript';

describe('who we are is asked once, before the first event', () => {
  test('a Slack that is slow at start holds up the start, and not the events after it', async () => {
    const { slack, starting, isStarted } = await createSlackAppLater();
    const { reply, release } = held();
    slack.once('auth.test', reply);
    const started = starting();
    await slack.until(() => slack.callsOf('auth.test').length === 1);
    expect(isStarted()).toBe(false);
    release();
    await started;
    expect(isStarted()).toBe(true);
  });

  test('afterwards it is not asked again, so that no event waits for it', async () => {
    const { people, slack, lines } = await withApp();
    slack.on('auth.test', dropped);
    expect((await people.mention(chat)).posts).toHaveLength(1);
    expect((await people.command(chat)).posts).toHaveLength(1);
    expect(slack.callsOf('auth.test')).toHaveLength(1);
    expect(lines).toEqual([]);
  });

  test.each([
    ['invalid_auth', 'SLACK_BOT_TOKEN'],
    ['token_revoked', 'Reinstall'],
    ['some_new_error', 'some_new_error'],
  ])('%s: the start fails, and says what to do', async (code, hint) => {
    const { slack, starting } = await createSlackAppLater();
    slack.on('auth.test', slackError(code));
    await expect(starting()).rejects.toThrow(hint);
  });

  test('a Slack that is out of reach: the start fails after a few tries', async () => {
    const { slack, starting } = await createSlackAppLater();
    slack.on('auth.test', dropped);
    await expect(starting()).rejects.toThrow('cannot be reached');
    expect(slack.callsOf('auth.test')).toHaveLength(4);
  });
});

describe.each(['http', 'socket'] as const)('over %s', (via) => {
  test('what a handler throws is acknowledged, apologised for, and logged once', async () => {
    const vote = () => Promise.reject(new Error('disk full'));
    const { people, lines } = await withApp({ via, store: { ...createMemoryStore(), vote } });
    const { posts } = await people.mention(chat);
    if (!posts[0]) throw new Error('nothing was answered');
    // Resolves when it was acknowledged.
    const { whispers } = await people.press(posts[0], '👍');
    expect(whispers).toMatchObject([{ user: ids.asker, text: expect.stringContaining('try again') }]);
    expect(lines).toMatchObject([{ what: 'handler failed', details: { error: 'Error: disk full' } }]);
    const { posts: next } = await people.press(posts[0], 'Why');
    expect(next).toHaveLength(1);
  });

  test('it is acknowledged first: a slow Slack keeps nobody waiting for that', async () => {
    const { people, begin, slack, adapter } = await withApp({ via });
    const { reply, release } = held();
    slack.on('chat.postMessage', reply);
    await begin.event(people.placed(`<@${ids.botUser}> ${chat}`, {}).mention);
    const response_url = slack.responseUrl(ids.channel, ids.asker);
    await begin.command(fixture('command-question', { response_url }));
    expect(slack.messages.filter(({ bot_id }) => bot_id)).toEqual([]);
    release();
    await adapter.settled();
    expect(slack.messages.filter(({ bot_id }) => bot_id)).toHaveLength(2);
  });

  test('told to stop, it finishes what it has begun to say', async () => {
    const { begin, slack, adapter } = await withApp({ via });
    const { reply, release } = held();
    slack.once('response_url', reply);
    const response_url = slack.responseUrl(ids.channel, ids.asker);
    await begin.command(fixture('command-help', { response_url }));
    const stopped = adapter.stop();
    release();
    await stopped;
    expect(slack.ephemerals).toHaveLength(1);
  });

  test('what comes from another workspace meets neither our token nor our store', async () => {
    const { event, command, slack, lines, store } = await withApp({ via });
    const team = 'T0OTHER001';
    const foreign = { token: testSecret('xoxb'), team, botUser: ids.botUser, bot: ids.bot, scopes: [] };
    slack.install(foreign);
    const authorizations = [
      { team_id: team, user_id: ids.botUser, is_bot: true, is_enterprise_install: false },
    ];
    await event(
      fixture('message-im', { team_id: team, context_team_id: team, authorizations, event: { team } }),
    );
    await event(fixture('app-mention-channel', { team_id: team, authorizations, event: { team } }));
    await command(fixture('command-question', { team_id: team }));
    expect(slack.calls.every(({ method }) => ['auth.test', 'apps.connections.open'].includes(method))).toBe(
      true,
    );
    expect(await store.gaps()).toEqual([]);
    expect(lines.filter(({ what }) => what === 'event failed')).toHaveLength(3);
  });
});

test('nothing of a conversation is kept outside the store: another process with it goes on, one without knows nothing', async () => {
  const one = await withApp();
  const { ts: thread } = await one.people.mention(chat);
  const same = await withApp({ beside: one.slack, store: one.store });
  expect((await same.people.say('why?', { thread })).posts).toMatchObject([
    { text: expect.stringMatching(/points/) },
  ]);
  const other = await withApp({ beside: one.slack });
  expect((await other.people.say('why?', { thread })).posts).toEqual([]);
});

test('a thread is never read back from Slack, which allows that once a minute', async () => {
  const { people, event, slack } = await withApp();
  await event(fixture('assistant-thread-started'));
  await event(fixture('message-im-assistant'));
  const { ts: thread } = await people.mention(chat);
  await people.say('why?', { thread });
  await people.mention('and the numbers?', { thread, by: ids.colleague });
  expect(slack.calls.filter(({ method }) => method.startsWith('conversations.'))).toEqual([]);
});

test('the client gives up in seconds, and leaves trying again to us', async () => {
  const { timeout, retryConfig, rejectRateLimitedCalls } = clientOptions();
  // The default is no end at all; an errand is another's after 60 s.
  expect(timeout).toBeLessThanOrEqual(10_000);
  expect([retryConfig?.retries, rejectRateLimitedCalls]).toEqual([0, true]);
  const { people, slack } = await withApp();
  slack.on('chat.postMessage', serverError());
  await people.mention(chat);
  // The SDK's own retries would go on for half an hour.
  expect(slack.callsOf('chat.postMessage')).toHaveLength(4);
});

test('what the libraries have to say goes into our log or nowhere, and never past it', async () => {
  const spies = (['debug', 'info', 'warn', 'error', 'log'] as const).map((level) => vi.spyOn(console, level));
  onTestFinished(() => void vi.restoreAllMocks());
  const { people, slack, lines } = await withApp();
  slack.once('chat.postMessage', dropped);
  await people.mention(chat);
  for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  expect(lines).toHaveLength(1);
});

test('Bolt’s debug lines, which hold what people said, go nowhere', async () => {
  const { people, lines } = await withApp();
  await people.say('a secret of ours', { channel: ids.direct });
  expect(JSON.stringify(lines)).not.toContain('secret');
});
