import { Routes } from 'discord.js';
import { z } from 'zod';
import { commandsFor, toCommandDiff } from './commands.ts';
import { explain } from './explain.ts';
import { createRest, type RestSettings } from './rest.ts';

export type DeploySettings = RestSettings & {
  /** The one server to deploy to, where changes show at once; everywhere unless given. */
  readonly guild?: string;
};

const applicationSchema = z.object({ id: z.string() });
const commandsSchema = z.array(z.looseObject({ name: z.string() }));

/**
 * Tells Discord which commands there are; an unchanged set is not sent, because Discord counts what is.
 * @returns what was changed, to be read by whoever deployed
 * @throws AdapterError
 */
export const deployCommands = async ({ guild, ...settings }: DeploySettings): Promise<string> => {
  const rest = createRest(settings);
  try {
    const { id } = applicationSchema.parse(await rest.get(Routes.currentApplication()));
    const route = commandsRoute(id, guild);
    const wanted = commandsFor(guild ? 'guild' : 'global');
    const diff = toCommandDiff(wanted, commandsSchema.parse(await rest.get(route)));
    const changes = Object.entries(diff).flatMap(([how, names]: [string, readonly string[]]) =>
      names.map((name) => `  ${how}: ${name}`),
    );
    const where = guild ? `in the server ${guild}` : 'everywhere';
    if (changes.length === 0) return `The commands ${where} are as they should be; nothing was sent.`;
    await rest.put(route, { body: wanted });
    return [`Deployed ${where}:`, ...changes].join('\n');
  } catch (error) {
    throw explain(error);
  }
};

export const commandsRoute = (application: string, guild: string | undefined) =>
  guild ? Routes.applicationGuildCommands(application, guild) : Routes.applicationCommands(application);
