import { readFileSync } from 'node:fs';
import { PermissionFlagsBits as P } from 'discord.js';
import { afterEach, describe, expect, test } from 'vitest';
import { deployCommands } from '../../../adapters/discord/deploy.ts';
import { createDiscordDoctor, type DiscordDoctorDeps } from '../../../adapters/discord/doctor.ts';
import { allPermissions, intents, inviteLink, permissions } from '../../../adapters/discord/permissions.ts';
import type { Check } from '../../../adapters/shared/doctor.ts';
import {
  createLocalDiscord,
  type LocalDiscord,
  type LocalDiscordOptions,
} from '../../discord/local-discord.ts';
import { guildCreate, ids } from '../../discord/world.ts';

const open: LocalDiscord[] = [];
afterEach(async () => {
  for (const discord of open.splice(0)) await discord.close();
});

type Given = {
  readonly world?: LocalDiscordOptions;
  readonly settings?: Partial<NonNullable<DiscordDoctorDeps['discord']>>;
  readonly isDeployed?: boolean;
  readonly offBy?: number;
  prepare?(discord: LocalDiscord): void;
};

const examine = async ({ world, settings, isDeployed = true, offBy = 0, prepare }: Given) => {
  const discord = await createLocalDiscord(world);
  open.push(discord);
  const { token, api: apiUrl } = discord;
  if (isDeployed) await deployCommands({ token, apiUrl, ...(settings?.guild && { guild: settings.guild }) });
  const puts = discord.sent('PUT', /./).length;
  prepare?.(discord);
  const doctor = createDiscordDoctor({
    discord: { token, apiUrl, messageContent: false, ...settings },
    now: () => Date.now() + offBy,
  });
  const checks = (await doctor.examine?.()) ?? [];
  // It looks, and changes nothing.
  expect(discord.sent('PUT', /./)).toHaveLength(puts);
  expect(JSON.stringify(checks)).not.toContain(token);
  return checks;
};

const failed = (checks: readonly Check[]) => checks.filter(({ ok }) => !ok);

test('all is well, and the link invites with what is used, no more', async () => {
  const checks = await examine({});
  expect(failed(checks)).toEqual([]);
  const link = checks.find(({ name }) => name === 'invite link');
  const url = new URL(link?.ok ? (link.note ?? '') : '');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: ids.bot,
    scope: 'bot applications.commands',
    permissions: String(
      P.ViewChannel |
        P.SendMessages |
        P.SendMessagesInThreads |
        P.CreatePublicThreads |
        P.AttachFiles |
        P.ReadMessageHistory,
    ),
  });
});

const without = (bit: bigint) => String(allPermissions & ~bit);

const problems: readonly (readonly [string, Given, string, RegExp, RegExp])[] = [
  [
    'a wrong token',
    { settings: { token: 'bm9ib2R5.wrong.token' } },
    'token',
    /does not accept DISCORD_TOKEN/,
    /Bot → Reset Token/,
  ],
  [
    'nobody at that address',
    { settings: { apiUrl: 'http://127.0.0.1:9/api' } },
    'reaching Discord',
    /cannot be reached/,
    /proxy/,
  ],
  [
    'Message Content wanted, and not granted',
    { settings: { messageContent: true } },
    'Message Content',
    /not granted/,
    /Bot → Message Content Intent/,
  ],
  ['no commands', { isDeployed: false }, 'commands', /missing: stack, Ask about/, /npm run deploy:discord/],
  [
    'an older set of commands',
    {
      prepare: ({ state }) => {
        const [stack, ...rest] = state.commands.get('/commands') ?? [];
        state.commands.set('/commands', [{ ...stack, description: 'older' }, ...rest]);
      },
    },
    'commands',
    /of another version: stack/,
    /npm run deploy:discord/,
  ],
  [
    'a server it is not in',
    { settings: { guild: ids.guild }, prepare: ({ fail }) => fail({ path: '/guilds/', code: 50001 }) },
    'commands',
    /DISCORD_GUILD/,
    /Invite/,
  ],
  ['no server', { world: { guilds: [] } }, 'servers', /in none/, /https:\/\/discord\.com\/oauth2/],
  [
    'a permission missing in a server',
    { world: { guilds: [guildCreate({ botPermissions: without(P.CreatePublicThreads) })] } },
    'server Guild of the tests',
    /may not Create Public Threads\./,
    new RegExp(`guild_id=${ids.guild}`),
  ],
  ['a clock that is ahead', { offBy: 600_000 }, 'clock', /10 minutes ahead/, /NTP/],
];
test.each(problems)('%s', async (_, given, name, problem, mend) => {
  const [found, ...others] = failed(await examine(given));
  expect(others).toEqual([]);
  if (!found || found.ok) throw new Error('nothing was found');
  expect(found.name).toBe(name);
  expect(found.problem).toMatch(problem);
  expect(found.mend).toMatch(mend);
});

test('whoever runs the server with all rights lacks none', async () => {
  const guilds = [guildCreate({ botPermissions: String(P.Administrator) })];
  expect(failed(await examine({ world: { guilds } }))).toEqual([]);
});

test.each([
  [true, 'without a mention'],
  [false, 'by mention, reply and button'],
])('Message Content as it is wanted (%s) is said', async (messageContent, words) => {
  const checks = await examine({ world: { messageContent }, settings: { messageContent } });
  const found = checks.find(({ name }) => name === 'Message Content');
  expect(found).toMatchObject({ ok: true, note: expect.stringContaining(words) });
});

test('not set up, it says how to', () => {
  const { examine: none, setUp } = createDiscordDoctor({ now: () => 0 });
  expect(none).toBeUndefined();
  expect(setUp).toContain('DISCORD_TOKEN');
});

describe('the README names each intent and permission with what it is for', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const rows = readme.split('\n').filter((line) => line.startsWith('|'));
  test.each([...permissions, ...intents].map(({ name, feature }) => [name, feature]))(
    '%s',
    (name, feature) => {
      expect(rows).toContain(`| ${name} | ${feature} |`);
    },
  );
  test('and no other', () => {
    const from = rows.findIndex((row) => row.includes('| intent '));
    const known = [...intents, ...permissions].map(({ name }) => name as string);
    const heads = ['intent', 'permission', '---'];
    const named = rows
      .slice(from)
      .map((row) => row.split('|')[1]?.trim() ?? '')
      .filter((name) => name !== '' && !heads.includes(name));
    expect(named.slice(0, known.length)).toEqual(known);
  });
  test('and the link it shows is none of its own', () => {
    expect(inviteLink('1')).toContain(`permissions=${allPermissions}`);
    expect(readme).not.toMatch(/oauth2\/authorize\?/);
  });
});
