import { expect, test } from 'vitest';
import { fixture } from '../../slack/fixtures.ts';
import { ids } from '../../slack/ids.ts';
import { held, serverError, slackError } from '../../slack/replies.ts';
import { createSlackAppLater } from './slack-app-later.ts';
import { withApp } from './with-app.ts';

const question = `<@${ids.botUser}> backend for our shop?`;

test('one envelope delivered twice, and once more on another connection: one answer', async () => {
  const { people, sockets, slack, adapter } = await withApp({ via: 'socket' });
  const { mention } = people.placed(question, {});
  const { envelope, acked } = sockets.deliver('events_api', mention, { times: 2 });
  await acked;
  sockets.disconnect('refresh_requested');
  await sockets.greeted(2);
  await sockets.send(envelope, { connection: sockets.open() - 1 }).acked;
  await adapter.settled();
  expect(slack.callsOf('chat.postMessage')).toHaveLength(1);
});

test('an event sent again because its acknowledgement was late: one answer', async () => {
  const { people, sockets, slack, adapter } = await withApp({ via: 'socket' });
  const { mention } = people.placed(question, {});
  const { reply, release } = held();
  slack.once('chat.postMessage', reply);
  await sockets.deliver('events_api', mention).acked;
  await sockets.deliver('events_api', mention, { retry: { attempt: 1, reason: 'timeout' } }).acked;
  release();
  await adapter.settled();
  expect(slack.callsOf('chat.postMessage')).toHaveLength(1);
});

test('it comes back after a refresh, a goodbye, a cut and a door that was shut, and answers', async () => {
  const { people, sockets, slack, adapter, lines } = await withApp({ via: 'socket' });
  const answersAgain = async (connections: number) => {
    await sockets.greeted(connections);
    const { mention } = people.placed(question, {});
    await sockets.deliver('events_api', mention, { connection: sockets.open() - 1 }).acked;
    await adapter.settled();
    expect(slack.callsOf('chat.postMessage')).toHaveLength(connections - 1);
  };
  sockets.disconnect('refresh_requested');
  await answersAgain(2);
  // Bolt takes a warning for the same: what Slack sends by the old connection now, it sends again by the new one.
  sockets.disconnect('warning');
  await answersAgain(3);
  sockets.close();
  await answersAgain(4);
  sockets.refuse(1);
  sockets.drop();
  await answersAgain(5);
  // Slack itself may be away for a moment when a new address is asked for.
  slack.once('apps.connections.open', serverError(503));
  slack.once('apps.connections.open', slackError('internal_error'));
  sockets.drop();
  await answersAgain(6);
  expect(adapter.isUp()).toBe(true);
  expect(lines.every(({ what }) => !what.startsWith('event'))).toBe(true);
});

test('a token that opens no socket: the start fails, and says which one it is', async () => {
  const { slack, starting } = await createSlackAppLater('socket');
  slack.on('apps.connections.open', slackError('invalid_auth'));
  await expect(starting()).rejects.toThrow(/invalid_auth.*SLACK_APP_TOKEN/);
});

test('told to stop, it finishes what is under way, and takes nothing new', async () => {
  const { people, sockets, adapter, slack } = await withApp({ via: 'socket' });
  const { reply, release } = held();
  slack.once('chat.postMessage', reply);
  await sockets.deliver('events_api', people.placed(question, {}).mention).acked;
  const stopped = adapter.stop();
  expect(adapter.isUp()).toBe(false);
  release();
  await stopped;
  expect(slack.messages.at(-1)).toMatchObject({ bot_id: ids.bot });
});

test('what Bolt stumbles over is acknowledged, or Slack would send it for ever', async () => {
  const { sockets, adapter, lines } = await withApp({ via: 'socket' });
  const odd = { ...fixture('app-mention-channel'), event: { type: 'reaction_added', item: 1 } };
  await sockets.deliver('events_api', odd).acked;
  await adapter.settled();
  expect(lines).toEqual([]);
});

test('recorded envelopes are taken as they are', async () => {
  const { sockets, slack, adapter, lines } = await withApp({ via: 'socket' });
  const response_url = slack.responseUrl(ids.channel, ids.asker);
  await sockets.send(fixture('socket-events-api')).acked;
  await sockets.send(fixture('socket-slash-commands', { payload: { response_url } })).acked;
  await sockets.send(fixture('socket-interactive', { payload: { response_url } })).acked;
  await adapter.settled();
  expect(slack.messages.filter(({ bot_id }) => bot_id)).toHaveLength(2);
  // Its button is one of an older version.
  expect(slack.ephemerals).toMatchObject([{ text: expect.stringContaining('no longer know') }]);
  expect(lines).toEqual([]);
});
