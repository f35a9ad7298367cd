import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, onTestFinished, test } from 'vitest';
import { createEvents } from '../discord/events.ts';
import { createLocalDiscord, type LocalDiscord } from '../discord/local-discord.ts';
import { fixture } from '../slack/fixtures.ts';
import { ids as slackIds, testSecret } from '../slack/ids.ts';
import { createLocalSlack } from '../slack/local-slack.ts';
import { signedEvent } from '../slack/signed-request.ts';

/** The program as an operator starts it, with tokens of both platforms; their far sides are on loopback. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'stack-advisor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

const soon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 20_000, interval: 20 });

const start = async (
  change: Readonly<Record<string, string>> = {},
  disturb: (discord: LocalDiscord) => void = () => {},
) => {
  const slack = createLocalSlack({ since: Math.floor(Date.now() / 1000) + 1 });
  await slack.start();
  const discord = await createLocalDiscord();
  disturb(discord);
  onTestFinished(async () => {
    await discord.close();
    await slack.stop();
  });
  const secret = testSecret('signing');
  const child = spawn(process.execPath, [join(root, 'start.js')], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      STACK_ADVISOR_DATABASE: ':memory:',
      HOST: '127.0.0.1',
      PORT: '0',
      SLACK_BOT_TOKEN: slack.home.token,
      SLACK_SIGNING_SECRET: secret,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.api,
      ...change,
    },
  });
  children.push(child);
  const closed = once(child, 'close');
  let log = '';
  child.stderr.on('data', (part: Buffer) => {
    log += part;
  });
  const lines = () =>
    log
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  await soon(() => log).toContain('listening');
  const listening = lines().find(({ msg }) => msg === 'listening');
  const url = `http://127.0.0.1:${listening?.['port']}`;
  const events = createEvents(discord.mint);

  let asked = 0;
  const perPlatform = {
    /** Asks, and resolves when it was answered. */
    async slack() {
      const ts = slack.say(slackIds.channel, slackIds.asker, 'how big is npm?');
      const event = { ts, event_ts: ts, text: `<@${slackIds.botUser}> how big is npm?` };
      const { headers, body } = signedEvent(fixture('app-mention-channel', { event }), { secret });
      const response = await fetch(`${url}/slack/events`, { method: 'POST', headers, body });
      expect(response.status).toBe(200);
      await soon(() => slack.messages.filter((one) => one.thread_ts === ts && one.bot_id)).toHaveLength(1);
    },
    async discord() {
      asked += 1;
      discord.post(events.direct('how big is npm?'));
      await soon(() => discord.sent('POST', /\/channels\/\d+\/messages$/)).toHaveLength(asked);
    },
  };
  return {
    ...perPlatform,
    local: { slack, discord },
    up: listening?.['up'],
    lines,
    log: () => log,
    health: async () => (await fetch(`${url}/healthz`)).json(),
    stop: async () => {
      child.kill('SIGTERM');
      const [code, signal] = await closed;
      return { code, signal };
    },
  };
};

const failures = (lines: readonly Readonly<Record<string, unknown>>[]) =>
  lines.filter(({ level }) => Number(level) >= 50 || level === 'error');

test('one process answers on both, and ends cleanly when it is told to', async () => {
  const bot = await start();
  expect(bot.up).toEqual(['slack', 'discord']);
  await Promise.all([bot.slack(), bot.discord()]);
  expect(await bot.health()).toEqual({ ok: true, adapters: { slack: 'up', discord: 'up' } });
  expect(await bot.stop()).toEqual({ code: 0, signal: null });
  expect(failures(bot.lines())).toEqual([]);
  expect(bot.local.discord.gateway.connections()).toBe(0);
});

test('what goes wrong at one leaves the other alone: Discord', async () => {
  const bot = await start();
  // Its token was revoked.
  bot.local.discord.gateway.forget();
  bot.local.discord.gateway.drop(4004);
  await soon(bot.health).toEqual({ ok: false, adapters: { slack: 'up', discord: 'down' } });
  await bot.slack();
  expect(await bot.stop()).toEqual({ code: 0, signal: null });
});

test('what goes wrong at one leaves the other alone: Slack', async () => {
  const bot = await start();
  await bot.local.slack.stop();
  await bot.discord();
  expect(await bot.stop()).toEqual({ code: 0, signal: null });
});

test.each([
  ['Discord', { DISCORD_TOKEN: 'bm9ib2R5.wrong.token' }, ['slack'], /DISCORD_TOKEN.*Reset Token/],
  ['Slack', { SLACK_BOT_TOKEN: 'xoxb-nobody' }, ['discord'], /SLACK_BOT_TOKEN/],
] as const)('%s refuses the token: the other starts, and what to do is said', async (_, change, up, said) => {
  const bot = await start(change);
  expect(bot.up).toEqual(up);
  await (up[0] === 'slack' ? bot.slack() : bot.discord());
  expect(JSON.stringify(failures(bot.lines()))).toMatch(said);
  expect(bot.log()).not.toContain('bm9ib2R5');
  expect(await bot.stop()).toEqual({ code: 0, signal: null });
});

test('Discord is out of order: Slack starts, and Discord when it is mended', async () => {
  const bot = await start({}, (discord) => discord.fail({ path: '/gateway/bot', status: 503 }));
  expect(bot.up).toEqual(['slack']);
  await bot.slack();
  bot.local.discord.mend();
  await soon(bot.health).toEqual({ ok: true, adapters: { slack: 'up', discord: 'up' } });
  await bot.discord();
  expect(bot.lines().map(({ msg }) => msg)).toContain('started after all');
  expect(await bot.stop()).toEqual({ code: 0, signal: null });
});

test('told to stop while it answers, it answers first', async () => {
  const bot = await start();
  const { discord } = bot.local;
  // The thread is opened, and the word of it is late: the answer comes only after that.
  discord.fail({ method: 'POST', path: '/threads', delay: 500, times: 1 });
  const asked = createEvents(discord.mint).mention('how big is npm?');
  discord.post(asked);
  await soon(() => discord.sent('POST', /threads$/)).toHaveLength(1);
  expect(discord.shown(asked.id)).toEqual([]);
  expect(await bot.stop()).toEqual({ code: 0, signal: null });
  expect(discord.shown(asked.id)).toHaveLength(1);
  expect(failures(bot.lines())).toEqual([]);
});
