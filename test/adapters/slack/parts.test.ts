import { expect, test } from 'vitest';
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
