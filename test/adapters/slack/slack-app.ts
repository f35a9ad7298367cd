import { createRetry } from '../../../adapters/shared/retry.ts';
import { createSlack, requestPath, type SlackAdapter } from '../../../adapters/slack/slack.ts';
import { createCatalog } from '../../../src/answering/catalog.ts';
import { createPhrasing } from '../../../src/answering/phrasing.ts';
import { withApology } from '../../../src/answering/with-apology.ts';
import { buildAdvisor } from '../../../src/build-advisor.ts';
import type { Advisor, Store } from '../../../src/index.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { mind } from '../../answering/bot.ts';
import { type Payload, redelivered } from '../../slack/fixtures.ts';
import { testSecret } from '../../slack/ids.ts';
import { createLocalSlack, type LocalSlack, type LocalSlackOptions } from '../../slack/local-slack.ts';
import {
  type SignedRequest,
  signedCommand,
  signedEvent,
  signedInteraction,
} from '../../slack/signed-request.ts';
import { createSocketModeServer } from '../../slack/socket-mode-server.ts';
import { serveListener } from './serve-listener.ts';

export type Line = { readonly what: string; readonly details: Readonly<Record<string, unknown>> };

export type SlackAppOptions = LocalSlackOptions & {
  readonly store?: Store;
  /** Another process of the same app: the Slack that is there already. */
  readonly beside?: LocalSlack;
  /** By which way events come in; HTTP unless told. */
  readonly via?: 'http' | 'socket';
  /** Puts something between the adapter and the advisor. */
  advisor?(advisor: Advisor): Advisor;
  now?(): number;
};

/** What the outside does: an event, each time in a delivery of its own, a command, a press or form. Resolves when it was acknowledged. */
type Way = {
  readonly event: (event: Payload) => Promise<unknown>;
  readonly command: (command: Payload) => Promise<unknown>;
  /** Resolves to what it was acknowledged with. */
  readonly interaction: (payload: Payload) => Promise<Payload>;
  readonly stop: () => Promise<void>;
};

/** The adapter on real Bolt against the local Slack: what a person sends goes in as Slack sends it. */
export const startSlackApp = async (options: SlackAppOptions = {}) => {
  // Later than what the process takes for now, as an answer is later than its question.
  const slack = options.beside ?? createLocalSlack({ since: Math.floor(Date.now() / 1000) + 1, ...options });
  if (!options.beside) await slack.start();
  const store = options.store ?? createMemoryStore();
  const secret = testSecret('signing');
  const lines: Line[] = [];
  const sleeps: number[] = [];
  const build = options.advisor ?? ((advisor: Advisor) => advisor);
  const deps = {
    advisor: withApology(
      build(buildAdvisor(mind, store, () => {})),
      createPhrasing(mind.knowledge.voice),
      (id, error) => lines.push({ what: 'surprise', details: { id, error: String(error) } }),
    ),
    store,
    catalog: createCatalog(mind.knowledge),
    log: {
      note: (what: string, details = {}) => void lines.push({ what, details }),
      failed: (what: string, details: Readonly<Record<string, unknown>>, error?: unknown) =>
        void lines.push({ what: `${what} failed`, details: { ...details, error: String(error) } }),
    },
    // Waits are asked for, not waited out.
    retry: createRetry({ sleep: async (ms) => void sleeps.push(ms), random: () => 0 }),
    botToken: slack.home.token,
    slackApiUrl: slack.apiUrl,
    now: options.now ?? Date.now,
  };
  const sockets = options.via === 'socket' ? createSocketModeServer(slack) : undefined;
  await sockets?.start();
  const adapter = createSlack({
    ...deps,
    via: sockets ? { appToken: slack.appToken } : { signingSecret: secret },
  });
  await adapter.start();
  const http = sockets ? undefined : await serve(adapter, secret);
  const way = http ?? socketWay(sockets as Sockets);

  const settled = async <T>(sent: Promise<T>): Promise<T> => {
    const answered = await sent;
    await adapter.settled();
    return answered;
  };
  return {
    slack,
    store,
    adapter,
    lines,
    /** Milliseconds waited between tries. */
    sleeps,
    secret,
    sockets: sockets as Sockets,
    url: http?.url ?? '',
    send: http?.send ?? (() => Promise.reject(new Error('this one does not speak HTTP'))),
    /** Sent, acknowledged, and dealt with. */
    event: (event: Payload) => settled(way.event(event)),
    command: (command: Payload) => settled(way.command(command)),
    interaction: (payload: Payload) => settled(way.interaction(payload)),
    settle: adapter.settled,
    /** The same, without waiting until it is dealt with. */
    begin: way,
    stop: async () => {
      await adapter.stop();
      await way.stop();
      if (!options.beside) await slack.stop();
    },
    /** The process is gone in the middle of things; Slack is still there. */
    crash: way.stop,
  };
};

export type SlackApp = Awaited<ReturnType<typeof startSlackApp>>;
type Sockets = ReturnType<typeof createSocketModeServer>;

const serve = async (adapter: SlackAdapter, secret: string) => {
  const { url, stop } = await serveListener(adapter.routes?.[requestPath]);
  const send = async (
    request: SignedRequest,
  ): Promise<{ readonly status: number; readonly body: string }> => {
    const response = await fetch(url, request);
    return { status: response.status, body: await response.text() };
  };
  const accepted = async (request: SignedRequest): Promise<Payload> => {
    const { status, body } = await send(request);
    if (status !== 200) throw new Error(`answered with ${status}: ${body}`);
    return body === '' ? {} : (JSON.parse(body) as Payload);
  };
  return {
    url,
    send,
    event: (event: Payload) => accepted(signedEvent(redelivered(event), { secret })),
    command: (command: Payload) => accepted(signedCommand(command, { secret })),
    interaction: (payload: Payload) => accepted(signedInteraction(payload, { secret })),
    stop,
  };
};

const socketWay = (sockets: Sockets): Way => ({
  event: (event) => sockets.deliver('events_api', redelivered(event)).acked,
  command: (command) => sockets.deliver('slash_commands', command).acked,
  interaction: async (payload) => (await sockets.deliver('interactive', payload).acked).payload ?? {},
  stop: sockets.stop,
});
