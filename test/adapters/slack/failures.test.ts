import { describe, expect, test } from 'vitest';
import type { Answer, Block, Store } from '../../../src/index.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { ids } from '../../slack/ids.ts';
import { dropped, rateLimited, serverError, slackError } from '../../slack/replies.ts';
import { says, told } from './told.ts';
import { withApp } from './with-app.ts';

const chat = 'chat app, about 50k people connected at once, our team writes TypeScript';
const { asker, channel, team } = ids;

const isAnswer = says('Node.js');

describe('a message that Slack does not take as it is', () => {
  test.each(['msg_too_long', 'invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long'])(
    '%s: the same as plain text',
    async (code) => {
      const { people, slack, lines } = await withApp();
      slack.on('chat.postMessage', ({ args }) => (args['blocks'] ? slackError(code) : undefined));
      const { posts } = await people.mention(chat);
      expect(posts).toMatchObject([isAnswer]);
      expect(posts[0]).not.toHaveProperty('blocks');
      expect(told(lines)).toEqual([`post failed: ${code}`]);
    },
  );

  test('a workspace without charts gets tables; one without either gets text; the operator one line', async () => {
    const { people, slack, lines } = await withApp();
    const { ts: thread } = await people.mention(chat);
    const has = (args: unknown, type: string) => JSON.stringify(args).includes(`"type":"${type}"`);
    const refuse = (type: string) =>
      slack.on('chat.postMessage', ({ args }) =>
        has(args, type) ? slackError('invalid_blocks') : undefined,
      );
    refuse('data_visualization');
    const tables = await people.say('and the numbers?', { thread });
    expect(tables.posts).toHaveLength(1);
    expect([has(tables.posts, 'data_visualization'), has(tables.posts, 'table')]).toEqual([false, true]);
    refuse('table');
    const text = await people.say('and the numbers?', { thread });
    expect(text.posts).toMatchObject([{ text: expect.stringMatching(/req\/s/) }]);
    expect(text.posts[0]).not.toHaveProperty('blocks');
    expect(told(lines)).toEqual(['post failed: invalid_blocks', 'post failed: invalid_blocks']);
  });

  test.each(['message_not_found', 'cant_update_message', 'edit_window_closed'])(
    '%s: what should have replaced another answer comes anew',
    async (code) => {
      const { people, slack, lines } = await withApp();
      const { posts, ts } = await people.mention(chat);
      if (!posts[0]) throw new Error('nothing was answered');
      const { views } = await people.press(posts[0], "That's wrong");
      slack.once('chat.update', slackError(code));
      const saved = await people.submit(views[0], { 'stance:real-time': 'excluded' });
      expect(saved.posts).toMatchObject([{ channel, thread_ts: ts }]);
      expect(told(lines)).toEqual([`answered anew, not in place: ${code}`]);
    },
  );

  /** An app whose answers are all changed in this way. */
  const withAnswers = (change: (answer: Answer) => Answer) =>
    withApp({
      advisor: (advisor) => ({
        ...advisor,
        ask: async (question, errand) => {
          const asked = await advisor.ask(question, errand);
          return asked.kind === 'answered' ? { ...asked, answer: change(asked.answer) } : asked;
        },
      }),
    });

  test('an answer that breaks the limits we know of goes as plain text, before Slack refuses it', async () => {
    const choice = { id: 'x'.repeat(2_000), label: 'Why', say: 'why?' };
    const { people, slack, lines } = await withAnswers((answer) => ({
      ...answer,
      blocks: [...answer.blocks, { kind: 'choices', choices: [choice] }],
    }));
    const { posts } = await people.mention(chat);
    expect(posts).toMatchObject([isAnswer]);
    expect(slack.callsOf('chat.postMessage')).toHaveLength(1);
    expect(told(lines)).toEqual(['post failed: invalid_payload']);
  });

  test('an answer that cannot be rendered is apologised for, with the id to ask for', async () => {
    const { people, lines } = await withAnswers((answer) => ({ ...answer, blocks: [{} as Block] }));
    const { posts, ts } = await people.mention(chat);
    expect(posts).toMatchObject([{ thread_ts: ts, ...says(`slack:${team}:${channel}:${ts}`) }]);
    expect(told(lines)).toEqual(['post failed: unexpected']);
  });
});

describe('what passes', () => {
  test('ratelimited: waits as long as Slack asked for, and answers', async () => {
    const { people, slack, lines, sleeps } = await withApp();
    slack.once('chat.postMessage', rateLimited(3));
    expect((await people.mention(chat)).posts).toMatchObject([isAnswer]);
    expect(sleeps).toEqual([3000]);
    expect(told(lines)).toEqual(['trying again: ratelimited']);
  });

  test.each([
    ['503', serverError(503), 'http_503'],
    ['a cut connection', dropped, 'unreachable'],
    ['internal_error', slackError('internal_error'), 'internal_error'],
  ])('%s: further tries, further apart', async (_, reply, code) => {
    const { people, slack, lines, sleeps } = await withApp();
    slack.once('chat.postMessage', reply, 3);
    expect((await people.mention(chat)).posts).toMatchObject([isAnswer]);
    expect(sleeps).toEqual([250, 500, 1000]);
    expect(told(lines)).toEqual(Array(3).fill(`trying again: ${code}`));
  });

  test.each([
    ['ratelimited for a minute', rateLimited(60), 1, 'ratelimited'],
    ['503 for longer than we try', serverError(503), 4, 'http_503'],
  ])('%s: a later sweep answers', async (_, reply, times, code) => {
    const { people, slack, store, lines } = await withApp();
    slack.once('chat.postMessage', reply, times);
    expect((await people.mention(chat)).posts).toEqual([]);
    expect(told(lines).at(-1)).toBe(`send failed: ${code}`);
    expect(lines.filter(({ what }) => what.endsWith('failed'))).toHaveLength(1);
    const next = await withApp({ store, beside: slack, now: () => Date.now() + 100_000 });
    await next.adapter.stop();
    expect(slack.messages.filter(({ bot_id }) => bot_id)).toMatchObject([isAnswer]);
  });
});

describe('a surprise', () => {
  test('an error nobody foresaw: an apology with the id, and one line', async () => {
    const { people, slack, lines } = await withApp();
    slack.once('chat.postMessage', slackError('team_access_not_granted'));
    const { posts, ts } = await people.mention(chat);
    expect(posts).toMatchObject([{ thread_ts: ts, ...says(`slack:${team}:${channel}:${ts}`) }]);
    expect(told(lines)).toEqual(['post failed: team_access_not_granted']);
  });

  test('nobody can be told: one line names the code', async () => {
    const { people, slack, lines } = await withApp();
    slack.revoked.add(slack.home.token);
    expect((await people.mention(chat)).posts).toEqual([]);
    expect(told(lines)).toEqual(['send failed: token_revoked']);
  });

  test('a form that came too late: an apology, and one line', async () => {
    const { people, slack, lines } = await withApp();
    slack.once('views.open', slackError('expired_trigger_id'));
    const { whispers } = await people.command('');
    expect(whispers).toMatchObject([{ user: asker, ...says('try again') }]);
    expect(told(lines)).toEqual(['handler failed: expired_trigger_id']);
  });

  test('a message that may not be deleted: says who can', async () => {
    const { people, slack, lines } = await withApp();
    const { posts } = await people.mention(chat);
    if (!posts[0]) throw new Error('nothing was answered');
    slack.once('chat.delete', slackError('cant_delete_message'));
    const { whispers } = await people.press(posts[0], 'Delete');
    expect(whispers).toMatchObject([{ user: asker, ...says('could not delete') }]);
    expect(told(lines)).toEqual(['remove failed: cant_delete_message']);
  });

  test('a whisper that fails is a line and nothing more', async () => {
    const { people, slack, lines } = await withApp();
    slack.on('response_url', { kind: 'status', status: 404, headers: {}, body: '' });
    await people.command('help');
    expect(told(lines)).toEqual(['whisper failed: response_url_404']);
  });

  const down = () => Promise.reject(new Error('disk full'));
  const broken = (...methods: readonly (keyof Store)[]): Store => ({
    ...createMemoryStore(),
    ...Object.fromEntries(methods.map((method) => [method, down])),
  });

  test.each<[string, Store]>([
    ['cannot be written', broken('claim', 'begin', 'end', 'append', 'link', 'listen')],
    ['cannot be used at all', broken(...(Object.keys(createMemoryStore()) as (keyof Store)[]))],
    ['cannot keep the claim', broken('claim')],
    ['cannot keep the turn', broken('append')],
  ])('a store that %s: an apology to who asked, and none to people among themselves', async (_, store) => {
    const { people, slack } = await withApp({ store });
    const { posts, whispers, ts } = await people.mention(chat);
    // Slack tells of a mention twice; without a store nobody can know that it is the same.
    const apologies = [...posts, ...whispers];
    expect(apologies.length).toBeGreaterThan(0);
    for (const { text } of apologies) expect(text).toContain(`slack:${team}:${channel}:${ts}`);
    const before = slack.calls.length;
    await people.say('what do you think?', { by: ids.colleague, thread: '1763640000.000001' });
    expect(slack.calls).toHaveLength(before);
  });
});
