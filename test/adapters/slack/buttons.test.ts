import { describe, expect, test } from 'vitest';
import { ids } from '../../slack/ids.ts';
import type { Message } from '../../slack/workspace.ts';
import { labelsIn } from './people.ts';
import { shownIn } from './shown.ts';
import { withApp } from './with-app.ts';

const chat = 'chat app, about 50k people connected at once, our team writes TypeScript';
const { asker, colleague, channel } = ids;
const shown = (blocks: unknown): string => shownIn(blocks).join('\n');

/** An app that has just been asked something by mention, with its answer. */
const answered = async (via: 'http' | 'socket', question = chat) => {
  const app = await withApp({ via });
  const { ts, posts } = await app.people.mention(question);
  return { ...app, asked: ts, answer: posts[0] as Message };
};

describe.each(['http', 'socket'] as const)('buttons over %s', (via) => {
  test.each([
    ['Why', /points/],
    ['Numbers', /req\/s|\d,\d{3}/],
    ['What would change it', /machine learning/],
  ])('%s is answered below, to whoever pressed it', async (label, has) => {
    const { people, answer, asked, lines } = await answered(via);
    const { posts } = await people.press(answer, label, { by: colleague });
    expect(posts).toMatchObject([{ channel, thread_ts: asked }]);
    expect(shown(posts[0]?.blocks)).toMatch(has);
    // Whoever pressed is listened to from then on.
    expect((await people.say('why?', { by: colleague, thread: asked })).posts).toHaveLength(1);
    expect(lines).toEqual([]);
  });

  test('under an answer at the top of a channel, what follows stands below it', async () => {
    const { people } = await withApp({ via });
    const { posts } = await people.command(chat);
    const next = await people.press(posts[0] as Message, 'Why');
    expect(next.posts).toMatchObject([{ thread_ts: posts[0]?.ts }]);
  });

  test('under a private answer, what follows is as private', async () => {
    const { people } = await withApp({ via });
    const { whispers } = await people.command(`private ${chat}`);
    if (!whispers[0]) throw new Error('nothing was answered');
    const next = await people.press(whispers[0], 'Why');
    expect([next.posts.length, next.whispers.length]).toEqual([0, 1]);
    expect(labelsIn(next.whispers[0]?.blocks)).toContain('Share');
  });

  test('the next question is answered by pressing a reply', async () => {
    const { people, answer } = await answered(via, 'backend for our shop?');
    const replies = labelsIn(answer.blocks);
    expect(replies).toEqual(expect.arrayContaining(['Yes', 'No', "Don't know"]));
    const { posts } = await people.press(answer, 'Yes');
    expect(posts).toHaveLength(1);
    expect(shown(posts[0]?.blocks)).toMatch(/admin|back office|content/i);
  });

  test("That's wrong: what was understood is set right, and answered again in place", async () => {
    const { people, answer, slack, lines } = await answered(via);
    const { views } = await people.press(answer, "That's wrong", { by: colleague });
    const fields = JSON.stringify(views[0]?.['blocks']);
    expect(fields).toContain('"block_id":"stance:real-time"');
    const before = slack.messages.length;
    const saved = await people.submit(
      views[0],
      { 'stance:real-time': 'excluded', 'stance:high-concurrency': 'open', add: ['machine-learning'] },
      colleague,
    );
    expect([saved.answer, saved.posts, slack.messages.length]).toEqual([{}, [], before]);
    const now = slack.messages.find(({ ts }) => ts === answer.ts);
    expect(now).toHaveProperty('edited');
    const understood = /Understood:.*/.exec(shown(now?.blocks))?.[0];
    expect(understood).toMatch(/live updates: not needed/);
    expect(understood).toMatch(/machine learning/);
    expect(understood).not.toMatch(/connections/);
    expect(lines).toEqual([]);
  });

  test("That's wrong, saved as it was, changes nothing", async () => {
    const { people, answer, slack } = await answered(via);
    const { views } = await people.press(answer, "That's wrong");
    await people.submit(views[0], {});
    expect(slack.callsOf('chat.update')).toEqual([]);
    expect(slack.messages.find(({ ts }) => ts === answer.ts)).toEqual(answer);
  });

  test("That's wrong under the answer to a command: it still says who asked what", async () => {
    const { people, slack } = await withApp({ via });
    const { posts } = await people.command(chat);
    const answer = posts[0] as Message;
    const { views } = await people.press(answer, "That's wrong", { by: colleague });
    await people.submit(views[0], { 'stance:real-time': 'excluded' }, colleague);
    const now = JSON.stringify(slack.messages.find(({ ts }) => ts === answer.ts)?.blocks);
    expect(now).toContain(chat);
    expect(now).toContain(`"user_id":"${asker}"`);
    expect(now).not.toContain(colleague);
  });

  test("That's wrong under a private answer: set right for the asker alone", async () => {
    const { people } = await withApp({ via });
    const { whispers } = await people.command(`private ${chat}`);
    if (!whispers[0]) throw new Error('nothing was answered');
    const { views } = await people.press(whispers[0], "That's wrong");
    const saved = await people.submit(views[0], { 'stance:real-time': 'excluded' });
    expect(saved.posts).toEqual([]);
    expect(saved.whispers).toMatchObject([{ user: asker, text: expect.any(String) }]);
  });

  test('Delete: the asker takes the answer back, nobody else does; the question stays', async () => {
    const { people, answer, slack, asked, lines } = await answered(via);
    const refused = await people.press(answer, 'Delete', { by: colleague });
    expect(refused.whispers).toMatchObject([
      { user: colleague, text: expect.stringContaining('whoever asked') },
    ]);
    expect(slack.messages.map(({ ts }) => ts)).toEqual([asked, answer.ts]);
    const done = await people.press(answer, 'Delete');
    expect(done.whispers).toEqual([]);
    expect(slack.messages.map(({ ts }) => ts)).toEqual([asked]);
    // Again, from a client that has not noticed yet.
    await people.press(answer, 'Delete');
    expect(lines).toEqual([]);
  });

  test('Delete under a private answer', async () => {
    const { people, slack } = await withApp({ via });
    const { whispers } = await people.command(`private ${chat}`);
    if (!whispers[0]) throw new Error('nothing was answered');
    await people.press(whispers[0], 'Delete');
    expect(slack.responses.at(-1)?.body).toEqual({ delete_original: true });
  });

  test('votes are kept; a thumb down asks why, and takes the place of the thumb up', async () => {
    const { people, answer, store } = await answered(via);
    const up = await people.press(answer, '👍');
    expect([up.views, up.whispers, up.posts]).toEqual([[], [], []]);
    expect(await store.votes()).toMatchObject([{ vote: 'up', author: `slack:${ids.team}:${asker}` }]);
    const { views } = await people.press(answer, '👎');
    // It counts whether or not a reason is given.
    expect(await store.votes()).toMatchObject([{ vote: 'down' }]);
    await people.submit(views[0], { reason: 'outdated', words: 'NestJS 12 is out' });
    const turn = await store.turn((await store.votes())[0]?.question ?? '');
    expect(turn?.question.text).toBe(chat);
    expect(await store.votes()).toMatchObject([
      { vote: 'down', reason: 'outdated', words: 'NestJS 12 is out' },
    ]);
    await people.press(answer, '👎', { by: colleague });
    expect(await store.votes()).toHaveLength(2);
  });

  test.each([
    ['a button of an older version', { action_id: 'why', value: 'why' }],
    [
      'a choice that is none any more',
      { action_id: 'choice:gone', value: '{"q":"slack:T0STACK001:C:1","c":"gone"}' },
    ],
    ['a value of somebody else', { action_id: 'choice:x', value: 'null' }],
  ])('%s: says so to whoever pressed it', async (_, changed) => {
    const { people, answer, interaction, slack, lines } = await answered(via);
    const press = people.pressOf(answer, 'Why');
    const [action] = press['actions'] as readonly object[];
    await interaction({ ...press, actions: [{ ...action, ...changed }] });
    expect(slack.ephemerals).toMatchObject([
      { user: asker, text: expect.stringContaining('no longer know') },
    ]);
    expect(lines).toEqual([]);
  });

  test('a form of an older version is acknowledged, so that it closes', async () => {
    const { people, answer } = await answered(via);
    const { views } = await people.press(answer, '👎');
    const { answer: ack } = await people.submit({ ...views[0], callback_id: 'of-old' }, {});
    expect(ack).toEqual({});
  });
});
