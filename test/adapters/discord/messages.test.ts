import { ChannelType, MessageType, PermissionFlagsBits as P } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { guildCreate, ids, memberOf, textChannel, users } from '../../discord/world.ts';
import { answerIn, buttonOf, readIn, saidIn, soon, start } from './talk.ts';

/** Conversations by messages: where the answer stands, and how the conversation goes on. */

const chat = 'chat app, 50k people connected at once, our team writes TypeScript';

describe('a mention in a channel', () => {
  test('opens a thread on it, named after the question, and answers there', async () => {
    const app = await start();
    const asked = app.events.mention(chat);
    app.discord.post(asked);
    const answer = await answerIn(app, asked.id);
    expect(readIn(answer)).toContain('Node.js');
    expect(app.discord.state.channels.get(asked.id)).toMatchObject({ name: chat, parent_id: ids.general });
    expect(saidIn(app, ids.general)).toEqual([]);
    expect(answer.message_reference).toBeUndefined();
  });

  test.each([
    ['long', 'word '.repeat(40), /^(?:word )+word…$/],
    ['of several lines', 'one\ntwo\n\nthree', /^one two three$/],
    ['with marks and an invitation', '**bold** discord.gg/abc', /^\*\*bold\*\* discord\.\u2060gg\/abc$/],
    ['empty', '', /^Stack Advisor$/],
  ])('the name of the thread when the question is %s', async (_, text, name) => {
    const app = await start();
    const asked = app.events.mention(text);
    app.discord.post(asked);
    await answerIn(app, asked.id);
    const given = app.discord.state.channels.get(asked.id)?.name ?? '';
    expect(given).toMatch(name);
    expect(given.length).toBeLessThanOrEqual(100);
  });

  test('where the bot may open no threads it replies in place, and a reply to that goes on', async () => {
    const channel = textChannel(ids.quiet, 'quiet', { denied: [P.CreatePublicThreads] });
    const app = await start({ guilds: [guildCreate({ channels: [channel] })] });
    const asked = app.events.mention(chat, { channel: ids.quiet });
    app.discord.post(asked);
    const answer = await answerIn(app, ids.quiet);
    expect(answer.message_reference).toMatchObject({ message_id: asked.id });
    expect(app.discord.sent('POST', /threads$/)).toEqual([]);

    const reply = app.events.reply(answer as never, 'what if the team only knows Python?', {
      channel: ids.quiet,
    });
    app.discord.post(reply);
    const next = await answerIn(app, ids.quiet, 2);
    expect(readIn(next)).toContain('Still Node.js');
    expect(next.message_reference).toMatchObject({ message_id: reply.id });
  });

  test('where it may speak in threads alone, it does', async () => {
    const channel = textChannel(ids.quiet, 'news', { denied: [P.SendMessages] });
    const app = await start({ guilds: [guildCreate({ channels: [channel] })] });
    const asked = app.events.mention(chat, { channel: ids.quiet });
    app.discord.post(asked);
    expect(readIn(await answerIn(app, asked.id))).toContain('Node.js');
    expect(app.lines).toEqual([]);
  });

  test('where it may not read what was said it does not reply, which Discord would refuse', async () => {
    const channel = textChannel(ids.quiet, 'quiet', {
      denied: [P.CreatePublicThreads, P.ReadMessageHistory],
    });
    const app = await start({ guilds: [guildCreate({ channels: [channel] })] });
    app.discord.post(app.events.mention(chat, { channel: ids.quiet }));
    expect((await answerIn(app, ids.quiet)).message_reference).toBeUndefined();
  });
});

describe('where there is a conversation already, it is answered in place', () => {
  test('a thread of people', async () => {
    const thread = { id: '1300000000000000000', parent: ids.general };
    const app = await start({ guilds: [guildCreate({ threads: [threadOf(thread)] })] });
    const asked = app.events.mention(chat, { channel: thread.id });
    app.discord.post(asked);
    const answer = await answerIn(app, thread.id);
    expect(answer.message_reference).toMatchObject({ message_id: asked.id });
    expect(app.discord.sent('POST', /threads$/)).toEqual([]);
  });

  test('a forum post', async () => {
    const post = { id: '1300000000000000001', parent: ids.forum };
    const app = await start({ guilds: [guildCreate({ threads: [threadOf(post)] })] });
    app.discord.post(app.events.mention(chat, { channel: post.id }));
    expect(readIn(await answerIn(app, post.id))).toContain('Node.js');
    expect(app.discord.sent('POST', /threads$/)).toEqual([]);
  });

  test('a direct message, and the next one goes on without a mention', async () => {
    const app = await start();
    app.discord.post(app.events.direct(chat));
    expect(readIn(await answerIn(app, ids.dm))).toMatch(/Node\.js/);
    app.discord.post(app.events.direct('what if the team only knows Python?'));
    expect(readIn(await answerIn(app, ids.dm, 2))).toContain('Still Node.js');
  });
});

const threadOf = ({ id, parent }: { readonly id: string; readonly parent: string }) =>
  ({
    ...(guildCreate().channels[0] as object),
    id,
    type: ChannelType.PublicThread as const,
    parent_id: parent,
    name: 'between people',
    owner_id: ids.asker,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 1440 as const,
      archive_timestamp: '2026-11-21T09:00:00.000000+00:00',
      locked: false,
    },
  }) as never;

describe('going on in a thread', () => {
  const followUps = [
    ['by mention', false, 'mention'],
    ['by reply', false, 'reply'],
    ['by button', false, 'button'],
    ['by just saying it, where the intent is granted', true, 'said'],
  ] as const;
  test.each(followUps)('%s', async (_, messageContent, how) => {
    const app = await start({ messageContent });
    const { events, discord, interactions } = app;
    const asked = events.mention(chat);
    discord.post(asked);
    const answer = await answerIn(app, asked.id);
    const next = 'what if the team only knows Python?';
    const inThread = { channel: asked.id };
    if (how === 'mention') discord.post(events.mention(next, inThread));
    if (how === 'reply') discord.post(events.reply(answer as never, next, inThread));
    if (how === 'said') discord.post(events.message({ ...inThread, content: next }));
    if (how === 'button') {
      const thread = discord.state.channels.get(asked.id) as never;
      discord.interact(interactions.button(buttonOf(answer, 'Why'), answer, { thread }));
    }
    expect(readIn(await answerIn(app, asked.id, 2))).toMatch(how === 'button' ? /points/ : /Still Node\.js/);
  });

  test('without the intent, what is not said to the bot is not heard', async () => {
    const app = await start();
    const asked = app.events.mention(chat);
    app.discord.post(asked);
    await answerIn(app, asked.id);
    app.discord.post(app.events.message({ channel: asked.id, content: 'and the numbers?' }));
    app.discord.post(app.events.mention('what if the team only knows Python?', { channel: asked.id }));
    expect(readIn(await answerIn(app, asked.id, 2))).toContain('Still Node.js');
  });

  test.each([
    [true, 'I follow you without being named'],
    [false, 'mention me, reply to me or press a button'],
  ])('the first answer says how, and only the first (granted: %s)', async (messageContent, words) => {
    const app = await start({ messageContent });
    const asked = app.events.mention(chat);
    app.discord.post(asked);
    expect(readIn(await answerIn(app, asked.id))).toContain(words);
    app.discord.post(app.events.mention('and the numbers?', { channel: asked.id }));
    expect(readIn(await answerIn(app, asked.id, 2))).not.toContain(words);
  });

  test('so does the first in a thread of people', async () => {
    const thread = { id: '1300000000000000000', parent: ids.general };
    const app = await start({ messageContent: true, guilds: [guildCreate({ threads: [threadOf(thread)] })] });
    app.discord.post(app.events.mention(chat, { channel: thread.id }));
    expect(readIn(await answerIn(app, thread.id))).toContain('I follow you without being named');
  });
});

describe('what is not a question to the bot', () => {
  type App = Awaited<ReturnType<typeof start>>;
  test.each<[string, (app: App) => object]>([
    ['another bot', ({ events }) => events.byBot('hello')],
    ['a webhook', ({ events }) => events.byWebhook('hello')],
    ['a notice of Discord', ({ events }) => events.system()],
    [
      'a notice that names the bot',
      ({ events }) => events.mention('pinned', { more: { type: MessageType.ChannelPinnedMessage } }),
    ],
    ['somebody else named', ({ events }) => events.message({ content: `<@${ids.colleague}> hello` })],
    [
      'everyone named',
      ({ events }) => events.message({ content: '@everyone', more: { mention_everyone: true } }),
    ],
    [
      'a reply to somebody else',
      ({ events }) => events.reply(events.message({ author: users.colleague }), 'no'),
    ],
    [
      'its own words',
      ({ events }) => events.mention('me?', { author: users.bot, more: { member: memberOf([ids.botRole]) } }),
    ],
  ])('%s', async (_, make) => {
    const app = await start({ messageContent: true });
    app.discord.post(make(app));
    // In order: when this one is answered, the other was heard and passed over.
    const asked = app.events.mention('how big is npm?');
    app.discord.post(asked);
    await answerIn(app, asked.id);
    const calls = app.discord.calls.filter(({ method }) => method !== 'GET');
    expect(calls.map(({ path }) => path)).toEqual([
      `/channels/${ids.general}/messages/${asked.id}/threads`,
      `/channels/${asked.id}/messages`,
    ]);
  });

  test('an edit, a link that was looked at, twice, and a deleted question change nothing', async () => {
    const app = await start({ messageContent: true });
    const asked = app.events.mention(chat);
    app.discord.post(asked);
    const answer = await answerIn(app, asked.id);
    app.discord.gateway.dispatch('MESSAGE_UPDATE', app.events.edited(asked, `<@${ids.bot}> how big is npm?`));
    app.discord.gateway.dispatch('MESSAGE_UPDATE', app.events.unfurled(asked));
    app.discord.gateway.dispatch('MESSAGE_UPDATE', app.events.unfurled(asked));
    app.discord.gateway.dispatch('MESSAGE_DELETE', app.events.deleted(asked));
    app.discord.post(app.events.direct('hello'));
    await answerIn(app, ids.dm);
    expect(app.discord.shown(asked.id).map(({ id }) => id)).toEqual([answer.id]);
    expect(app.discord.sent('POST', /messages$/)).toHaveLength(2);
  });
});

test('nobody is notified, whatever a person wrote', async () => {
  const app = await start();
  app.discord.interact(app.interactions.ask(`@everyone <@${ids.colleague}> which one?`));
  await soon(() => app.discord.sent('PATCH', /@original$/)).toHaveLength(1);
  const [call] = app.discord.sent('PATCH', /@original$/);
  expect(call?.body).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
});
