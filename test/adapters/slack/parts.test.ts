import { describe, expect, test } from 'vitest';
import type { Answer, Block, Sentence } from '../../../src/index.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { ids } from '../../slack/ids.ts';
import { serverError, slackError } from '../../slack/replies.ts';
import type { SlackAppOptions } from './slack-app.ts';
import { withApp } from './with-app.ts';

const chat = 'chat app, about 50k people connected at once, our team writes TypeScript';
const { channel } = ids;

/** A sentence as long as this, of words that can be found again. */
const words = (name: string, count: number): Sentence =>
  ({
    text: `${Array(count).fill(name).join(' ')}.`,
    from: [{ kind: 'voice', id: 'x' }],
    sources: [],
  }) as unknown as Sentence;

/** Answers of these blocks, also when they are looked up again. */
const answering = (...blocks: readonly Block[]): Pick<SlackAppOptions, 'advisor'> => {
  const change = (answer: Answer): Answer => ({ ...answer, blocks });
  return {
    advisor: (advisor) => ({
      ...advisor,
      ask: async (...given) => {
        const asked = await advisor.ask(...given);
        return asked.kind === 'answered' ? { ...asked, answer: change(asked.answer) } : asked;
      },
      resume: async (question) => change(await advisor.resume(question)),
    }),
  };
};

const long = answering(
  ...['one', 'two', 'three'].map(
    (name): Block => ({ kind: 'paragraph', sentences: Array(9).fill(words(name, 200)) }),
  ),
);
const cell = (text: string) => ({ text, align: 'left' as const });
const table = answering({
  kind: 'table',
  title: words('title', 1),
  columns: [cell('name'), cell('value')],
  rows: Array.from({ length: 150 }, (_, row) => [cell(`row ${row}`), cell(`${row}`)]),
});

test('at the top of a channel, what is too long for one message goes on below it', async () => {
  const { people, lines } = await withApp(long);
  const { posts } = await people.command(chat);
  expect(posts.length).toBeGreaterThan(1);
  const [first, ...rest] = posts;
  expect(first).not.toHaveProperty('thread_ts');
  for (const part of rest) expect(part.thread_ts).toBe(first?.ts);
  expect(lines).toEqual([]);
});

test.each(['command', 'mention'] as const)(
  'cut off after the first part of the answer to a %s, only the rest is sent later',
  async (kind) => {
    const store = createMemoryStore();
    const whole = await withApp(long);
    const expected = (await whole.people[kind](chat)).posts.map(({ text }) => text);
    const { people, slack } = await withApp({ ...long, store });
    let calls = 0;
    const undo = slack.on('chat.postMessage', () => (calls++ === 0 ? undefined : serverError()));
    expect((await people[kind](chat)).posts).toHaveLength(1);
    undo();
    const next = await withApp({ ...long, store, beside: slack, now: () => Date.now() + 100_000 });
    await next.adapter.stop();
    const posts = slack.messages.filter(({ bot_id }) => bot_id);
    expect(posts.map(({ text }) => text)).toEqual(expected);
    expect(new Set(posts.slice(1).map(({ thread_ts }) => thread_ts)).size).toBe(1);
  },
);

test('a table that is too large for a message is a file below it, with every row', async () => {
  const { people, slack, lines } = await withApp(table);
  const { posts } = await people.command(chat);
  expect(posts).toMatchObject([
    { channel },
    { channel, thread_ts: posts[0]?.ts, files: [{ name: 'table-1.csv' }] },
  ]);
  const [upload] = slack.uploads.values();
  expect(upload?.content?.toString().trim().split('\n')).toHaveLength(151);
  expect(lines).toEqual([]);
});

test.each(['files.getUploadURLExternal', 'files.completeUploadExternal'])(
  'where %s is refused, the table goes on in messages below it',
  async (method) => {
    const { people, slack, lines } = await withApp(table);
    slack.on(method, slackError('missing_scope'));
    const { posts } = await people.command(chat);
    expect(JSON.stringify(posts)).toContain('row 149');
    for (const part of posts.slice(1)) expect(part.thread_ts).toBe(posts[0]?.ts);
    expect(lines).toMatchObject([{ what: 'a file goes as messages', details: { code: 'missing_scope' } }]);
  },
);

test('a private answer goes on in messages for the asker alone: a file would be there for all', async () => {
  const { people, slack, lines } = await withApp(table);
  const { posts, whispers } = await people.command(`private ${chat}`);
  expect(posts).toEqual([]);
  expect(JSON.stringify(whispers)).toContain('row 149');
  expect(slack.uploads.size).toBe(0);
  expect(lines).toEqual([]);
});

describe('Delete takes all of an answer back', () => {
  const ours = ({ messages }: { readonly messages: readonly { readonly bot_id?: string }[] }) =>
    messages.filter(({ bot_id }) => bot_id);

  test.each(['command', 'mention'] as const)('every message of the answer to a %s', async (kind) => {
    const { people, slack, lines } = await withApp(long);
    const { posts } = await people[kind](chat);
    const { posts: other } = await people[kind](`${chat}, once more`);
    expect(posts.length).toBeGreaterThan(1);
    const last = posts.at(-1);
    if (!last) throw new Error('nothing was answered');
    const { whispers } = await people.press(last, 'Delete');
    expect(whispers).toEqual([]);
    // Of another answer nothing is gone.
    expect(ours(slack)).toMatchObject(other.map(({ ts }) => ({ ts })));
    // Again, from a client that has not noticed yet.
    await people.press(last, 'Delete');
    expect(lines).toEqual([]);
  });

  test('not for somebody else', async () => {
    const { people, slack } = await withApp(long);
    const { posts } = await people.mention(chat);
    const last = posts.at(-1);
    if (!last) throw new Error('nothing was answered');
    const { whispers } = await people.press(last, 'Delete', { by: ids.colleague });
    expect(whispers).toHaveLength(1);
    expect(ours(slack)).toHaveLength(posts.length);
  });

  test.each([
    ['its file', []],
    ['the messages that went for its file', ['files.getUploadURLExternal']],
  ])('with %s', async (_, refused) => {
    const { people, slack } = await withApp(table);
    for (const method of refused) slack.on(method, slackError('missing_scope'));
    const { posts } = await people.command(chat);
    expect(posts.length).toBeGreaterThan(1);
    // The buttons stand under the message, and not under the file.
    if (!posts[0]) throw new Error('nothing was answered');
    await people.press(posts[0], 'Delete');
    expect(ours(slack)).toEqual([]);
    expect(slack.uploads.size).toBe(0);
  });

  test('a part that may not be deleted keeps none of the others, and is told', async () => {
    const { people, slack, lines } = await withApp(long);
    const { posts } = await people.command(chat);
    const last = posts.at(-1);
    if (!last) throw new Error('nothing was answered');
    slack.once('chat.delete', slackError('cant_delete_message'));
    const { whispers } = await people.press(last, 'Delete');
    expect(ours(slack)).toHaveLength(1);
    expect(whispers).toMatchObject([{ text: expect.stringContaining('could not delete') }]);
    expect(lines).toMatchObject([{ what: 'remove failed', details: { code: 'cant_delete_message' } }]);
  });

  test('a part that cannot be noted is told of, and costs nothing of the answer', async () => {
    const full = { ...createMemoryStore(), addPart: () => Promise.reject(new Error('disk full')) };
    const { people, lines } = await withApp({ ...long, store: full });
    const { posts } = await people.command(chat);
    expect(posts.length).toBeGreaterThan(1);
    expect(new Set(lines.map(({ what }) => what))).toEqual(new Set(['note part failed']));
  });

  test('also where it was cut off, and the rest was sent by the next start', async () => {
    const store = createMemoryStore();
    // The end comes between sending a part and noting it.
    const dying = { ...store, addPart: () => {} };
    const { people, slack } = await withApp({ ...long, store: dying });
    let calls = 0;
    const undo = slack.on('chat.postMessage', () => (calls++ === 0 ? undefined : serverError()));
    expect((await people.command(chat)).posts).toHaveLength(1);
    undo();
    const next = await withApp({ ...long, store, beside: slack, now: () => Date.now() + 100_000 });
    await next.adapter.stop();
    const posts = slack.messages.filter(({ bot_id }) => bot_id);
    expect(posts.length).toBeGreaterThan(1);
    const last = posts.at(-1);
    if (!last) throw new Error('nothing was answered');
    const later = await withApp({ ...long, store, beside: slack });
    await later.people.press(last, 'Delete');
    expect(ours(slack)).toEqual([]);
  });
});
