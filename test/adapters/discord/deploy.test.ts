import { afterEach, describe, expect, test } from 'vitest';
import { commandsFor } from '../../../adapters/discord/commands.ts';
import { deployCommands } from '../../../adapters/discord/deploy.ts';
import { AdapterError } from '../../../adapters/shared/adapter.ts';
import { createLocalDiscord, type LocalDiscord } from '../../discord/local-discord.ts';
import { ids } from '../../discord/world.ts';

const open: LocalDiscord[] = [];
afterEach(async () => {
  for (const discord of open.splice(0)) await discord.close();
});
const start = async () => {
  const discord = await createLocalDiscord();
  open.push(discord);
  const { api: apiUrl, token } = discord;
  return { discord, settings: { token, apiUrl } };
};
const puts = (discord: LocalDiscord) => discord.sent('PUT', /commands$/);

describe.each([
  ['everywhere', undefined],
  ['in one server', ids.guild],
])('%s', (_, guild) => {
  test('the first time all is sent, the second time nothing', async () => {
    const { discord, settings } = await start();
    const target = { ...settings, ...(guild && { guild }) };
    expect(await deployCommands(target)).toMatch(/added: stack\n.*added: Ask about this message$/);
    expect(await deployCommands(target)).toContain('nothing was sent');
    expect(puts(discord)).toHaveLength(1);
    expect(puts(discord)[0]?.path.includes('/guilds/')).toBe(guild !== undefined);
    expect(puts(discord)[0]?.body).toEqual(commandsFor(guild ? 'guild' : 'global'));
  });
});

test('what changed is said, and sent', async () => {
  const { discord, settings } = await start();
  const [stack, ...rest] = commandsFor('global');
  discord.state.commands.set('/commands', [
    { ...stack, description: 'older' },
    ...rest,
    { type: 1, name: 'gone', description: 'x' },
  ]);
  expect(await deployCommands(settings)).toBe('Deployed everywhere:\n  changed: stack\n  removed: gone');
  expect(puts(discord)).toHaveLength(1);
});

describe('what stands in the way is said with what to do', () => {
  test.each([
    ['a wrong token', { token: 'bm9ib2R5.wrong.token' }, undefined, /DISCORD_TOKEN.*Reset Token/s],
    ['nobody there', { apiUrl: 'http://127.0.0.1:9/api' }, undefined, /cannot be reached.*proxy/s],
    [
      'a server it is not in',
      { guild: ids.guild },
      { path: '/guilds/', code: 50001 },
      /DISCORD_GUILD.*Invite/s,
    ],
    ['a limit', {}, { path: '/commands', retryAfter: 600 }, /come back later/],
    ['another refusal', {}, { method: 'PUT', path: '/commands', code: 30034 }, /30034/],
  ])('%s', async (_, change, fault, said) => {
    const { discord, settings } = await start();
    if (fault) discord.fail(fault);
    const failed = await deployCommands({ ...settings, ...change }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(AdapterError);
    expect(String(failed)).toMatch(said);
    expect(String(failed)).not.toContain('bm9ib2R5');
  });
});
