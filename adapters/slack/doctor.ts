import { webApi } from '@slack/bolt';
import { z } from 'zod';
import { type Check, checkClock, type Doctor } from '../shared/doctor.ts';
import { checkRequests } from './doctor/requests.ts';
import { checkScopes } from './doctor/scopes.ts';
import { codeOf } from './failures.ts';
import { clientOptions } from './outgoing.ts';

export type SlackDoctorDeps = {
  /** Absent where no token is set. */
  readonly slack?: {
    readonly botToken: string;
    readonly via: { readonly appToken: string } | { readonly signingSecret: string };
    readonly apiUrl?: string;
  };
  /** Where the bot serves HTTP when it runs. */
  readonly http: { readonly host: string; readonly port: number };
  /** Milliseconds since 1970. */
  now(): number;
};

const setUp =
  'Create an app from adapters/slack/manifest.json (https://api.slack.com/apps → Create New App → From a manifest), install it, and set SLACK_BOT_TOKEN (OAuth & Permissions → Bot User OAuth Token, xoxb-…) and SLACK_APP_TOKEN (Basic Information → App-Level Tokens → Generate, with connections:write, xapp-…).';

/** What keeps the bot from answering in Slack, as far as it can be seen with its tokens. */
export const createSlackDoctor = ({ slack, http, now }: SlackDoctorDeps): Doctor => {
  if (!slack) return { platform: 'Slack', setUp };
  const { botToken, via, apiUrl } = slack;
  let date: string | undefined;
  const clientFor = (token: string): webApi.WebClient =>
    new webApi.WebClient(token, {
      ...clientOptions(apiUrl),
      // What fails is told once, in the report.
      logLevel: webApi.LogLevel.ERROR,
      // Only here is there a way to the headers.
      fetch: async (...request) => {
        const response = await fetch(...request);
        date = response.headers.get('date') ?? undefined;
        return response;
      },
    });

  const examine = async (): Promise<readonly Check[]> => {
    const bot = clientFor(botToken);
    const { check, known } = await checkBotToken(bot);
    if (isUnreachable(check)) return [check];
    const clock = checkClock(date, now(), 'Slack’s requests are refused from five minutes on.');
    const own = known ? [checkScopes(known.scopes), await checkChannels(bot, known)] : [];
    const way =
      'appToken' in via ? [await checkSocket(clientFor(via.appToken))] : await checkRequests(via, http);
    return [check, ...own, ...way, clock];
  };
  return { platform: 'Slack', setUp, examine };
};

const botTokenName = 'bot token';
const reach = 'reaching Slack';
const isUnreachable = ({ name }: Check): boolean => name === reach;

const authSchema = z.object({
  team: z.string(),
  user: z.string(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});
/** `scopes` is absent where Slack did not tell them. */
type Known = { readonly user: string; readonly scopes?: ReadonlySet<string> };

const checkBotToken = async (client: webApi.WebClient): Promise<{ check: Check; known?: Known }> => {
  try {
    const { team, user, response_metadata } = authSchema.parse(await client.auth.test());
    const scopes = response_metadata?.scopes?.filter((scope) => scope !== '');
    return {
      check: { name: botTokenName, ok: true, note: `@${user} in ${team}.` },
      known: { user, ...(scopes && { scopes: new Set(scopes) }) },
    };
  } catch (error) {
    return { check: wayTo(error) ?? { name: botTokenName, ok: false, ...refusedBot(codeOf(error)) } };
  }
};

type Finding = { readonly problem: string; readonly mend: string };

const refusedBot = (code: string): Finding => {
  switch (code) {
    case 'invalid_auth':
    case 'not_authed':
    case 'token_expired':
      return {
        problem: `Slack does not know SLACK_BOT_TOKEN (${code}).`,
        mend: 'Copy it again: your app → OAuth & Permissions → Bot User OAuth Token (xoxb-…).',
      };
    case 'account_inactive':
    case 'token_revoked':
      return {
        problem: `SLACK_BOT_TOKEN was revoked (${code}).`,
        mend: 'Your app → OAuth & Permissions → Reinstall, then copy the new Bot User OAuth Token.',
      };
    default:
      return {
        problem: `Slack refuses SLACK_BOT_TOKEN (${code}).`,
        mend: 'The code is explained at https://docs.slack.dev/reference/methods/auth.test#errors.',
      };
  }
};

/** Where it was not Slack that said no. */
const wayTo = (error: unknown): Check | undefined => {
  const fault = (problem: string, mend: string): Check => ({ name: reach, ok: false, problem, mend });
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return fault('Slack asks us to come back later.', `Run this again in ${error.retryAfter} seconds.`);
  }
  const proxy =
    'behind a proxy, set HTTPS_PROXY and NODE_USE_ENV_PROXY=1; if SLACK_API_URL is set, see that it is right.';
  if (error instanceof webApi.WebAPIRequestError) {
    const { message, cause } = error.original;
    const why = cause instanceof Error ? ('code' in cause ? cause.code : cause.message) : message;
    return fault(`Slack cannot be reached (${why}).`, `Check the connection; ${proxy}`);
  }
  const code = codeOf(error);
  // The library takes a page for an error of Slack's, whose names are plain words.
  const isForeign = code.startsWith('http_') || code === 'unexpected' || !/^\w+$/.test(code);
  return isForeign
    ? fault(`Something else answered in the place of Slack (${code.slice(0, 40)}).`, `Most likely ${proxy}`)
    : undefined;
};

const checkSocket = async (client: webApi.WebClient): Promise<Check> => {
  const name = 'socket';
  try {
    await client.apps.connections.open({});
    return { name, ok: true };
  } catch (error) {
    const failed = wayTo(error);
    if (failed) return failed;
    const code = codeOf(error);
    return code === 'missing_scope'
      ? {
          name,
          ok: false,
          problem: 'SLACK_APP_TOKEN may not open one.',
          mend: 'Your app → Basic Information → App-Level Tokens → your token → Add scope → connections:write.',
        }
      : {
          name,
          ok: false,
          problem: `Slack does not open one with SLACK_APP_TOKEN (${code}).`,
          mend: 'Your app → Socket Mode → Enable; then Basic Information → App-Level Tokens → Generate, with connections:write, and copy it (xapp-…).',
        };
  }
};

const channelsSchema = z.object({ channels: z.array(z.unknown()) });

/** Which channels it is in is told only to apps that may list channels, which ours need not. */
const checkChannels = async (client: webApi.WebClient, { user, scopes }: Known): Promise<Check> => {
  const name = 'channels';
  const mend = `In each channel that is to have it, type "/invite @${user}".`;
  const types = [
    ...(scopes?.has('channels:read') ? ['public_channel'] : []),
    ...(scopes?.has('groups:read') ? ['private_channel'] : []),
  ].join(',');
  const unseen: Check = { name, ok: true, note: 'Slack does not tell which ones it is in.', mend };
  if (types === '') return unseen;
  try {
    const listed = await client.users.conversations({ types, exclude_archived: true, limit: 200 });
    const { length } = channelsSchema.parse(listed).channels;
    return length > 0
      ? { name, ok: true, note: `It is in ${length === 200 ? '200 or more' : length}.` }
      : { name, ok: false, problem: 'It is in none, so it can answer in none.', mend };
  } catch {
    return unseen;
  }
};
