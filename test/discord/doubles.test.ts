import { once } from 'node:events';
import {
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
  MessageFlags,
  Partials,
  PermissionFlagsBits,
} from 'discord.js';
import { afterEach, describe, expect, test } from 'vitest';
import { createEvents } from './events.ts';
import { createInteractions } from './interactions.ts';
import { shapeProblems } from './judge.ts';
import { createLocalDiscord, type LocalDiscord, type LocalDiscordOptions } from './local-discord.ts';
import { guildCreate, ids, token } from './world.ts';

/** The doubles are believed because the real discord.js works against them. */

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  // The client first: it would reconnect to what is closed.
  for (const close of open.splice(0).reverse()) await close();
});

const start = async (options: LocalDiscordOptions = {}): Promise<LocalDiscord> => {
  const discord = await createLocalDiscord(options);
  open.push(() => discord.close());
  return discord;
};

const clientFor = (discord: LocalDiscord, more: Partial<ClientOptions> = {}): Client => {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [], repliedUser: false },
    ...more,
    rest: { api: discord.api, timeout: 2000, ...more.rest },
  });
  open.push(() => client.destroy());
  return client;
};

const ready = async (client: Client) => {
  const isReady = once(client, Events.ClientReady);
  await client.login(token);
  await isReady;
};

const connect = async (discord: LocalDiscord, more: Partial<ClientOptions> = {}): Promise<Client> => {
  const client = clientFor(discord, more);
  await ready(client);
  return client;
};

describe('messages', () => {
  test('a mention arrives with its text, anything else without; a reply is sent once under one nonce', async () => {
    const discord = await start();
    const events = createEvents(discord.mint);
    const client = await connect(discord);
    const heard: string[] = [];
    client.on(
      Events.MessageCreate,
      (message) => void heard.push(`${message.author.username}: ${message.content}`),
    );

    const named = new Promise<Message>((resolve) => {
      client.on(Events.MessageCreate, (message) => void (message.content && resolve(message)));
    });
    discord.post(events.message({ content: 'between us' }));
    discord.post(events.mention('hello'));
    const message = await named;
    const nonce = message.id;
    const first = await message.reply({ content: 'hi', nonce, enforceNonce: true });
    const again = await message.reply({ content: 'hi', nonce, enforceNonce: true });

    expect(again.id).toBe(first.id);
    expect(discord.shown(ids.general).map(({ content }) => content)).toEqual(['hi']);
    expect(discord.sent('POST', /messages$/)[0]?.body).toMatchObject({
      nonce,
      enforce_nonce: true,
      allowed_mentions: { parse: [], replied_user: false },
      message_reference: { message_id: message.id },
    });
    // The first was not for the bot: without MessageContent its text is empty.
    expect(heard.slice(0, 2)).toEqual(['asker: ', `asker: <@${ids.bot}> hello`]);
  });

  test('with MessageContent every text arrives; a direct message always has its text', async () => {
    const discord = await start({ messageContent: true });
    const events = createEvents(discord.mint);
    const { MessageContent, Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
    const client = await connect(discord, {
      intents: [Guilds, GuildMessages, DirectMessages, MessageContent],
    });
    const heard: string[] = [];
    client.on(Events.MessageCreate, ({ content }) => void heard.push(content));
    discord.post(events.message({ content: 'between us' }));
    const last = new Promise((resolve) => client.on(Events.MessageCreate, (m) => m.guild ?? resolve(m)));
    discord.post(events.direct('to you'));
    await last;
    expect(heard).toEqual(['between us', 'to you']);
  });

  test('a thread is opened on a message once; the second time it exists', async () => {
    const discord = await start();
    const events = createEvents(discord.mint);
    const client = await connect(discord);
    const arrived = once(client, Events.MessageCreate);
    discord.post(events.mention('a long question'));
    const [message] = await arrived;
    const thread = await message.startThread({ name: 'a long question' });
    await thread.send('here');
    expect(discord.shown(thread.id)).toHaveLength(1);
    await expect(
      client.rest.post(`/channels/${ids.general}/messages/${message.id}/threads`, {
        body: { name: 'again' },
      }),
    ).rejects.toMatchObject({ code: 160004 });
  });

  test('permissions come from the roles and the channel', async () => {
    const client = await connect(await start());
    const may = (channel: string, permission: bigint) => {
      const found = client.guilds.cache.get(ids.guild)?.channels.cache.get(channel);
      return found?.permissionsFor(ids.bot)?.has(permission);
    };
    expect(may(ids.general, PermissionFlagsBits.CreatePublicThreads)).toBe(true);
    expect(may(ids.quiet, PermissionFlagsBits.CreatePublicThreads)).toBe(false);
    expect(may(ids.quiet, PermissionFlagsBits.ViewChannel)).toBe(true);
  });

  test('what Discord would refuse is answered with 50035, and the test fails in the end', async () => {
    const discord = await createLocalDiscord();
    const client = await connect(discord);
    const channel = client.channels.cache.get(ids.general);
    if (!channel?.isSendable()) throw new Error('no channel');
    await expect(channel.send({ content: 'x'.repeat(2001) })).rejects.toMatchObject({ code: 50035 });
    await client.destroy();
    await expect(discord.close()).rejects.toThrow('over 2,000 characters');
  });
});

describe('interactions', () => {
  const next = async (client: Client) => (await once(client, Events.InteractionCreate))[0] as Interaction;

  test('a command is deferred in private, answered by an edit, and refuses a second acknowledgement', async () => {
    const discord = await start();
    const { ask } = createInteractions(discord.mint);
    const client = await connect(discord);
    const arrived = next(client);
    discord.interact(ask('which one?', {}, 'private'));
    const interaction = await arrived;
    if (!interaction.isChatInputCommand()) throw new Error('not a command');
    expect(interaction.options.getSubcommand()).toBe('private');
    expect(interaction.options.getString('question')).toBe('which one?');
    const { resource } = await interaction.deferReply({ flags: MessageFlags.Ephemeral, withResponse: true });
    expect(resource?.message?.flags.has(MessageFlags.Ephemeral)).toBe(true);
    await interaction.editReply({
      flags: MessageFlags.IsComponentsV2,
      components: [{ type: 10, content: 'this one' }],
      files: [{ attachment: Buffer.from('a,b'), name: 'figures.csv' }],
    });
    const [edit] = discord.sent('PATCH', /@original$/);
    expect(edit?.files).toMatchObject([{ name: 'figures.csv', text: 'a,b' }]);
    await expect(
      client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
        auth: false,
        body: { type: 5 },
      }),
    ).rejects.toMatchObject({ code: 40060 });
    // Only who asked sees it.
    expect(discord.calls.filter(({ path }) => path.startsWith('/channels'))).toEqual([]);
  });

  test('autocomplete, buttons, selects, context menus and modals are what discord.js takes them for', async () => {
    const discord = await start();
    const events = createEvents(discord.mint);
    const make = createInteractions(discord.mint);
    const client = await connect(discord);
    const message = events.message({ content: 'something' });
    const seen: string[] = [];
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isAutocomplete()) {
        seen.push(`typing ${interaction.options.getFocused()}`);
        void interaction.respond([{ name: 'a question', value: 'a question' }]);
      } else if (interaction.isButton()) seen.push(`pressed ${interaction.customId}`);
      else if (interaction.isStringSelectMenu()) seen.push(`chose ${interaction.values}`);
      else if (interaction.isMessageContextMenuCommand())
        seen.push(`about ${interaction.targetMessage.content}`);
      else if (interaction.isModalSubmit()) {
        const { fields } = interaction;
        seen.push(`sent ${fields.getTextInputValue('text')} ${fields.getStringSelectValues('needs')}`);
        seen.push(`${interaction.inGuild()} ${interaction.user.username}`);
      }
    });
    discord.interact(make.autocomplete('chat a'));
    discord.interact(make.button('why', message));
    discord.interact(make.select('needs', ['a', 'b'], message));
    discord.interact(make.contextMenu(message));
    discord.interact(make.modal('form', { text: 'hello', needs: ['x'] }, { where: 'dm' }));
    await expect
      .poll(() => seen)
      .toEqual([
        'typing chat a',
        'pressed why',
        'chose a,b',
        'about something',
        'sent hello x',
        'false asker',
      ]);
    await expect.poll(() => discord.sent('POST', /callback$/)).toHaveLength(1);
  });

  test('an interaction whose token has run out is unknown', async () => {
    const discord = await start();
    const client = await connect(discord);
    const interaction = createInteractions(discord.mint).ask('late?');
    const arrived = next(client);
    discord.interact(interaction);
    discord.expire(interaction.token);
    const late = await arrived;
    if (!late.isChatInputCommand()) throw new Error('not a command');
    await expect(late.deferReply()).rejects.toMatchObject({ code: 10062 });
  });
});

describe('the connection', () => {
  test('cut and resumed: what came in between is replayed', async () => {
    const discord = await start();
    const events = createEvents(discord.mint);
    const client = await connect(discord);
    const arrived = once(client, Events.MessageCreate);
    discord.gateway.drop();
    await expect.poll(() => discord.gateway.connections()).toBe(0);
    discord.post(events.mention('in the gap'));
    expect((await arrived)[0].cleanContent).toContain('in the gap');
    expect(discord.gateway.counts.resumed).toBe(1);
  });

  test.each([
    ['a zombie: heartbeats without an answer', (d: LocalDiscord) => d.gateway.acknowledge(false)],
    ['asked to reconnect', (d: LocalDiscord) => d.gateway.reconnect()],
    ['a session that may be resumed', (d: LocalDiscord) => d.gateway.invalidate(true)],
  ])('%s', async (_, disturb) => {
    const discord = await start({ heartbeat: 100 });
    await connect(discord);
    disturb(discord);
    await expect.poll(() => discord.gateway.counts.resumed, { timeout: 5000 }).toBe(1);
    discord.gateway.acknowledge(true);
    expect(discord.gateway.identified).toHaveLength(1);
  });

  test('a session that is gone is begun anew, and what came in between is lost to the gateway', async () => {
    const discord = await start();
    const client = await connect(discord, {
      ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
    });
    const heard: string[] = [];
    client.on(Events.MessageCreate, ({ content }) => void heard.push(content));
    discord.gateway.forget();
    discord.gateway.drop();
    await expect.poll(() => discord.gateway.connections()).toBe(0);
    const missed = createEvents(discord.mint).mention('in the gap');
    discord.post(missed);
    await expect.poll(() => discord.gateway.identified.length, { timeout: 6000 }).toBe(2);
    const channel = await client.channels.fetch(ids.general);
    if (!channel?.isTextBased()) throw new Error('no channel');
    const found = await channel.messages.fetch({ after: ids.general, limit: 10 });
    expect(found.map(({ id }) => id)).toEqual([missed.id]);
    expect(heard).toEqual([]);
  });

  test('an intent that is not granted: login fails with 4014', async () => {
    const discord = await start();
    const client = clientFor(discord, {
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent],
    });
    const closed = once(client, Events.ShardDisconnect);
    await expect(client.login(token)).rejects.toThrow('Used disallowed intents');
    expect((await closed)[0]).toMatchObject({ code: 4014 });
  });

  test('two shards: each guild on its own', async () => {
    const guilds = ['1000000000000000000', '1000000000004194304'].map((id) =>
      guildCreate({ id, channels: [] }),
    );
    const discord = await start({ shards: 2, guilds });
    const client = await connect(discord, { shards: 'auto' });
    expect(discord.gateway.identified.map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(client.guilds.cache.map((guild) => guild.shardId).sort()).toEqual([0, 1]);
  });
});

describe('faults', () => {
  const sending = async (discord: LocalDiscord, more: Partial<ClientOptions> = {}) => {
    const client = await connect(discord, more);
    const channel = client.channels.cache.get(ids.general);
    if (!channel?.isSendable()) throw new Error('no channel');
    return channel;
  };

  test('a rate limit is waited for, unless we said not to', async () => {
    const discord = await start();
    const channel = await sending(discord, {
      rest: { rejectOnRateLimit: ({ retryAfter }) => retryAfter > 1000 },
    });
    discord.fail({ method: 'POST', path: '/messages', retryAfter: 0.05, times: 1 });
    await channel.send('patient');
    expect(discord.sent('POST', /messages$/).map(({ status }) => status)).toEqual([429, 200]);
    discord.fail({ method: 'POST', path: '/messages', retryAfter: 30, times: 1 });
    await expect(channel.send('hasty')).rejects.toMatchObject({
      name: 'RateLimitError[/channels/:id/messages]',
    });
  });

  test('an answer that is lost or late: what is sent again shows once under its nonce', async () => {
    const discord = await start();
    const channel = await sending(discord, { rest: { timeout: 300 } });
    // Cut off: the send fails although it was done, and it is for us to send it again.
    discord.fail({ method: 'POST', path: '/messages', lost: true, times: 1 });
    const body = { content: 'once', nonce: 'one', enforceNonce: true } as const;
    await expect(channel.send({ ...body })).rejects.toThrow('other side closed');
    await channel.send({ ...body });
    // Too late: discord.js sends it again by itself.
    discord.fail({ method: 'POST', path: '/messages', delay: Number.POSITIVE_INFINITY, times: 1 });
    await channel.send({ ...body });
    expect(discord.sent('POST', /messages$/)).toHaveLength(4);
    expect(discord.shown(ids.general)).toHaveLength(1);
  });

  test('codes, bare statuses and mending', async () => {
    const discord = await start();
    const channel = await sending(discord);
    discord.fail({ path: '/messages', code: 50013 });
    await expect(channel.send('a')).rejects.toMatchObject({ code: 50013, status: 403 });
    discord.mend();
    discord.fail({ path: '/messages', status: 502, times: 1 });
    await channel.send('b');
    expect(discord.shown(ids.general).map(({ content }) => content)).toEqual(['b']);
  });

  test('a locked thread takes nothing, an archived one opens', async () => {
    const events = createEvents();
    const locked = events.thread('old', { archived: true, locked: true });
    const asleep = events.thread('asleep', { archived: true });
    const discord = await start({ guilds: [guildCreate({ threads: [locked, asleep] })] });
    const client = await connect(discord);
    const post = (id: string) => client.rest.post(`/channels/${id}/messages`, { body: { content: 'hi' } });
    await expect(post(locked.id)).rejects.toMatchObject({ code: 50083 });
    await post(asleep.id);
    expect(discord.state.channels.get(asleep.id)?.thread_metadata?.archived).toBe(false);
  });
});

describe('what arrives has the documented shape', () => {
  const events = createEvents();
  const asked = events.mention('a question');
  test.each([
    ['mention', asked],
    ['reply', events.reply(asked, 'more')],
    ['direct message', events.direct('hi')],
    ['other bot', events.byBot('hi')],
    ['webhook', events.byWebhook('hi')],
    ['system message', events.system()],
    ['edit', events.edited(asked, 'another')],
    ['unfurled link', events.unfurled(asked)],
  ])('%s', (_, message) => {
    expect(shapeProblems('MessageResponseSchema', message)).toEqual([]);
  });

  test('threads and users', () => {
    expect(shapeProblems('ThreadResponseSchema', events.thread('a'))).toEqual([]);
    expect(shapeProblems('UserResponseSchema', asked.author)).toEqual([]);
  });
});
