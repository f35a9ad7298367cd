import { z } from 'zod';

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const ownPrefix = 'STACK_ADVISOR_';

/** Every setting there is, once. What a person may set is documented in `.env.example`. */
const settings = z.object({
  LOG_LEVEL: z.enum(logLevels, `use one of ${logLevels.join(', ')}`).optional(),
  STACK_ADVISOR_DATABASE: z.string().default('stack-advisor.sqlite'),
  STACK_ADVISOR_KNOWLEDGE: z.string().optional(),
  STACK_ADVISOR_DEBUG: z
    .enum(['0', '1'], 'use 1 to see stack traces, 0 or nothing to hide them')
    .default('0'),
  SLACK_BOT_TOKEN: z
    .string()
    .startsWith(
      'xoxb-',
      'a bot token begins with xoxb- (your app → OAuth & Permissions → Bot User OAuth Token)',
    )
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith(
      'xapp-',
      'an app-level token begins with xapp- (your app → Basic Information → App-Level Tokens)',
    )
    .optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_API_URL: z.url('use an address such as https://slack.com/api/').optional(),
  DISCORD_TOKEN: z.string().optional(),
  DISCORD_MESSAGE_CONTENT: z
    .enum(['0', '1'], 'use 1 to follow threads without being mentioned, 0 or nothing otherwise')
    .default('0'),
  DISCORD_SHARDS: z
    .union([z.literal('auto'), z.coerce.number().int().min(1).transform(String)], 'use a number or "auto"')
    .default('1'),
  DISCORD_GUILD: z
    .string()
    .regex(/^\d{17,20}$/, 'use the id of a server, 17 to 20 digits')
    .optional(),
  DISCORD_API_URL: z.url('use an address such as https://discord.com/api').optional(),
  PORT: z.coerce.number('use a number').int().min(0).max(65_535).optional(),
  HOST: z.string().default('0.0.0.0'),
  // Conventions of terminals, not ours: https://no-color.org, https://force-color.org
  NO_COLOR: z.string().optional(),
  FORCE_COLOR: z.string().optional(),
  TERM: z.string().optional(),
});

const secret = /TOKEN|SECRET/;

/** Names of all settings read from the environment. */
export const settingNames: readonly string[] = Object.keys(settings.shape);

export type Config = {
  /** Absent where the environment leaves it to the command. */
  readonly logLevel?: (typeof logLevels)[number];
  /** Path of the SQLite file, or ":memory:". */
  readonly database: string;
  /** Folder of another knowledge than the one that comes with the bot. */
  readonly knowledge?: string;
  readonly slack?: SlackConfig;
  readonly discord?: DiscordConfig;
  /** Where HTTP is served: Slack without Socket Mode, and /healthz. `port` is absent where nothing asks for it. */
  readonly http: { readonly port?: number; readonly host: string };
  /** Failures show their stack trace. */
  readonly debug: boolean;
  /** "auto": where the output is a terminal. */
  readonly color: 'always' | 'never' | 'auto';
};

export type SlackConfig = {
  readonly botToken: string;
  readonly via: { readonly appToken: string } | { readonly signingSecret: string };
  /** Another address than Slack's own: a proxy. */
  readonly apiUrl?: string;
};

export type DiscordConfig = {
  readonly token: string;
  /** The privileged intent is granted: threads are followed without a mention. */
  readonly messageContent: boolean;
  readonly shards: number | 'auto';
  /** Commands are registered for this server alone. */
  readonly guild?: string;
  /** Another address than Discord's own: a proxy. */
  readonly apiUrl?: string;
};

/** Settings that cannot be used; the message lists every one of them, a line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Environment → Config. Empty values count as unset, so that a copied `.env.example` may keep its blanks.
 * @throws ConfigError with every problem at once.
 */
export const readConfig = (environment: NodeJS.ProcessEnv = process.env): Config => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const result = settings.safeParse(given);
  const problems = [
    ...(result.error?.issues ?? []).map((issue) => {
      const name = String(issue.path[0]);
      // A secret that was mistyped is a secret all the same.
      const shown = secret.test(name) ? 'wrong' : JSON.stringify(given[name]);
      return `${name} is ${shown}: ${issue.message}.`;
    }),
    ...Object.keys(given)
      .filter((name) => name.startsWith(ownPrefix) && !settingNames.includes(name))
      .map((name) => `${name} is no setting. There are ${ownSettings()}.`),
    ...incompleteSlack(given),
  ];
  if (!result.success || problems.length > 0) {
    throw new ConfigError(
      ['The settings (environment or .env, see .env.example) need mending:', ...problems].join('\n  '),
    );
  }
  const { LOG_LEVEL, STACK_ADVISOR_KNOWLEDGE, PORT, HOST } = result.data;
  const slack = slackOf(result.data);
  const discord = discordOf(result.data);
  return {
    ...(slack && { slack }),
    ...(discord && { discord }),
    http: { host: HOST, ...(PORT !== undefined && { port: PORT }) },
    ...(LOG_LEVEL && { logLevel: LOG_LEVEL }),
    ...(STACK_ADVISOR_KNOWLEDGE && { knowledge: STACK_ADVISOR_KNOWLEDGE }),
    database: result.data.STACK_ADVISOR_DATABASE,
    debug: result.data.STACK_ADVISOR_DEBUG === '1',
    color: colorOf(result.data),
  };
};

const ownSettings = (): string => settingNames.filter((name) => name.startsWith(ownPrefix)).join(', ');

/** Tokens that are of no use alone: nobody sets one without wanting Slack. */
const incompleteSlack = (given: Readonly<Record<string, string | undefined>>): readonly string[] => {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret } = given;
  if (bot && !app && !secret) {
    return [
      'SLACK_BOT_TOKEN is set alone. Add SLACK_APP_TOKEN (Socket Mode, no public address needed) or SLACK_SIGNING_SECRET (HTTP).',
    ];
  }
  if (!bot && (app || secret)) {
    return [
      `${app ? 'SLACK_APP_TOKEN' : 'SLACK_SIGNING_SECRET'} is set without SLACK_BOT_TOKEN. Add it (xoxb-…).`,
    ];
  }
  return [];
};

type Settings = z.infer<typeof settings>;

const slackOf = (given: Settings): SlackConfig | undefined => {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL: apiUrl } = given;
  const rest = apiUrl ? { apiUrl } : {};
  if (!botToken) return undefined;
  // Both set: the socket, which needs no public address.
  if (SLACK_APP_TOKEN) return { botToken, via: { appToken: SLACK_APP_TOKEN }, ...rest };
  return SLACK_SIGNING_SECRET
    ? { botToken, via: { signingSecret: SLACK_SIGNING_SECRET }, ...rest }
    : undefined;
};

const discordOf = (given: Settings): DiscordConfig | undefined => {
  const { DISCORD_TOKEN: token, DISCORD_GUILD: guild, DISCORD_API_URL: apiUrl } = given;
  if (!token) return undefined;
  return {
    token,
    messageContent: given.DISCORD_MESSAGE_CONTENT === '1',
    shards: given.DISCORD_SHARDS === 'auto' ? 'auto' : Number(given.DISCORD_SHARDS),
    ...(guild && { guild }),
    ...(apiUrl && { apiUrl }),
  };
};

const colorOf = ({ NO_COLOR, FORCE_COLOR, TERM }: Settings): Config['color'] => {
  if (FORCE_COLOR !== undefined) return FORCE_COLOR === '0' || FORCE_COLOR === 'false' ? 'never' : 'always';
  return NO_COLOR !== undefined || TERM === 'dumb' ? 'never' : 'auto';
};
