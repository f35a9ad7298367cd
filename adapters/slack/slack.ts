import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { Advisor, Catalog, Store } from '../../src/index.ts';
import { type Adapter, AdapterError } from '../shared/adapter.ts';
import { createCourier } from '../shared/courier.ts';
import type { AdapterLog } from '../shared/log.ts';
import { createManners } from '../shared/manners.ts';
import type { Retry } from '../shared/retry.ts';
import { createUnderWay } from '../shared/under-way.ts';
import { createBoltLogger } from './bolt-logger.ts';
import type { Desk } from './desk.ts';
import { codeOf, passes } from './failures.ts';
import { handleAll } from './handlers/all.ts';
import { guardHttp } from './http-guard.ts';
import { readInstallation } from './install.ts';
import { type Authorize, clientOptions, createOutgoing, type Installation } from './outgoing.ts';
import type { Place } from './place.ts';
import { createPostAnswer } from './post-answer.ts';

export type SlackDeps = {
  readonly advisor: Advisor;
  readonly store: Store;
  readonly catalog: Catalog;
  readonly log: AdapterLog;
  readonly retry: Retry;
  readonly botToken: string;
  /** Socket Mode with an app-level token, HTTP with the signing secret. */
  readonly via: { readonly appToken: string } | { readonly signingSecret: string };
  /** Where Slack is, if not at its own address: for tests. */
  readonly slackApiUrl?: string;
  /** Milliseconds since 1970. */
  now(): number;
};

/** Path at which Slack's requests arrive, events, commands and presses alike. */
export const requestPath = '/slack/events';

const reconnecting = { forever: true, factor: 1.3, minTimeout: 500, maxTimeout: 15_000 };

export type SlackAdapter = Adapter & {
  /** Resolves when all that came in so far has been dealt with. */
  settled(): Promise<void>;
};

/** Slack, over Socket Mode or HTTP, with one set of handlers. */
export const createSlack = (deps: SlackDeps): SlackAdapter => {
  const { advisor, store, catalog, log, retry, via, slackApiUrl, now } = deps;
  let installation: Installation | undefined;
  let isUp = false;

  const authorize: Authorize = async ({ teamId }) => {
    installation ??= await readInstallation(deps.botToken, retry, slackApiUrl);
    if (teamId !== undefined && teamId !== installation.team) {
      throw new Error(`not installed in ${teamId}`);
    }
    return installation;
  };
  const outgoing = createOutgoing({ authorize, retry, log, ...(slackApiUrl && { slackApiUrl }) });
  const postAnswer = createPostAnswer({ outgoing, store, log });
  const courier = createCourier<Place>({
    adapter: 'slack',
    advisor,
    store,
    log,
    now,
    send: async (...errand) => void (await postAnswer(...errand)),
    fault: (error) => ({ code: codeOf(error), passes: passes(error) }),
  });
  const manners = createManners(store);
  const desk: Desk = { advisor, store, catalog, courier, manners, outgoing, postAnswer, authorize, log, now };

  const logger = createBoltLogger(log);
  const receiver =
    'appToken' in via
      ? new SocketModeReceiver({
          appToken: via.appToken,
          logger,
          // How long it is deaf while it changes connections, as Slack has it do every few hours; 5 s by default.
          clientPingTimeout: 1_000,
          // An error of ours is logged where it happens; left unacknowledged, the event would only come again.
          processEventErrorHandler: async () => true,
          // These are what reaches `apps.connections.open`; the App's own client options do not. Without end, because
          // a connection that could not be opened again would leave us deaf and running.
          installerOptions: {
            clientOptions: { ...clientOptions(slackApiUrl), retryConfig: reconnecting },
          },
        })
      : new HTTPReceiver({ signingSecret: via.signingSecret, endpoints: requestPath, logger });
  const app = new App({
    receiver,
    logger,
    // By workspace, and not by event: other tenants' events never meet this token.
    authorize: async ({ teamId }) => {
      const { botToken, botId, botUserId, team } = await authorize({ teamId });
      return { botToken, botUserId, teamId: team, ...(botId && { botId }) };
    },
    // Whatever it sends by itself keeps to our timeouts, and does not retry for half an hour.
    clientOptions: clientOptions(slackApiUrl),
    // Nothing of a conversation is kept in memory by Bolt: a thread is the store's.
    convoStore: false,
  });
  const underWay = createUnderWay();
  handleAll(app, desk, underWay);

  return {
    name: 'slack',
    isUp: () => isUp,
    ...(receiver instanceof HTTPReceiver && {
      routes: { [requestPath]: guardHttp(receiver.requestListener, now) },
    }),
    async start() {
      await authorize({ teamId: undefined });
      courier.start();
      if (receiver instanceof SocketModeReceiver) {
        receiver.client.on('connected', () => {
          isUp = true;
        });
        for (const event of ['reconnecting', 'disconnected']) {
          receiver.client.on(event, () => {
            isUp = false;
            log.note(`socket ${event}`);
          });
        }
        try {
          await receiver.start();
        } catch (error) {
          throw new AdapterError(
            `Slack does not open a socket (${codeOf(error)}). SLACK_APP_TOKEN must be an app-level token (xapp-…) with connections:write: your app → Basic Information → App-Level Tokens; and Socket Mode must be on.`,
          );
        }
      }
      isUp = true;
    },
    async stop() {
      isUp = false;
      // Told to stop while it is connecting, it rejects with nothing.
      if (receiver instanceof SocketModeReceiver) await receiver.stop().catch(() => {});
      await underWay.settled();
      await courier.stop();
    },
    settled: underWay.settled,
  };
};
