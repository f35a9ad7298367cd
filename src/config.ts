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
  // Conventions of terminals, not ours: https://no-color.org, https://force-color.org
  NO_COLOR: z.string().optional(),
  FORCE_COLOR: z.string().optional(),
  TERM: z.string().optional(),
});

/** Names of all settings read from the environment. */
export const settingNames: readonly string[] = Object.keys(settings.shape);

export type Config = {
  /** Absent where the environment leaves it to the command. */
  readonly logLevel?: (typeof logLevels)[number];
  /** Path of the SQLite file, or ":memory:". */
  readonly database: string;
  /** Folder of another knowledge than the one that comes with the bot. */
  readonly knowledge?: string;
  /** Failures show their stack trace. */
  readonly debug: boolean;
  /** "auto": where the output is a terminal. */
  readonly color: 'always' | 'never' | 'auto';
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
      return `${name} is ${JSON.stringify(given[name])}: ${issue.message}.`;
    }),
    ...Object.keys(given)
      .filter((name) => name.startsWith(ownPrefix) && !settingNames.includes(name))
      .map((name) => `${name} is no setting. There are ${ownSettings()}.`),
  ];
  if (!result.success || problems.length > 0) {
    throw new ConfigError(
      ['The settings (environment or .env, see .env.example) need mending:', ...problems].join('\n  '),
    );
  }
  const { LOG_LEVEL, STACK_ADVISOR_KNOWLEDGE } = result.data;
  return {
    ...(LOG_LEVEL && { logLevel: LOG_LEVEL }),
    ...(STACK_ADVISOR_KNOWLEDGE && { knowledge: STACK_ADVISOR_KNOWLEDGE }),
    database: result.data.STACK_ADVISOR_DATABASE,
    debug: result.data.STACK_ADVISOR_DEBUG === '1',
    color: colorOf(result.data),
  };
};

const ownSettings = (): string => settingNames.filter((name) => name.startsWith(ownPrefix)).join(', ');

const colorOf = ({ NO_COLOR, FORCE_COLOR, TERM }: z.infer<typeof settings>): Config['color'] => {
  if (FORCE_COLOR !== undefined) return FORCE_COLOR === '0' || FORCE_COLOR === 'false' ? 'never' : 'always';
  return NO_COLOR !== undefined || TERM === 'dumb' ? 'never' : 'auto';
};
