import { describe, expect, test } from 'vitest';
import { ids, users } from '../../discord/world.ts';
import { answerIn, buttonOf, readIn, saidIn, start } from './talk.ts';

/** A thread with people in it, said line by line; the intent is granted, so that all is heard. */

type Line = {
  readonly who?: 'asker' | 'colleague' | 'otherBot';
  /** How it reaches the bot: said to nobody, by name, or by pressing a button of its last answer. */
  readonly how?: 'said' | 'named' | 'pressed' | 'replied' | 'command';
  readonly say: string;
  readonly answered: boolean;
};

const dialogs: readonly { readonly name: string; readonly lines: readonly Line[] }[] = [
  {
    name: 'one person, who need not name it',
    lines: [
      { say: 'what if the team only knows Python?', answered: true },
      { say: 'and the numbers?', answered: true },
    ],
  },
  {
    name: 'a second person speaks: people are talking to each other',
    lines: [
      { who: 'colleague', say: "isn't that overkill?", answered: false },
      { say: 'no, we will be large', answered: false },
      { who: 'colleague', say: 'really?', answered: false },
    ],
  },
  {
    name: 'called again by the second, it listens to the second',
    lines: [
      { who: 'colleague', say: "isn't that overkill?", answered: false },
      { who: 'colleague', how: 'named', say: "what if it's only 200 users?", answered: true },
      { who: 'colleague', say: 'and the numbers?', answered: true },
      { say: 'hm', answered: false },
    ],
  },
  {
    name: 'a button wakes it',
    lines: [
      { who: 'colleague', say: "isn't that overkill?", answered: false },
      { how: 'pressed', say: 'Why', answered: true },
      { say: 'and the numbers?', answered: true },
    ],
  },
  {
    name: 'a reply wakes it, and a command does',
    lines: [
      { who: 'colleague', say: 'overkill?', answered: false },
      { how: 'replied', say: 'why?', answered: true },
      { who: 'colleague', say: 'overkill!', answered: false },
      { who: 'colleague', how: 'command', say: "what if it's only 200 users?", answered: true },
      { who: 'colleague', say: 'and the numbers?', answered: true },
    ],
  },
  {
    name: 'another bot is not a person: it neither answers it nor falls silent',
    lines: [
      { who: 'otherBot', how: 'named', say: 'deployed', answered: false },
      { who: 'otherBot', say: 'deployed', answered: false },
      { say: 'and the numbers?', answered: true },
    ],
  },
];

test.each(dialogs)('$name', async ({ lines }) => {
  const app = await start({ messageContent: true });
  const { discord, events, interactions } = app;
  const asked = events.mention('chat app, 50k people connected at once, our team writes TypeScript');
  discord.post(asked);
  let last = await answerIn(app, asked.id);
  let count = 1;
  const thread = discord.state.channels.get(asked.id) as never;
  for (const { who = 'asker', how = 'said', say, answered } of lines) {
    const author = users[who];
    const at = { channel: asked.id, author };
    if (how === 'said') discord.post(events.message({ ...at, content: say }));
    if (how === 'named') discord.post(events.mention(say, at));
    if (how === 'replied') discord.post(events.reply(last as never, say, at));
    if (how === 'command') discord.interact(interactions.ask(say, { thread, user: author }));
    if (how === 'pressed') {
      discord.interact(interactions.button(buttonOf(last, say), last, { thread, user: author }));
    }
    if (!answered) {
      // In order: once this is answered, what came before was heard.
      const after = saidIn(app, ids.dm).length + 1;
      discord.post(events.direct('hello'));
      await answerIn(app, ids.dm, after);
    } else count += 1;
    last = await answerIn(app, asked.id, count);
  }
});

describe('two at the same second', () => {
  test('two answers in the thread, neither lost nor doubled', async () => {
    const app = await start();
    const asked = app.events.mention('chat app, 50k people connected at once, our team writes TypeScript');
    app.discord.post(asked);
    await answerIn(app, asked.id);
    const at = { channel: asked.id };
    app.discord.post(app.events.mention('what if the team only knows Python?', at));
    app.discord.post(app.events.mention('how big is npm?', { ...at, author: users.colleague }));
    await answerIn(app, asked.id, 3);
    const [, second = '', third = ''] = app.discord.shown(asked.id).map(readIn);
    expect(second).toContain('Still Node.js');
    expect(third).toContain('npm');
  });
});
