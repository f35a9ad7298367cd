import { webApi } from '@slack/bolt';
import type { AdapterLog } from '../shared/log.ts';
import type { Retry } from '../shared/retry.ts';
import { silentLogger } from './bolt-logger.ts';
import { checkPayload } from './check-payload.ts';
import { codeOf, judge, ResponseUrlError } from './failures.ts';
import { lightFetch } from './light-fetch.ts';
import type { Self } from './to-question.ts';

/** What is needed to speak in a workspace. */
export type Installation = Self & {
  readonly botToken: string;
  /** What the workspace granted. */
  readonly scopes: ReadonlySet<string>;
};

/** The workspace's installation. The one seam between one workspace by token and many by OAuth. */
export type Authorize = (source: { readonly teamId: string | undefined }) => Promise<Installation>;

type Payload = Readonly<Record<string, unknown>>;

export type CallOptions = {
  /** Asked before each further try; without it one further try is as good as the first. */
  mayGoOn?(): Promise<boolean>;
  /**
   * What an earlier try has done after all: asked before each further one, because an answer that was lost on its
   * way back does not mean that nothing happened.
   */
  earlier?(): Promise<Payload | undefined>;
  /** False where a late answer is worth nothing, such as a form whose trigger lapses after 3 s. */
  readonly retries?: boolean;
};

export type Outgoing = {
  /** Calls a method of the Web API in the name of a workspace's bot. @throws what `failures.ts` names */
  call(team: string, method: string, payload: Payload, options?: CallOptions): Promise<Payload>;
  /** Answers by the URL that came with a command or a press. @throws ResponseUrlError */
  respond(url: string, payload: Payload, options?: CallOptions): Promise<void>;
  /** The content of a file, to where Slack said it wants it. @throws ResponseUrlError */
  upload(url: string, content: string): Promise<void>;
};

export type OutgoingDeps = {
  readonly authorize: Authorize;
  readonly retry: Retry;
  readonly log: AdapterLog;
  /** Where Slack is, if not at its own address: for tests. */
  readonly slackApiUrl?: string;
};

/** Milliseconds for one call; Slack itself answers within a second or not at all. */
const callTimeout = 10_000;
/** The SDK's own retries go on for half an hour; ours know whether the work is still ours. */
export const clientOptions = (slackApiUrl?: string): webApi.WebClientOptions => ({
  timeout: callTimeout,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  allowAbsoluteUrls: false,
  fetch: lightFetch,
  logger: silentLogger,
  ...(slackApiUrl && { slackApiUrl }),
});

/** The one place through which everything leaves for Slack: checked against its limits, tried again where that helps. */
export const createOutgoing = ({ authorize, retry, log, slackApiUrl }: OutgoingDeps): Outgoing => {
  const clients = new Map<string, webApi.WebClient>();
  const clientFor = async (team: string): Promise<webApi.WebClient> => {
    const { botToken } = await authorize({ teamId: team });
    const known = clients.get(botToken);
    if (known) return known;
    const client = new webApi.WebClient(botToken, clientOptions(slackApiUrl));
    clients.set(botToken, client);
    return client;
  };

  const tried = <T>(what: string, attempt: () => Promise<T>, options: CallOptions): Promise<T> =>
    retry(attempt, {
      judge: options.retries === false ? () => ({ kind: 'never' }) : judge,
      mayGoOn: options.mayGoOn ?? (() => true),
      again: (error, wait) => log.note('trying again', { what, code: codeOf(error), wait }),
    });

  return {
    async call(team, method, payload, options = {}) {
      checkPayload(method, payload);
      const client = await clientFor(team);
      const serialized = serializedOnce(payload);
      let tries = 0;
      const attempt = async (): Promise<Payload> => {
        const done = tries++ > 0 ? await options.earlier?.() : undefined;
        return done ?? { ...(await client.apiCall(method, serialized)) };
      };
      return tried(method, attempt, options);
    },
    async respond(url, payload, options = {}) {
      checkPayload('response_url', payload);
      const body = JSON.stringify(payload);
      await tried('response_url', () => post(url, body, 'application/json; charset=utf-8'), options);
    },
    upload: (url, content) => tried('upload', () => post(url, content, 'text/plain; charset=utf-8'), {}),
  };
};

/** The client would write out what is nested several times over, for its own log lines; as JSON it takes it as it is. */
const serializedOnce = (payload: Payload): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
    ]),
  );

const post = async (url: string, body: string, type: string): Promise<void> => {
  let response: Awaited<ReturnType<typeof lightFetch>>;
  let detail: string;
  try {
    const headers = { 'content-type': type };
    response = await lightFetch(url, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(callTimeout),
    });
    detail = await response.text();
  } catch (error) {
    throw new ResponseUrlError(0, error instanceof Error ? error.message : String(error));
  }
  if (!response.ok) throw new ResponseUrlError(response.status, detail.slice(0, 200));
};
