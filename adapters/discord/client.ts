import { Client, type ClientOptions, Options, Partials } from 'discord.js';
import { lightRequest } from './light-request.ts';
import { longestLimit } from './outgoing.ts';
import { intents } from './permissions.ts';

export type ClientSettings = {
  /** Ask for the text of messages that are not said to us: a privileged intent, granted in the developer portal. */
  readonly messageContent: boolean;
  readonly shards: number | 'auto';
  /** Where Discord is, if not at its own address: for tests. */
  readonly apiUrl?: string;
};

/** Milliseconds for one call; an interaction has three seconds to be acknowledged. */
const callTimeout = 7_000;
/** Members kept in memory per server, beside the bot itself: none is ever looked up. */
const keptMembers = 10;

/** A client with no more rights, memory and patience than the bot needs. */
export const createClient = ({ messageContent, shards, apiUrl }: ClientSettings): Client => {
  const options: ClientOptions = {
    intents: intents.filter((intent) => messageContent || !('privileged' in intent)).map(({ bit }) => bit),
    // Direct conversations are known only from their first message on.
    partials: [Partials.Channel, Partials.Message],
    // Whatever leaves without saying otherwise notifies nobody, and shows once however often it is sent.
    allowedMentions: { parse: [], repliedUser: false },
    enforceNonce: true,
    // A number there would be taken for the number of one shard, not for how many.
    ...(shards === 'auto' ? { shards } : { shardCount: shards }),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      // None is ever looked up: a thread is the store's.
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      GuildMemberManager: { maxSize: keptMembers, keepOverLimit: ({ id, client }) => id === client.user.id },
    }),
    rest: {
      makeRequest: lightRequest,
      timeout: callTimeout,
      // Up to here it waits by itself; beyond, we decide whether the answer is still worth it.
      rejectOnRateLimit: ({ retryAfter }) => retryAfter > longestLimit,
      ...(apiUrl && { api: apiUrl }),
    },
  };
  return new Client(options);
};
