import { webApi } from '@slack/bolt';
import { expect, onTestFinished, test } from 'vitest';
import { createRetry } from '../../../adapters/shared/retry.ts';
import { clientOptions } from '../../../adapters/slack/outgoing.ts';
import { createSlack, requestPath } from '../../../adapters/slack/slack.ts';
import { createCatalog } from '../../../src/answering/catalog.ts';
import { buildAdvisor } from '../../../src/build-advisor.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { mind } from '../../answering/bot.ts';
import { startEmulatedSlack } from '../../slack/emulated.ts';
import { fixture, type Payload } from '../../slack/fixtures.ts';
import { signedEvent, signedInteraction } from '../../slack/signed-request.ts';
import { serveListener } from './serve-listener.ts';

/** A second opinion, by a Slack that others wrote: one conversation from mention to deletion. */
test('a mention is answered in its thread, corrected in place, and deleted', async () => {
  const emulated = await startEmulatedSlack();
  onTestFinished(emulated.stop);
  const store = createMemoryStore();
  const lines: string[] = [];
  const adapter = createSlack({
    advisor: buildAdvisor(mind, store, () => {}),
    store,
    catalog: createCatalog(mind.knowledge),
    log: { note: (what) => lines.push(what), failed: (what, _, error) => lines.push(`${what}: ${error}`) },
    retry: createRetry({ sleep: async () => {}, random: () => 0 }),
    botToken: emulated.token,
    via: { signingSecret: emulated.signingSecret },
    slackApiUrl: emulated.apiUrl(),
    now: Date.now,
  });
  await adapter.start();
  onTestFinished(adapter.stop);
  const { url, stop } = await serveListener(adapter.routes?.[requestPath]);
  onTestFinished(stop);

  const client = new webApi.WebClient(emulated.token, clientOptions(emulated.apiUrl()));
  const { team_id: team, user_id: botUser } = await client.auth.test();
  const channel =
    (await client.conversations.list()).channels?.find(({ name }) => name === 'general')?.id ?? '';
  const posted = await client.chat.postMessage({ channel, text: 'Which backend?' });
  const root = posted.ts ?? '';
  const replies = async () => (await client.conversations.replies({ channel, ts: root })).messages ?? [];
  const secret = emulated.signingSecret;
  const here = {
    team_id: team,
    context_team_id: team,
    authorizations: [{ team_id: team, user_id: botUser }],
  };

  const text = `<@${botUser}> chat app, about 50k people connected at once, our team writes TypeScript`;
  const told = { user: 'U0PERSON01', ts: root, event_ts: root, text, channel, blocks: undefined };
  await fetch(url, signedEvent(fixture('app-mention-channel', { ...here, event: told }), { secret }));
  await adapter.settled();
  const [, answer] = await replies();
  expect(answer).toMatchObject({ thread_ts: root, text: expect.stringContaining('Node.js') });

  const press = (action_id: string, value: object): Payload => ({
    ...fixture('block-actions-button', {
      team: { id: team },
      user: { id: 'U0PERSON01' },
      channel: { id: channel },
    }),
    container: { message_ts: answer?.ts, channel_id: channel, thread_ts: root, is_ephemeral: false },
    actions: [{ action_id, action_ts: '1.0', value: JSON.stringify(value), type: 'button' }],
    response_url: undefined,
  });
  const question = `slack:${team}:${channel}:${root}`;
  const kept = { question, channel, messageTs: answer?.ts, threadTs: root, private: false };
  const view = {
    id: 'V1',
    callback_id: 'correction',
    private_metadata: JSON.stringify(kept),
    state: { values: { 'stance:real-time': { field: { selected_option: { value: 'excluded' } } } } },
  };
  const saved = { ...fixture('view-submission', { team: { id: team }, user: { id: 'U0PERSON01' } }), view };
  await fetch(url, signedInteraction(saved, { secret }));
  await adapter.settled();
  const [, corrected, ...more] = await replies();
  expect(corrected).toMatchObject({
    ts: answer?.ts,
    text: expect.stringMatching(/live updates: not needed/),
  });
  expect(more).toEqual([]);

  await fetch(url, signedInteraction(press('remove', { q: question, by: 'U0PERSON01' }), { secret }));
  await adapter.settled();
  expect((await replies()).map(({ ts }) => ts)).toEqual([root]);
  expect(lines).toEqual([]);
});
