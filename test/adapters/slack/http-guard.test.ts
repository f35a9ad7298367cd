import { request } from 'node:http';
import { expect, test } from 'vitest';
import { fixture, redelivered } from '../../slack/fixtures.ts';
import { ids, testSecret } from '../../slack/ids.ts';
import {
  type SigningOptions,
  signedBody,
  signedCommand,
  signedEvent,
  signedInteraction,
} from '../../slack/signed-request.ts';
import { withApp } from './with-app.ts';

/** Nothing was done for what was refused, and the next honest request is served. */
const withUnharmedApp = async (use: (app: Awaited<ReturnType<typeof withApp>>) => Promise<void>) => {
  const app = await withApp();
  await use(app);
  await app.adapter.settled();
  expect(app.slack.calls.map(({ method }) => method)).toEqual(['auth.test']);
  const { posts } = await app.people.mention('backend for our shop?');
  expect(posts).toHaveLength(1);
};

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';

test.each([
  // Bolt reads a property of it outside any `try`: an unhandled rejection, which ends the process.
  ['null', 'null', json],
  ['payload=null', 'payload=null', form],
  ['a list', '[]', json],
  ['a text', '"hello"', json],
  ['a number', '1', json],
  ['cut JSON', '{"type":', json],
  ['nothing', '', json],
  ['no event', '{"type":"event_callback"}', json],
  ['an event that is none', '{"type":"event_callback","event":null}', json],
  ['a cut payload', 'payload={', form],
  ['a payload that is a list', 'payload=[]', form],
  ['a payload of no type', 'payload={}', form],
  ['a form of somebody else', 'hello=world', form],
  ['an event sent as a form', JSON.stringify(fixture('app-mention-channel')), form],
  ['a form sent as JSON', 'command=%2Fstack', json],
  ['no content type', JSON.stringify({ command: '/stack' }), 'text/plain'],
])('signed, but %s: refused', async (_, body, type) => {
  await withUnharmedApp(async ({ send, secret }) => {
    expect((await send(signedBody(body, type, { secret }))).status).toBe(400);
  });
});

test.each<[string, (now: number) => Partial<SigningOptions>]>([
  ['signed with another secret', () => ({ secret: testSecret('signing') })],
  ['with a made-up signature', () => ({ signature: `v0=${'0'.repeat(64)}` })],
  ['without a signature', () => ({ headers: { 'x-slack-signature': undefined } })],
  ['changed on its way', () => ({ tamperedBody: JSON.stringify(fixture('message-im')) })],
  ['six minutes old', (now) => ({ timestamp: now - 360 })],
  // Bolt looks at the past alone: such a request could be used for as long as it is ahead.
  ['an hour ahead', (now) => ({ timestamp: now + 3_600 })],
  ['of no time at all', () => ({ timestamp: 'soon' })],
  ['without its time', () => ({ headers: { 'x-slack-request-timestamp': undefined } })],
])('an event %s: refused', async (_, options) => {
  await withUnharmedApp(async ({ send, secret }) => {
    const now = Math.floor(Date.now() / 1000);
    const event = fixture('app-mention-channel');
    expect((await send(signedEvent(event, { secret, ...options(now) }))).status).toBe(401);
  });
});

test('a recorded request, sent again: refused; a retry of Slack’s, signed anew: taken', async () => {
  const { send, secret, adapter, slack } = await withApp();
  const command = signedCommand(
    fixture('command-private', { response_url: slack.responseUrl(ids.channel, ids.asker) }),
    {
      secret,
    },
  );
  expect((await send(command)).status).toBe(200);
  expect((await send(command)).status).toBe(401);
  const event = fixture('app-home-opened-home');
  expect((await send(signedEvent(event, { secret }))).status).toBe(200);
  expect((await send(signedEvent(redelivered(event), { secret }))).status).toBe(200);
  await adapter.settled();
  expect(slack.ephemerals).toHaveLength(1);
});

test('more than a megabyte: refused before it is read to its end', async () => {
  await withUnharmedApp(async ({ url, secret }) => {
    const { headers } = signedEvent(fixture('app-mention-channel'), { secret });
    const status = await new Promise((resolve, reject) => {
      // It never says that it has ended.
      const upload = request(url, {
        method: 'POST',
        headers: { ...headers, 'transfer-encoding': 'chunked' },
      });
      upload.on('response', (response) => {
        resolve(response.statusCode);
        upload.destroy();
      });
      upload.on('error', reject);
      upload.write(' '.repeat(1024 * 1024 + 1));
    });
    expect(status).toBe(413);
  });
});

test('a connection that ends in the middle of a body harms nobody', async () => {
  await withUnharmedApp(async ({ url, secret }) => {
    const { headers } = signedEvent(fixture('app-mention-channel'), { secret });
    await new Promise((resolve) => {
      const upload = request(url, { method: 'POST', headers: { ...headers, 'content-length': '100000' } });
      upload.on('error', resolve).write('{"type":', () => upload.destroy(new Error('gone')));
    });
  });
});

test('other methods are refused, Slack’s look at whether we are there is answered', async () => {
  await withUnharmedApp(async ({ url, send, secret }) => {
    expect((await fetch(url)).status).toBe(405);
    const challenge = await send(signedEvent(fixture('url-verification'), { secret }));
    expect(JSON.parse(challenge.body)).toEqual({ challenge: fixture('url-verification')['challenge'] });
    expect((await send(signedBody('ssl_check=1', form, { secret }))).status).toBe(200);
  });
});

test('what Bolt stumbles over behind the guard is answered too', async () => {
  await withUnharmedApp(async ({ send, secret }) => {
    const odd = { ...fixture('app-mention-channel'), event: { type: 'reaction_added', item: 1 } };
    expect((await send(signedEvent(odd, { secret }))).status).toBe(500);
    const press = { ...fixture('block-actions-button'), actions: [] };
    expect((await send(signedInteraction(press, { secret }))).status).toBe(200);
  });
});
