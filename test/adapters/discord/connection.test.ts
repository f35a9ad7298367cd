import { describe, expect, test } from 'vitest';
import { AdapterError } from '../../../adapters/shared/adapter.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { shardOf } from '../../discord/gateway.ts';
import { createLocalDiscord, type LocalDiscord } from '../../discord/local-discord.ts';
import { guildCreate, ids, textChannel } from '../../discord/world.ts';
import type { DiscordApp } from './discord-app.ts';
import { answerIn, readIn, saidIn, soon, start } from './talk.ts';

/** The way to Discord breaks and is mended: everybody is answered, once. */

const npm = 'how big is npm?';
const asks = (app: DiscordApp, text = npm) => {
  const asked = app.events.mention(text);
  app.discord.post(asked);
  return asked;
};

describe('a connection that is lost and resumed: what was asked meanwhile is answered once', () => {
  const disturbances: readonly (readonly [string, (app: DiscordApp) => void])[] = [
    ['cut', ({ discord }) => discord.gateway.drop()],
    ['closed by Discord (4000)', ({ discord }) => discord.gateway.drop(4000)],
    ['a zombie', ({ discord }) => discord.gateway.acknowledge(false)],
    ['asked to reconnect', ({ discord }) => discord.gateway.reconnect()],
    ['an invalid session that may be resumed', ({ discord }) => discord.gateway.invalidate(true)],
  ];
  test.each(disturbances)('%s', async (_, disturb) => {
    const app = await start({ heartbeat: 200 });
    disturb(app);
    const asked = asks(app);
    await soon(() => app.discord.gateway.counts.resumed).toBeGreaterThan(0);
    app.discord.gateway.acknowledge(true);
    await answerIn(app, asked.id);
    expect(app.discord.gateway.identified).toHaveLength(1);
    await soon(() => app.adapter.isUp()).toBe(true);
    const after = asks(app);
    await answerIn(app, after.id);
    expect(saidIn(app, asked.id)).toHaveLength(1);
  });
});

test('while there is no connection it says that it is down', async () => {
  const app = await start();
  expect(app.adapter.isUp()).toBe(true);
  app.discord.gateway.refuse(true);
  app.discord.gateway.drop();
  await soon(() => app.adapter.isUp()).toBe(false);
  app.discord.gateway.refuse(false);
  await soon(() => app.adapter.isUp()).toBe(true);
});

describe('Message Content', () => {
  test('is asked for by setting; where it is not granted (4014) the bot runs without, and says so once', async () => {
    const app = await start({ wantsContent: true, messageContent: false });
    expect(app.adapter.isUp()).toBe(true);
    expect(app.lines).toEqual([
      { what: expect.stringMatching(/Message Content.*Bot → Message Content Intent/), details: {} },
    ]);
    const asked = asks(app);
    expect(readIn(await answerIn(app, asked.id))).toContain('mention me, reply to me or press a button');
    expect(app.discord.gateway.identified.map(({ intents }) => (intents >> 15) & 1)).toEqual([0]);
  });

  test('is not asked for otherwise', async () => {
    const app = await start({ wantsContent: false, messageContent: true });
    expect(app.discord.gateway.identified.map(({ intents }) => (intents >> 15) & 1)).toEqual([0]);
  });

  test('taken away while it runs: better without it than deaf', async () => {
    const app = await start({ messageContent: true });
    app.discord.gateway.closeNext(4014);
    app.discord.gateway.forget();
    app.discord.gateway.drop();
    await soon(() => app.discord.gateway.identified.length).toBe(2);
    await soon(() => app.adapter.isUp()).toBe(true);
    expect(app.discord.gateway.identified.map(({ intents }) => (intents >> 15) & 1)).toEqual([1, 0]);
    const asked = asks(app);
    expect(readIn(await answerIn(app, asked.id))).toContain('mention me');
    expect(app.lines.map(({ what }) => what)).toEqual([expect.stringContaining('Message Content Intent')]);
  });
});

describe('it does not start', () => {
  const refused = async (disturb: (discord: Awaited<ReturnType<typeof createLocalDiscord>>) => object) => {
    const discord = await createLocalDiscord();
    try {
      return await start({ beside: Object.assign({ ...discord }, disturb(discord)) });
    } catch (error) {
      return error;
    } finally {
      await discord.close();
    }
  };

  test.each([
    ['a wrong token', () => ({ token: 'bm9ib2R5.wrong.token' }), false, /DISCORD_TOKEN.*Reset Token/s],
    ['nobody at that address', () => ({ api: 'http://127.0.0.1:9/api' }), true, /cannot be reached/],
    [
      'Discord out of order',
      ({ fail }: LocalDiscord) => fail({ path: '/gateway/bot', status: 503 }) ?? {},
      true,
      /cannot be reached \(503\)/,
    ],
  ])('with %s: what to do is said, and whether it may pass', async (_, disturb, passes, said) => {
    const error = await refused(disturb);
    expect(error).toBeInstanceOf(AdapterError);
    expect(error).toHaveProperty('passes', passes);
    expect(String(error)).toMatch(said);
    expect(String(error)).not.toContain('bm9ib2R5');
  });
});

test('two shards: each guild is answered, and so is a direct message', async () => {
  const others = ['1100000000000000000', '1100000000004194304'];
  const guilds = others.map((id, index) =>
    guildCreate({
      id,
      channels: [{ ...textChannel(`12000000000000000${index}0`, 'general'), guild_id: id }],
    }),
  );
  const app = await start({ shards: 2, guilds });
  expect(others.map((id) => shardOf(id, 2)).sort()).toEqual([0, 1]);
  const asked = others.map((guild, index) =>
    app.events.mention(npm, { guild, channel: `12000000000000000${index}0` }),
  );
  for (const one of asked) app.discord.post(one);
  app.discord.post(app.events.direct(npm));
  for (const { id } of asked) await answerIn(app, id);
  await answerIn(app, ids.dm);
  expect(app.discord.gateway.identified.map(({ shard }) => shard)).toEqual([
    [0, 2],
    [1, 2],
  ]);
});

describe('stopping', () => {
  test('what is under way is finished first', async () => {
    const app = await start();
    app.discord.fail({ method: 'POST', path: '/threads', delay: 300, times: 1 });
    const asked = asks(app);
    await soon(() => app.discord.sent('POST', /threads$/)).toHaveLength(1);
    await app.adapter.stop();
    expect(saidIn(app, asked.id)).toHaveLength(1);
    expect(app.adapter.isUp()).toBe(false);
    expect(app.lines).toEqual([]);
    expect(app.discord.gateway.connections()).toBe(0);
  });

  test('what is asked afterwards is answered at the next start', async () => {
    const store = createMemoryStore();
    const first = await start({ store, now: afterwards });
    const before = asks(first);
    await answerIn(first, before.id);
    await first.adapter.stop();
    const asked = asks(first, 'since node is multithreaded, cpu work is fine right?');
    const second = await start({ store, beside: first.discord, now: afterwards });
    expect(readIn(await answerIn(second, asked.id))).toMatch(/^No,/);
    expect(saidIn(second, before.id)).toHaveLength(1);
  });
});

/** When the tests' messages were minted, and a little later. */
const afterwards = () => Date.parse('2026-11-21T09:05:00Z');
