import { type Client, Events, GatewayCloseCodes, Status } from 'discord.js';
import type { Advisor, Catalog, Store } from '../../src/index.ts';
import type { Adapter } from '../shared/adapter.ts';
import { createCourier } from '../shared/courier.ts';
import type { AdapterLog } from '../shared/log.ts';
import { createManners } from '../shared/manners.ts';
import type { Retry } from '../shared/retry.ts';
import { createUnderWay } from '../shared/under-way.ts';
import { catchUp } from './catch-up.ts';
import { type ClientSettings, createClient } from './client.ts';
import type { Desk } from './desk.ts';
import { explain, isDisallowedIntent } from './explain.ts';
import { codeOf, passes } from './failures.ts';
import { handleInteraction } from './handlers/interactions.ts';
import { hearMessage } from './handlers/messages.ts';
import { createOutgoing } from './outgoing.ts';
import type { Place } from './place.ts';
import { createPostAnswer } from './post-answer.ts';
import { createRights } from './rights.ts';

export type DiscordDeps = ClientSettings & {
  readonly advisor: Advisor;
  readonly store: Store;
  readonly catalog: Catalog;
  readonly log: AdapterLog;
  readonly retry: Retry;
  readonly token: string;
  /** Milliseconds since 1970. */
  now(): number;
};

/** A client that is connected, with all that works on it. */
type Connection = { isUp(): boolean; stop(): Promise<void> };

/** Discord, over its gateway. */
export const createDiscord = (deps: DiscordDeps): Adapter => {
  const { log } = deps;
  let connection: Connection | undefined;
  let falling: Promise<void> | undefined;

  const withoutContent = async (): Promise<void> => {
    log.note(
      'Discord does not grant Message Content, so threads are followed by mention, reply and button. To change that: discord.com/developers → your app → Bot → Message Content Intent.',
    );
    connection = await connect(deps, false);
  };
  /** The intent was taken away while we ran: better without it than deaf. */
  const fallBack = (): void => {
    const before = connection;
    connection = undefined;
    falling = Promise.resolve(before?.stop())
      .then(withoutContent)
      .catch((error: unknown) => log.failed('reconnect', { code: codeOf(error) }, error));
  };

  return {
    name: 'discord',
    isUp: () => connection?.isUp() ?? false,
    async start() {
      try {
        connection = await connect(deps, deps.messageContent, fallBack);
      } catch (error) {
        if (!isDisallowedIntent(error) || !deps.messageContent) throw explain(error);
        await withoutContent().catch((again: unknown) => {
          throw explain(again);
        });
      }
    },
    async stop() {
      await falling;
      await connection?.stop();
    },
  };
};

const connect = async (
  deps: DiscordDeps,
  messageContent: boolean,
  refused = (): void => {},
): Promise<Connection> => {
  const { log, now } = deps;
  const client = createClient({ ...deps, messageContent });
  const desk = createDesk(deps, client, messageContent);
  const underWay = createUnderWay();
  let isStopping = false;
  /** Shards that are without a connection, and since when. */
  const lost = new Map<number, number>();

  /** Nothing that goes wrong in a handler may end the process, and what is under way is waited for at the end. */
  const safely = (what: string, work: () => Promise<void>): void => {
    if (isStopping) return;
    const guarded = work().catch((error: unknown) => log.failed(what, { code: codeOf(error) }, error));
    void underWay.track(guarded);
  };

  client.on(Events.MessageCreate, (message) => {
    if (client.isReady()) safely('message', () => hearMessage(desk, message, message.client.user.id));
  });
  client.on(Events.InteractionCreate, (interaction) => {
    safely('interaction', () => handleInteraction(desk, interaction));
  });
  client.on(Events.ShardReconnecting, (shard) => {
    if (!lost.has(shard)) lost.set(shard, now());
  });
  // A session that was resumed lost nothing; a new one says so here.
  client.on(Events.ShardResume, (shard) => void lost.delete(shard));
  client.on(Events.ShardReady, (shard) => {
    const since = lost.get(shard);
    lost.delete(shard);
    if (client.isReady()) safely('catch up', () => catchUp(desk, client, since));
  });
  client.once(Events.ClientReady, (ready) => safely('catch up', () => catchUp(desk, ready)));
  client.on(Events.Error, (error) => log.failed('client', {}, error));
  client.on(Events.ShardError, (error, shard) => {
    if (!isDisallowedIntent(error)) log.failed('shard', { shard }, error);
  });
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    // It goes on without, and says so; at the start, login reports it, too.
    const isMended = messageContent && code === GatewayCloseCodes.DisallowedIntents;
    if (!isMended) log.note('disconnected', { shard, code });
    else if (client.isReady()) refused();
  });
  client.on(Events.Invalidated, () => log.failed('session', {}, new Error('invalidated by Discord')));

  try {
    const isReady = new Promise<void>((resolve) => {
      client.once(Events.ClientReady, () => resolve());
    });
    await client.login(deps.token);
    await isReady;
  } catch (error) {
    await client.destroy();
    throw error;
  }
  desk.courier.start();
  return {
    isUp: () => client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready),
    async stop() {
      isStopping = true;
      // First: without its client nothing could be sent any more.
      await underWay.settled();
      await desk.courier.stop();
      await client.destroy();
    },
  };
};

const createDesk = (deps: DiscordDeps, client: Client, messageContent: boolean): Desk => {
  const { advisor, store, catalog, log, retry, now } = deps;
  const outgoing = createOutgoing({ rest: client.rest, retry, log });
  const postAnswer = createPostAnswer({
    outgoing,
    store,
    log,
    rights: createRights(client),
    hearsAll: messageContent,
  });
  const courier = createCourier<Place>({
    adapter: 'discord',
    advisor,
    store,
    log,
    now,
    send: async (...errand) => void (await postAnswer(...errand)),
    fault: (error) => ({ code: codeOf(error), passes: passes(error) }),
  });
  return { advisor, store, catalog, courier, manners: createManners(store), outgoing, postAnswer, log, now };
};
