import { ApplicationFlags, PermissionFlagsBits, type REST, RESTEvents, Routes } from 'discord.js';
import { z } from 'zod';
import { type Check, checkClock, type Doctor } from '../shared/doctor.ts';
import { commandsFor, toCommandDiff } from './commands.ts';
import { commandsRoute } from './deploy.ts';
import { explain, isWrongToken } from './explain.ts';
import { inviteLink, permissions } from './permissions.ts';
import { createRest } from './rest.ts';

export type DiscordDoctorDeps = {
  /** Absent where no token is set. */
  readonly discord?: {
    readonly token: string;
    readonly messageContent: boolean;
    readonly guild?: string;
    readonly apiUrl?: string;
  };
  /** Milliseconds since 1970. */
  now(): number;
};

const setUp =
  'Create an app (https://discord.com/developers/applications → New Application), set DISCORD_TOKEN (Bot → Reset Token), and run this again: it prints the link that invites the bot.';

/** What keeps the bot from answering in Discord, as far as it can be seen with its token. */
export const createDiscordDoctor = ({ discord, now }: DiscordDoctorDeps): Doctor => {
  if (!discord) return { platform: 'Discord', setUp };

  const examine = async (): Promise<readonly Check[]> => {
    const rest = createRest(discord);
    let date: string | undefined;
    rest.on(RESTEvents.Response, (_, { headers }) => {
      date = headers.get('date') ?? undefined;
    });
    try {
      const application = applicationSchema.parse(await rest.get(Routes.currentApplication()));
      const clock = checkClock(date, now(), 'What was asked while it was offline would not be found.');
      return [
        { name: 'token', ok: true, note: `${application.name}.` },
        checkMessageContent(application.flags, discord.messageContent),
        await checkCommands(rest, application.id, discord.guild),
        ...(await checkGuilds(rest, application.id)),
        clock,
        { name: 'invite link', ok: true, note: inviteLink(application.id) },
      ];
    } catch (error) {
      return [checkWay(error)];
    }
  };
  return { platform: 'Discord', setUp, examine };
};

const applicationSchema = z.object({ id: z.string(), name: z.string(), flags: z.int().default(0) });

/** The first call failed: on the way, or with its token. */
const checkWay = (error: unknown): Check => {
  const [problem = '', ...mend] = explain(error).message.split(/(?<=\.) /);
  return {
    name: isWrongToken(error) ? 'token' : 'reaching Discord',
    ok: false,
    problem,
    mend: mend.join(' ') || 'Check the connection; behind a proxy, set HTTPS_PROXY and NODE_USE_ENV_PROXY=1.',
  };
};

const contentFlags = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;
const contentSwitch = 'discord.com/developers → your app → Bot → Message Content Intent';

const checkMessageContent = (flags: number, isWanted: boolean): Check => {
  const name = 'Message Content';
  const isGranted = (flags & contentFlags) !== 0;
  if (isWanted && !isGranted) {
    return {
      name,
      ok: false,
      problem:
        'DISCORD_MESSAGE_CONTENT asks for it, and it is not granted: threads are followed by mention, reply and button.',
      mend: `Switch it on: ${contentSwitch}. Or remove the setting.`,
    };
  }
  if (isWanted) return { name, ok: true, note: 'Granted: threads are followed without a mention.' };
  return {
    name,
    ok: true,
    note: 'Not asked for: threads are followed by mention, reply and button.',
    mend: `To change that, switch it on (${contentSwitch}) and set DISCORD_MESSAGE_CONTENT=1.`,
  };
};

const commandsSchema = z.array(z.looseObject({ name: z.string() }));

const checkCommands = async (rest: REST, application: string, guild: string | undefined): Promise<Check> => {
  const name = 'commands';
  const mend = 'Run "npm run deploy:discord".';
  const where = guild ? `in the server ${guild}` : 'everywhere';
  try {
    const found = commandsSchema.parse(await rest.get(commandsRoute(application, guild)));
    const { added, changed, removed } = toCommandDiff(commandsFor(guild ? 'guild' : 'global'), found);
    const differences = [
      ...(added.length > 0 ? [`missing: ${added.join(', ')}`] : []),
      ...(changed.length > 0 ? [`of another version: ${changed.join(', ')}`] : []),
      ...(removed.length > 0 ? [`no longer ours: ${removed.join(', ')}`] : []),
    ];
    return differences.length === 0
      ? { name, ok: true, note: `Deployed ${where}.` }
      : { name, ok: false, problem: `Not as they should be ${where} (${differences.join('; ')}).`, mend };
  } catch (error) {
    const { problem, mend } = checkWay(error) as Extract<Check, { ok: false }>;
    return { name, ok: false, problem, mend };
  }
};

const guildsSchema = z.array(z.object({ id: z.string(), name: z.string(), permissions: z.string() }));

/** One check for each server it is in; what a single channel denies shows when it is asked there. */
const checkGuilds = async (rest: REST, application: string): Promise<readonly Check[]> => {
  const guilds = guildsSchema.parse(await rest.get(Routes.userGuilds()));
  const link = inviteLink(application);
  if (guilds.length === 0) {
    return [{ name: 'servers', ok: false, problem: 'It is in none.', mend: `Invite it: ${link}` }];
  }
  return guilds.map(({ id, name, permissions: given }): Check => {
    const missing = missingIn(BigInt(given));
    const title = `server ${name}`;
    if (missing.length === 0) return { name: title, ok: true };
    return {
      name: title,
      ok: false,
      problem: `It may not ${missing.join(', ')}.`,
      mend: `Server Settings → Roles → its role, or invite it anew: ${link}&guild_id=${id}`,
    };
  });
};

const missingIn = (given: bigint): readonly string[] =>
  (given & PermissionFlagsBits.Administrator) !== 0n
    ? []
    : permissions.filter(({ bit }) => (given & bit) === 0n).map(({ name }) => name);
