import { type Client, Events, PermissionFlagsBits } from 'discord.js';
import type { Advisor, Catalog, Store } from '../../src/index.ts';
import { type Adapter, AdapterError } from '../shared/adapter.ts';
import { createCourier } from '../shared/courier.ts';
import type { AdapterLog } from '../shared/log.ts';
import { createManners } from '../shared/manners.ts';
import type { Retry } from '../shared/retry.ts';
import { catchUp } from './catch-up.ts';
import { type ClientSettings, createClient } from './client.ts';
import type { Desk } from './desk.ts';
import { codeOf } from './failures.ts';
import { handleInteraction } from './handlers/interactions.ts';
import { hearMessage } from './handlers/messages.ts';
import { createOutgoing } from './outgoing.ts';
import type { Place } from './place.ts';
import { createPostAnswer } from './post-answer.ts';

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

/** Discord, over its gateway. */
export const createDiscord = (deps: DiscordDeps): Adapter => {
  const { log, token } = deps;
  let client: Client | undefined;
  let stop = async (): Promise<void> => {};

  const connect = async (messageContent: boolean): Promise<void> => {
    const connected = createClient({ ...deps, messageContent });
    const desk = createDesk(deps, connected, messageContent);
    const underWay = new Set<Promise<void>>();
    /** Nothing that goes wrong in a handler may end the process, and what is under way is waited for at the end. */
    const safely = (what: string, work: Promise<void>): void => {
      const guarded = work.catch((error: unknown) => log.failed(what, { code: codeOf(error) }, error));
      underWay.add(guarded);
      void guarded.finally(() => underWay.delete(guarded));
    };

    connected.on(Events.MessageCreate, (message) => {
      if (connected.isReady()) safely('message', hearMessage(desk, message, connected.user.id));
    });
    connected.on(Events.InteractionCreate, (interaction) => {
      safely('interaction', handleInteraction(desk, interaction));
    });
    // A session that was resumed lost nothing; a new one says so here.
    connected.on(Events.ShardReady, () => {
      if (connected.isReady()) safely('catch up', catchUp(desk, connected));
    });
    connected.once(Events.ClientReady, (ready) => safely('catch up', catchUp(desk, ready)));
    connected.on(Events.Error, (error) => log.failed('client', {}, error));
    connected.on(Events.ShardError, (error, shard) => log.failed('shard', { shard }, error));
    connected.on(Events.ShardDisconnect, ({ code }, shard) => log.note('disconnected', { shard, code }));
    connected.on(Events.Invalidated, () => log.failed('session', {}, new Error('invalidated by Discord')));

    try {
      const isReady = new Promise<void>((resolve) => {
        connected.once(Events.ClientReady, () => resolve());
      });
      await connected.login(token);
      await isReady;
    } catch (error) {
      await connected.destroy();
      throw error;
    }
    client = connected;
    desk.courier.start();
    stop = async () => {
      await connected.destroy();
      while (underWay.size > 0) await Promise.all(underWay);
      await desk.courier.stop();
    };
  };

  return {
    name: 'discord',
    isUp: () => client?.isReady() ?? false,
    async start() {
      try {
        await connect(deps.messageContent);
      } catch (error) {
        if (!isDisallowedIntent(error) || !deps.messageContent) throw explain(error);
        log.note(
          'Discord does not grant Message Content, so threads are followed by mention, reply and button. To change that: discord.com/developers → your app → Bot → Message Content Intent.',
        );
        await connect(false).catch((again: unknown) => {
          throw explain(again);
        });
      }
    },
    stop: () => stop(),
  };
};

const createDesk = (deps: DiscordDeps, client: Client, messageContent: boolean): Desk => {
  const { advisor, store, catalog, log, retry, now } = deps;
  const outgoing = createOutgoing({ rest: client.rest, retry, log });
  const postAnswer = createPostAnswer({
    outgoing,
    store,
    log,
    may: rightsOf(client),
    hearsAll: messageContent,
  });
  const courier = createCourier<Place>({ adapter: 'discord', advisor, store, log, now, send: postAnswer });
  return { advisor, store, catalog, courier, manners: createManners(store), outgoing, postAnswer, log, now };
};

const { CreatePublicThreads, SendMessagesInThreads, AttachFiles } = PermissionFlagsBits;

/** What the bot may do in a channel; where that is not known it may try. */
const rightsOf =
  (client: Client): Parameters<typeof createPostAnswer>[0]['may'] =>
  (what, id) => {
    const channel = client.channels.cache.get(id);
    if (!channel || channel.isDMBased() || !client.user) return true;
    const rights = channel.permissionsFor(client.user);
    if (what === 'send files') return rights?.has(AttachFiles) ?? true;
    return !channel.isThread() && (rights?.has([CreatePublicThreads, SendMessagesInThreads]) ?? true);
  };

/** Close code 4014, as the client's login reports it. */
const isDisallowedIntent = (error: unknown): boolean =>
  error instanceof Error && /disallowed intents/i.test(error.message);

const explain = (error: unknown): AdapterError => {
  const said = error instanceof Error ? error.message : String(error);
  if (/token/i.test(said)) {
    return new AdapterError(
      'Discord does not accept DISCORD_TOKEN. Copy it again: discord.com/developers → your app → Bot → Reset Token.',
    );
  }
  if (isDisallowedIntent(error)) {
    return new AdapterError(
      'Discord refuses the intents of this app: discord.com/developers → your app → Bot.',
    );
  }
  return new AdapterError(
    `Discord cannot be reached (${said}). Check the connection and any proxy, then start again.`,
  );
};
