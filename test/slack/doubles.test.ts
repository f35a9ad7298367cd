import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, SocketModeReceiver, type types, webApi } from '@slack/bolt';
import { afterEach, describe, expect, test } from 'vitest';
import { startEmulatedSlack } from './emulated.ts';
import { fixture, fixtureNames, redelivered } from './fixtures.ts';
import { ids, testSecret } from './ids.ts';
import { createLocalSlack, type LocalSlackOptions } from './local-slack.ts';
import { createQuietLogger } from './quiet-logger.ts';
import { answerLost, delayed, dropped, held, rateLimited, serverError, slackError } from './replies.ts';
import { signedBody, signedCommand, signedEvent, signedInteraction } from './signed-request.ts';
import { createSocketModeServer } from './socket-mode-server.ts';

/** The doubles are worth what they say to the real libraries: everything here is real but the far side. */
const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const startSlack = async (options?: LocalSlackOptions) => {
  const slack = createLocalSlack(options);
  await slack.start();
  cleanups.push(slack.stop);
  return slack;
};

type Slack = Awaited<ReturnType<typeof startSlack>>;

const logger = createQuietLogger();
const impatient = { retryConfig: { retries: 0 }, logger, timeout: 2_000 };

const clientOf = (slack: Slack, token = slack.home.token, options: webApi.WebClientOptions = {}) =>
  new webApi.WebClient(token, { slackApiUrl: slack.apiUrl, ...impatient, ...options });

/** The code of Slack's error, or the library's own. */
const refusal = async (call: Promise<unknown>): Promise<string> => {
  const error: unknown = await call.then(
    () => 'no error',
    (reason: unknown) => reason,
  );
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  return error instanceof webApi.SlackError ? error.code : String(error);
};

const { channel, asker, direct } = ids;

describe('the Web API, seen by the real client', () => {
  test('auth.test names the app and its scopes', async () => {
    const slack = await startSlack({ scopes: ['chat:write', 'commands'] });
    const answer = await clientOf(slack).auth.test();
    expect(answer).toMatchObject({ team_id: ids.team, user_id: ids.botUser, bot_id: ids.bot });
    expect(answer.response_metadata?.scopes).toEqual(['chat:write', 'commands']);
  });

  test('tokens are looked at', async () => {
    const slack = await startSlack();
    expect(await refusal(clientOf(slack, testSecret('xoxb')).auth.test())).toBe('invalid_auth');
    expect(await refusal(clientOf(slack, '').auth.test())).toBe('not_authed');
    slack.revoked.add(slack.home.token);
    expect(await refusal(clientOf(slack).auth.test())).toBe('token_revoked');
  });

  test('a scope that is missing is named', async () => {
    const slack = await startSlack({ scopes: ['chat:write'] });
    const ts = slack.say(channel, asker, 'Which backend?');
    expect(await refusal(clientOf(slack).conversations.replies({ channel, ts }))).toBe('missing_scope');
  });

  test('messages are posted, read back with metadata, changed and deleted', async () => {
    const slack = await startSlack();
    const client = clientOf(slack);
    const root = slack.say(channel, asker, 'Which backend?');
    const metadata = { event_type: 'answer', event_payload: { question: 'q1' } };
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'This one.' } }];
    const posted = await client.chat.postMessage({
      channel,
      thread_ts: root,
      text: 'This one.',
      blocks,
      metadata,
    });
    const ts = posted.ts ?? '';
    expect(slack.callsOf('chat.postMessage')[0]?.args).toMatchObject({ blocks, metadata });

    const plain = await client.conversations.replies({ channel, ts: root });
    expect(plain.messages?.map((message) => message.metadata)).toEqual([undefined, undefined]);
    const full = await client.conversations.replies({ channel, ts: root, include_all_metadata: true });
    expect(full.messages?.map((message) => message.metadata)).toEqual([undefined, metadata]);

    const link = await client.chat.getPermalink({ channel, message_ts: ts });
    expect(link.permalink).toContain(`/archives/${channel}/p${ts.replace('.', '')}?thread_ts=${root}`);

    await client.chat.update({ channel, ts, text: 'That one.' });
    expect(slack.messages.at(-1)).toMatchObject({ ts, text: 'That one.', thread_ts: root, metadata });
    await client.chat.delete({ channel, ts });
    expect(slack.messages.map((message) => message.ts)).toEqual([root]);
    expect(await refusal(client.chat.update({ channel, ts, text: 'Late.' }))).toBe('message_not_found');
    expect(await refusal(client.chat.delete({ channel, ts: root }))).toBe('cant_delete_message');
  });

  test('channels refuse as Slack does', async () => {
    const slack = await startSlack();
    const post = (to: string) => refusal(clientOf(slack).chat.postMessage({ channel: to, text: 'Hello' }));
    const other = { team: ids.team, name: 'other', kind: 'public', member: true } as const;
    slack.channel({ ...other, id: 'C0OUTSIDE1', member: false });
    slack.channel({ ...other, id: 'C0ARCHIVE1', archived: true });
    slack.channel({ ...other, id: 'C0ANNOUNCE', restricted: true });
    slack.channel({ ...other, id: 'G0HIDDEN01', kind: 'private', member: false });
    slack.channel({ ...other, id: 'C0FOREIGN1', team: 'T0FOREIGN1' });
    expect(await post('C0OUTSIDE1')).toBe('not_in_channel');
    expect(await post('C0ARCHIVE1')).toBe('is_archived');
    expect(await post('C0ANNOUNCE')).toBe('restricted_action');
    expect(await post('G0HIDDEN01')).toBe('channel_not_found');
    expect(await post('C0FOREIGN1')).toBe('channel_not_found');
    expect(await post(asker)).toBe('no error');
    expect(slack.messages.map((message) => message.channel)).toEqual([direct]);
  });

  test('ephemeral messages reach one person and no history', async () => {
    const slack = await startSlack();
    await clientOf(slack).chat.postEphemeral({ channel, user: asker, text: 'Only you.' });
    expect(slack.ephemerals).toMatchObject([{ channel, user: asker, text: 'Only you.' }]);
    expect(slack.messages).toEqual([]);
  });

  test('a trigger opens one modal; views know their hash', async () => {
    const slack = await startSlack();
    const client = clientOf(slack);
    const trigger = String(fixture('command-empty')['trigger_id']);
    const view: types.ModalView = { type: 'modal', title: { type: 'plain_text', text: 'Ask' }, blocks: [] };
    const opened = await client.views.open({ trigger_id: trigger, view });
    expect(await refusal(client.views.open({ trigger_id: trigger, view }))).toBe('exchanged_trigger_id');
    expect(await refusal(client.views.open({ trigger_id: 'none', view }))).toBe('invalid_trigger_id');
    const id = opened.view?.id ?? '';
    await client.views.update({ view_id: id, hash: opened.view?.hash ?? '', view });
    expect(await refusal(client.views.update({ view_id: id, hash: opened.view?.hash ?? '', view }))).toBe(
      'hash_conflict',
    );
    await client.views.publish({ user_id: asker, view: { type: 'home', blocks: [] } });
    expect(slack.homes.get(asker)).toMatchObject({ type: 'home' });
  });

  test('the container takes status, title and prompts; prompts for a thread are lost on an agent', async () => {
    const prompts: [{ title: string; message: string }] = [
      { title: 'Live orders', message: 'Which backend?' },
    ];
    const place = { channel_id: direct, thread_ts: '1.1' };
    const seen = [];
    for (const container of ['agent_view', 'assistant_view'] as const) {
      const slack = await startSlack({ container });
      const client = clientOf(slack);
      const { threads } = client.assistant;
      await threads.setTitle({ ...place, title: 'A backend' });
      await threads.setStatus({ ...place, status: 'is reading…' });
      expect(slack.statuses.get(direct)).toBe('is reading…');
      await client.chat.postMessage({ channel: direct, thread_ts: '1.1', text: 'This one.' });
      expect(slack.statuses.get(direct)).toBeUndefined();
      await threads.setSuggestedPrompts({ ...place, prompts });
      seen.push(slack.prompts.get(direct));
    }
    expect(seen).toEqual([undefined, prompts]);
  });

  test('a file is uploaded in three steps and stands in the thread', async () => {
    const slack = await startSlack();
    await clientOf(slack).files.uploadV2({
      channel_id: channel,
      thread_ts: '1763700000.000001',
      filename: 'table.csv',
      content: 'a,b\n1,2\n',
      initial_comment: 'The whole table',
    });
    const [upload] = slack.uploads.values();
    expect(upload?.content?.toString()).toBe('a,b\n1,2\n');
    expect(slack.messages).toMatchObject([
      { channel, text: 'The whole table', thread_ts: '1763700000.000001', files: [{ name: 'table.csv' }] },
    ]);
  });

  test('every way to fail can be injected, once or always', async () => {
    const slack = await startSlack({
      judge: ({ args }) => (args['text'] === 'bad blocks' ? slackError('invalid_blocks') : undefined),
    });
    const client = clientOf(slack, undefined, { rejectRateLimitedCalls: true });
    const post = (text = 'Hello') => client.chat.postMessage({ channel, text });
    slack.once('chat.postMessage', slackError('msg_too_long'));
    slack.once('chat.postMessage', rateLimited(30));
    slack.once('chat.postMessage', serverError(503));
    slack.once('chat.postMessage', dropped);
    slack.once('chat.postMessage', answerLost);
    slack.once('chat.postMessage', delayed(1));
    expect(await refusal(post())).toBe('msg_too_long');
    await expect(post()).rejects.toMatchObject({ retryAfter: 30 });
    await expect(post()).rejects.toMatchObject({ statusCode: 503 });
    expect(await refusal(post())).toBe('slack_webapi_request_error');
    expect(slack.messages).toHaveLength(0);
    expect(await refusal(post('lost'))).toBe('slack_webapi_request_error');
    expect(slack.messages).toMatchObject([{ text: 'lost' }]);
    expect(await refusal(post())).toBe('no error');
    expect(await refusal(post('bad blocks'))).toBe('invalid_blocks');

    const undo = slack.on('chat.postMessage', slackError('is_archived'));
    expect([await refusal(post()), await refusal(post())]).toEqual(['is_archived', 'is_archived']);
    undo();
    const { reply, release } = held();
    slack.once('chat.postMessage', reply);
    const before = slack.messages.length;
    const slow = post();
    const calls = slack.callsOf('chat.postMessage').length;
    await slack.until(() => slack.callsOf('chat.postMessage').length > calls);
    expect(slack.messages).toHaveLength(before);
    release();
    expect(await refusal(slow)).toBe('no error');
  });
});

type Echo = { readonly app: App; readonly texts: string[] };

/** The least that shows an event, a command, a button, a form and a shortcut arrived and could be answered. */
const echo = (app: App): Echo => {
  const texts: string[] = [];
  app.event('app_mention', async ({ event, say }) => {
    texts.push(event.text);
    await say({ text: event.text, thread_ts: event.ts });
  });
  app.command('/stack', async ({ command, ack, respond }) => {
    await ack();
    texts.push(command.text);
    await respond({ text: command.text });
  });
  app.action(/.*/, async ({ ack, body }) => {
    await ack();
    texts.push(body.type);
  });
  app.view('ask', async ({ ack, view }) => {
    texts.push(String(view.state.values['building']?.['value']?.value));
    await ack({ response_action: 'clear' });
  });
  app.view({ callback_id: 'ask', type: 'view_closed' }, async ({ ack }) => {
    await ack();
    texts.push('closed');
  });
  app.shortcut('ask_about_message', async ({ ack, body }) => {
    await ack();
    texts.push(body.type);
  });
  app.event(/.*/, async ({ event }) => {
    if (event.type !== 'app_mention') texts.push(event.type);
  });
  return { app, texts };
};

const identity = { botId: ids.bot, botUserId: ids.botUser };

describe('events over HTTP, seen by real Bolt', () => {
  const secret = testSecret('signing');
  const startApp = async () => {
    const slack = await startSlack();
    const receiver = new HTTPReceiver({ signingSecret: secret, logger });
    const app = new App({
      receiver,
      token: slack.home.token,
      ...identity,
      clientOptions: { slackApiUrl: slack.apiUrl, ...impatient },
      logger,
    });
    const server = await receiver.start({ port: 0, host: '127.0.0.1' });
    cleanups.push(() => receiver.stop());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
    return { slack, url, ...echo(app) };
  };

  test('a signed mention is answered in its thread; a retry runs again: Bolt has no memory', async () => {
    const { slack, url, texts } = await startApp();
    const event = fixture('app-mention-channel');
    expect((await fetch(url, signedEvent(event, { secret }))).status).toBe(200);
    const again = signedEvent(redelivered(event), { secret, retry: { number: 1, reason: 'http_timeout' } });
    expect((await fetch(url, again)).status).toBe(200);
    await slack.until(() => slack.messages.length === 2);
    expect(texts).toHaveLength(2);
    expect(slack.messages[0]).toMatchObject({ channel, text: texts[0], thread_ts: '1763640011.101119' });
  });

  test('commands, buttons, forms and shortcuts arrive', async () => {
    const { slack, url, texts } = await startApp();
    const response_url = slack.responseUrl(channel, asker);
    await fetch(url, signedCommand(fixture('command-question', { response_url }), { secret }));
    await slack.until(() => slack.ephemerals.length === 1);
    for (const name of ['block-actions-button', 'block-actions-ephemeral', 'block-actions-feedback'])
      expect((await fetch(url, signedInteraction(fixture(name), { secret }))).status).toBe(200);
    await fetch(url, signedInteraction(fixture('block-actions-home'), { secret }));
    const submitted = await fetch(url, signedInteraction(fixture('view-submission'), { secret }));
    expect(await submitted.json()).toEqual({ response_action: 'clear' });
    await fetch(url, signedInteraction(fixture('view-closed'), { secret }));
    await fetch(url, signedInteraction(fixture('message-shortcut'), { secret }));
    expect(texts.slice(1)).toEqual([
      ...Array.from({ length: 4 }, () => 'block_actions'),
      'A dashboard that shows live orders',
      'closed',
      'message_action',
    ]);
  });

  test('a response_url is good for five answers, and not for markdown_text', async () => {
    const { slack } = await startApp();
    const address = slack.responseUrl(channel, asker);
    const send = async (body: object) =>
      (await fetch(address, { method: 'POST', body: JSON.stringify(body) })).ok;
    expect(await send({ markdown_text: '**bold**' })).toBe(false);
    const five = [1, 2, 3, 4, 5].map(() => send({ text: 'Here', response_type: 'in_channel' }));
    expect(await Promise.all(five)).toEqual([true, true, true, true, true]);
    expect(await send({ text: 'One more' })).toBe(false);
    expect(slack.messages).toHaveLength(5);
  });

  test('every recorded event is one that Bolt takes', async () => {
    const { url, texts } = await startApp();
    const events = fixtureNames().filter((name) => fixture(name)['type'] === 'event_callback');
    for (const name of events)
      expect((await fetch(url, signedEvent(fixture(name), { secret }))).status, name).toBe(200);
    expect(events.length).toBeGreaterThan(25);
    // Only the bot's own message is passed over.
    expect(texts).toHaveLength(events.length - 1);
    const challenge = await fetch(url, signedEvent(fixture('url-verification'), { secret }));
    expect(await challenge.json()).toEqual({ challenge: fixture('url-verification')['challenge'] });
  });

  test('forged, stale and malformed requests are told apart from honest ones', async () => {
    const { url, texts } = await startApp();
    const event = fixture('app-mention-channel');
    const status = async (options: object) =>
      (await fetch(url, signedEvent(event, { secret, ...options }))).status;
    const now = Math.floor(Date.now() / 1000);
    expect(await status({ secret: testSecret('signing') })).toBe(401);
    expect(await status({ signature: 'v0=00' })).toBe(401);
    expect(await status({ tamperedBody: '{}' })).toBe(401);
    expect(await status({ timestamp: now - 301 })).toBe(401);
    expect(await status({ timestamp: 'soon' })).toBe(401);
    expect(await status({ headers: { 'x-slack-signature': undefined } })).toBe(401);
    expect(await status({ headers: { 'x-slack-request-timestamp': undefined } })).toBe(401);
    expect((await fetch(url, signedBody('{"type":', 'application/json', { secret }))).status).toBe(400);
    expect(texts).toEqual([]);
  });
});

describe('Socket Mode, seen by real Bolt', () => {
  const startApp = async (clientPingTimeout = 5_000) => {
    const slack = await startSlack();
    const sockets = createSocketModeServer(slack);
    await sockets.start();
    cleanups.push(sockets.stop);
    const receiver = new SocketModeReceiver({
      appToken: slack.appToken,
      clientPingTimeout,
      logger,
      installerOptions: { clientOptions: { ...impatient, slackApiUrl: slack.apiUrl } },
    });
    const app = new App({
      receiver,
      token: slack.home.token,
      ...identity,
      clientOptions: { slackApiUrl: slack.apiUrl, ...impatient },
      logger,
    });
    const echoing = echo(app);
    await app.start();
    cleanups.push(() => app.stop());
    return { slack, sockets, ...echoing };
  };

  test('envelopes arrive, are acknowledged with what was answered, and may come twice', async () => {
    const { slack, sockets, texts } = await startApp();
    const event = fixture('app-mention-channel');
    expect((await sockets.deliver('events_api', event, { times: 2 }).acked).payload).toEqual({});
    await slack.until(() => slack.messages.length === 2);
    const view = await sockets.deliver('interactive', fixture('view-submission')).acked;
    expect(view.payload).toEqual({ response_action: 'clear' });
    const response_url = slack.responseUrl(channel, asker);
    await sockets.deliver('slash_commands', fixture('command-help', { response_url })).acked;
    await slack.until(() => slack.responses.length === 1);
    expect(texts).toHaveLength(4);
    expect(sockets.acks).toHaveLength(4);
  });

  test('recorded envelopes go out as they are', async () => {
    const { slack, sockets, texts } = await startApp();
    await sockets.send(fixture('socket-events-api')).acked;
    await sockets.send(fixture('socket-interactive')).acked;
    const response_url = slack.responseUrl(channel, asker);
    await sockets.send(fixture('socket-slash-commands', { payload: { response_url } })).acked;
    expect(texts).toHaveLength(3);
  });

  test('the app comes back after a refresh, a goodbye, a cut and a door that was shut', async () => {
    const { slack, sockets } = await startApp(200);
    sockets.disconnect('refresh_requested');
    await sockets.greeted(2);
    sockets.close();
    await sockets.greeted(3);
    sockets.refuse(1);
    sockets.drop();
    await sockets.greeted(4);
    expect(slack.callsOf('apps.connections.open')).toHaveLength(5);
    await sockets.deliver('events_api', fixture('app-mention-channel')).acked;
  });

  test('an envelope longer than one packet arrives whole', async () => {
    const { sockets, texts } = await startApp();
    const text = 'ä'.repeat(70_000);
    await sockets.deliver('events_api', fixture('app-mention-channel', { event: { text } })).acked;
    expect(texts).toEqual([text]);
  });
});

test('the emulator agrees on messages, threads and metadata', async () => {
  const emulated = await startEmulatedSlack();
  cleanups.push(emulated.stop);
  const client = new webApi.WebClient(emulated.token, { slackApiUrl: emulated.apiUrl(), ...impatient });
  const general =
    (await client.conversations.list()).channels?.find(({ name }) => name === 'general')?.id ?? '';
  const root = await client.chat.postMessage({ channel: general, text: 'Which backend?' });
  const metadata = { event_type: 'answer', event_payload: { question: 'q1' } };
  await client.chat.postMessage({ channel: general, text: 'This.', thread_ts: root.ts ?? '', metadata });
  const replies = await client.conversations.replies({
    channel: general,
    ts: root.ts ?? '',
    include_all_metadata: true,
  });
  expect(replies.messages?.map((message) => message.metadata)).toEqual([undefined, metadata]);
  emulated.reset();
  expect((await client.conversations.history({ channel: general })).messages).toEqual([]);
});
