import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { limits } from './limits.ts';
import { words } from './words.ts';

export type Command = RESTPutAPIApplicationCommandsJSONBody[number];

/** Names that events carry. */
export const commandNames = {
  stack: 'stack',
  ask: 'ask',
  private: 'private',
  form: 'form',
  help: 'help',
  question: 'question',
  aboutMessage: words.commands.aboutMessage,
} as const;

const question = {
  type: ApplicationCommandOptionType.String,
  name: commandNames.question,
  description: words.commands.question,
  required: true,
  autocomplete: true,
  max_length: limits.command.text,
} as const;

/** Installed in a server or by a person; used in servers, in conversations with the bot, and in any other. */
const everywhere = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

const sub = (name: 'ask' | 'private' | 'form' | 'help', options: readonly (typeof question)[] = []) => ({
  type: ApplicationCommandOptionType.Subcommand as const,
  name,
  description: words.commands[name],
  ...(options.length > 0 && { options: [...options] }),
});

const commands: readonly Command[] = [
  {
    type: ApplicationCommandType.ChatInput,
    name: commandNames.stack,
    description: words.commands.stack,
    options: [sub('ask', [question]), sub('private', [question]), sub('form'), sub('help')],
  },
  { type: ApplicationCommandType.Message, name: commandNames.aboutMessage },
];

/** All commands. Where they may be used is said of global ones only: those of a server are used in it. */
export const commandsFor = (scope: 'global' | 'guild'): Command[] =>
  commands.map((command) => (scope === 'global' ? { ...command, ...everywhere } : command));

export type CommandDiff = {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
};

/** What deploying would change, by name; nothing in it where Discord has the commands as we want them. */
export const toCommandDiff = (wanted: readonly object[], found: readonly object[]): CommandDiff => {
  const ours = new Map(wanted.map((command) => [keyOf(command), essence(command)]));
  const theirs = new Map(found.map((command) => [keyOf(command), essence(command)]));
  const names = (keys: readonly string[]) => keys.map((key) => key.slice(key.indexOf(':') + 1));
  return {
    added: names([...ours.keys()].filter((key) => !theirs.has(key))),
    changed: names([...ours.keys()].filter((key) => theirs.has(key) && theirs.get(key) !== ours.get(key))),
    removed: names([...theirs.keys()].filter((key) => !ours.has(key))),
  };
};

/** A command and a menu entry may have one name. */
const keyOf = (command: { readonly type?: number; readonly name?: string }): string =>
  `${command.type ?? ApplicationCommandType.ChatInput}:${command.name}`;

/** Set by Discord: different at every deployment, or told by what we set (`dm_permission` by `contexts`). */
const assigned = new Set(['id', 'application_id', 'guild_id', 'version', 'dm_permission']);
/** Discord's own values where a command says nothing. */
const defaults: Readonly<Record<string, string>> = {
  type: String(ApplicationCommandType.ChatInput),
  integration_types: JSON.stringify([ApplicationIntegrationType.GuildInstall]),
};

/** The same text for the same command, whatever order and defaults it comes with. */
const essence = (command: object): string => JSON.stringify(essential(command, true));

const essential = (value: unknown, isCommand = false): unknown => {
  if (Array.isArray(value)) {
    // Sets of numbers come in any order; options stand in ours.
    return value.every((one) => typeof one === 'number')
      ? value.toSorted()
      : value.map((one) => essential(one));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key, inner]) => !(isCommand && (assigned.has(key) || defaults[key] === JSON.stringify(inner))),
      )
      .filter(([, inner]) => !isNothing(inner))
      .map(([key, inner]) => [key, essential(inner)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
};

/** Left out, or given as what leaving it out means. */
const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);
