import { describe, expect, test } from 'vitest';
import { commandsFor, toCommandDiff } from '../../../adapters/discord/commands.ts';
import { judge } from '../../discord/judge.ts';

const nothing = { added: [], changed: [], removed: [] };

/** As Discord gives commands back: with ids, versions and every default. */
const returned = (commands: readonly object[]) =>
  commands.map((command, index) => ({
    id: `15736240120794972${index}`,
    application_id: '1567000000000000000',
    version: '1573624012079497300',
    default_member_permissions: null,
    name_localizations: null,
    description_localizations: null,
    dm_permission: true,
    nsfw: false,
    description: '',
    contexts: null,
    integration_types: [0],
    type: 1,
    ...command,
  }));

test.each(['global', 'guild'] as const)('Discord takes the %s commands', (scope) => {
  const path = scope === 'global' ? '/applications/1/commands' : '/applications/1/guilds/2/commands';
  expect(judge({ method: 'PUT', path, body: commandsFor(scope), files: [] })).toEqual([]);
});

test('names and descriptions are within the limits', () => {
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { type, name, description } = value as Record<string, unknown>;
    if (typeof name === 'string' && type !== 3) expect(name).toMatch(/^[-\w ]{1,32}$/);
    if (typeof description === 'string') expect(description).toMatch(/^.{1,100}$/);
    Object.values(value).forEach(walk);
  };
  walk(commandsFor('global'));
});

test('they work in servers, in conversations with the bot, and for whoever installed it', () => {
  for (const command of commandsFor('global'))
    expect(command).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
  for (const command of commandsFor('guild')) expect(command).not.toHaveProperty('contexts');
});

describe('the difference to what is deployed', () => {
  const wanted = commandsFor('global');

  test.each(['global', 'guild'] as const)('none after deploying (%s)', (scope) => {
    expect(toCommandDiff(commandsFor(scope), returned(commandsFor(scope)))).toEqual(nothing);
  });

  test('the order of commands and contexts is no difference', () => {
    const shuffled = returned(wanted)
      .toReversed()
      .map((command) => ({ ...command, contexts: [2, 0, 1] }));
    expect(toCommandDiff(wanted, shuffled)).toEqual(nothing);
  });

  test('nothing there yet, and something there that is not wanted', () => {
    expect(toCommandDiff(wanted, [])).toEqual({ ...nothing, added: ['stack', 'Ask about this message'] });
    const old = { type: 1, name: 'old', description: 'gone' };
    expect(toCommandDiff(wanted, returned([...wanted, old]))).toEqual({ ...nothing, removed: ['old'] });
  });

  test.each([
    ['a description', { description: 'another' }],
    ['fewer contexts', { contexts: [0] }],
    ['an option less', { options: [] }],
  ])('%s', (_, change) => {
    const [stack = {}, ...rest] = returned(wanted);
    expect(toCommandDiff(wanted, [{ ...stack, ...change }, ...rest])).toEqual({
      ...nothing,
      changed: ['stack'],
    });
  });
});
