import { describe, expect, test } from 'vitest';
import { ids } from '../../slack/ids.ts';
import { labelsIn } from './people.ts';
import { shownIn } from './shown.ts';
import { withApp } from './with-app.ts';

const chat = 'chat app, about 50k people connected at once, our team writes TypeScript';
const { asker, colleague, channel, direct } = ids;

const shown = (blocks: unknown): string => shownIn(blocks).join('\n');

/** The same by both ways: what people get must not depend on how the operator connected the app. */
describe.each(['http', 'socket'] as const)('asked over %s', (via) => {
  test('/stack answers in the channel, quoting the question; what is said below needs no mention', async () => {
    const { people, lines, slack } = await withApp({ via });
    const { posts, whispers } = await people.command(chat);
    expect(whispers).toEqual([]);
    expect(posts).toMatchObject([{ channel, text: expect.stringContaining('Node.js') }]);
    expect(posts[0]).not.toHaveProperty('thread_ts');
    expect(JSON.stringify(posts[0]?.blocks)).toContain(`"user_id":"${asker}"`);
    expect(shown(posts[0]?.blocks)).toContain(chat);
    const thread = posts[0]?.ts;
    const next = await people.say('what if the team only knows Python?', { thread });
    expect(next.posts).toMatchObject([
      { channel, thread_ts: thread, text: expect.stringMatching(/^Still Node/) },
    ]);
    expect(lines).toEqual([]);
    expect(new Set(slack.calls.map(({ method }) => method))).toEqual(
      new Set(
        via === 'http'
          ? ['auth.test', 'chat.postMessage']
          : ['auth.test', 'apps.connections.open', 'chat.postMessage'],
      ),
    );
  });

  test('/stack private answers the asker alone; shared, it says by whom, and twice pressed it is shared once', async () => {
    const { people, slack, lines } = await withApp({ via });
    const { posts, whispers } = await people.command(`private ${chat}`);
    expect(posts).toEqual([]);
    expect(whispers).toMatchObject([{ channel, user: asker }]);
    const [answer] = whispers;
    if (!answer) throw new Error('nothing was answered');
    const [first, second] = await Promise.all([people.press(answer, 'Share'), people.press(answer, 'Share')]);
    const shared = slack.messages.filter(({ bot_id }) => bot_id);
    expect(shared).toHaveLength(1);
    expect(JSON.stringify(shared[0]?.blocks)).toContain(
      `{"type":"text","text":"Shared by "},{"type":"user","user_id":"${asker}"}`,
    );
    expect(shown(shared[0]?.blocks)).toContain(chat);
    expect(labelsIn(shared[0]?.blocks)).not.toContain('Share');
    expect((await people.press(answer, 'Share')).posts).toEqual([]);
    expect([...first.whispers, ...second.whispers, ...lines]).toEqual([]);
    const next = await people.say('why?', { thread: shared[0]?.ts });
    expect(next.posts).toMatchObject([{ thread_ts: shared[0]?.ts }]);
  });

  test('/stack help shows examples to the asker alone; pressed, they are asked in the channel', async () => {
    const { people, lines } = await withApp({ via });
    const { posts, whispers } = await people.command('help');
    expect(posts).toEqual([]);
    const [help] = whispers;
    const examples = shown(help?.blocks)
      .split('\n')
      .filter((line) => line.startsWith('> '));
    expect(examples).toHaveLength(3);
    if (!help) throw new Error('no help');
    const pressed = await people.press(help, 'Ask this');
    expect(pressed.posts).toMatchObject([{ channel }]);
    expect(shown(pressed.posts[0]?.blocks)).toContain(examples[0]?.slice(2));
    expect(lines).toEqual([]);
  });

  test('/stack alone opens a form, whose content is asked like a command', async () => {
    const { people, lines } = await withApp({ via });
    const { posts, whispers, views } = await people.command('');
    expect([posts, whispers]).toEqual([[], []]);
    const fields = views[0]?.['blocks'] as readonly {
      block_id: string;
      element: { options?: { value: string }[] };
    }[];
    const need = fields.find(({ element }) => element.options?.some(({ value }) => value === 'real-time'));
    const sent = await people.submit(views[0], {
      building: 'A chat for our shop',
      [need?.block_id ?? '']: ['real-time'],
      team: 'TypeScript',
    });
    expect(sent.answer).toEqual({});
    expect(sent.posts).toMatchObject([{ channel, text: expect.stringContaining('Node.js') }]);
    expect(shown(sent.posts[0]?.blocks)).toContain('A chat for our shop');
    expect(lines).toEqual([]);
  });

  test('a form with nothing in it stays open and says so', async () => {
    const { people } = await withApp({ via });
    const { views } = await people.command('private');
    const sent = await people.submit(views[0], {});
    expect(sent.answer).toMatchObject({
      response_action: 'errors',
      errors: { building: expect.any(String) },
    });
    expect([sent.posts, sent.whispers]).toEqual([[], []]);
    const again = await people.submit(views[0], { building: chat });
    // It was the private one: so is its answer.
    expect([again.posts.length, again.whispers.length]).toEqual([0, 1]);
  });

  test('a mention is answered in a thread on it, once, though Slack tells of it twice', async () => {
    const { people, lines } = await withApp({ via });
    const { ts, posts } = await people.mention(chat);
    expect(posts).toMatchObject([{ channel, thread_ts: ts, text: expect.stringContaining('Node.js') }]);
    // The question stands right above.
    expect(shown(posts[0]?.blocks)).not.toContain(chat);
    const next = await people.say('and the numbers?', { thread: ts });
    expect(next.posts).toMatchObject([{ thread_ts: ts, text: expect.stringMatching(/\d/) }]);
    expect(lines).toEqual([]);
  });

  test('in a thread of people it answers what it was asked there, and nothing else', async () => {
    const { people } = await withApp({ via });
    const { ts: thread } = people.placed('We train our own fraud models in Python', { by: colleague });
    expect((await people.say('then it is decided?', { thread })).posts).toEqual([]);
    const asked = await people.mention(chat, { thread });
    expect(asked.posts).toMatchObject([{ thread_ts: thread, text: expect.stringContaining('Node.js') }]);
    // Nothing of what was said before it was called.
    const understood = /Understood:.*/.exec(shown(asked.posts[0]?.blocks))?.[0];
    expect(understood).toMatch(/JavaScript/);
    expect(understood).not.toMatch(/machine learning|Python/);
    const turns = await people.mention('why?', { by: colleague, thread });
    expect(turns.posts).toHaveLength(1);
  });

  test('written to directly it answers in the conversation, and follows it', async () => {
    const { people, lines } = await withApp({ via });
    const { posts } = await people.say(chat, { channel: direct });
    expect(posts).toMatchObject([{ channel: direct, text: expect.stringContaining('Node.js') }]);
    expect(posts[0]).not.toHaveProperty('thread_ts');
    const next = await people.say('what if the team only knows Python?', { channel: direct });
    expect(next.posts).toMatchObject([{ channel: direct, text: expect.stringMatching(/^Still Node/) }]);
    // A command there goes on with the same.
    const asked = await people.command('and if we do machine learning?', { channel: direct });
    expect(shown(asked.posts[0]?.blocks)).toMatch(/Understood:.*live|real-time/i);
    expect(lines).toEqual([]);
  });

  test('asked about a message, it answers whoever asked and nobody else', async () => {
    const { people, lines } = await withApp({ via });
    const { posts, whispers } = await people.shortcut(chat);
    expect(posts).toEqual([]);
    expect(whispers).toMatchObject([{ user: colleague, text: expect.stringContaining('Node.js') }]);
    expect(shown(whispers[0]?.blocks)).toContain(chat);
    const nothing = await people.shortcut('');
    expect(nothing.whispers).toMatchObject([{ user: colleague, text: expect.stringMatching(/no text/) }]);
    expect(lines).toEqual([]);
  });
});
