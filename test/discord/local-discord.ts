import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIUser } from 'discord.js';
import { createFaults, faultReply, rateHeaders } from './faults.ts';
import { createGateway, withoutContent } from './gateway.ts';
import { applicationRoutes, interactionRoutes } from './interaction-routes.ts';
import { judge } from './judge.ts';
import { createMint, type Mint } from './mint.ts';
import { readBody } from './read-body.ts';
import { channelRoutes, failure, type Reply, type Request } from './routes.ts';
import { type Answered, createState, type Message } from './state.ts';
import { guildCreate, token } from './world.ts';

export type LocalDiscordOptions = {
  /** Whether MessageContent is granted in the developer portal. */
  readonly messageContent?: boolean;
  /** Recommended number of shards. */
  readonly shards?: number;
  readonly heartbeat?: number;
  /** Milliseconds that every event and every answer is late. */
  readonly latency?: number;
  readonly guilds?: readonly ReturnType<typeof guildCreate>[];
  readonly mint?: Mint;
};

/** One request of the bot, as it arrived, with what it was told. */
export type Call = Request & { readonly status: number; readonly headers: IncomingMessage['headers'] };

/** Discord on loopback: REST and gateway, every body judged by its OpenAPI document. */
export const createLocalDiscord = async (options: LocalDiscordOptions = {}) => {
  const { messageContent = false, shards = 1, heartbeat = 41_250, latency = 0 } = options;
  const mint = options.mint ?? createMint();
  const guilds = options.guilds ?? [guildCreate()];
  const state = createState(mint, guilds);
  const calls: Call[] = [];
  const problems: string[] = [];
  const faults = createFaults();

  const server = createServer((request, response) => {
    void serve(request, response).catch((error: unknown) => {
      problems.push(`the stub itself failed: ${error instanceof Error ? error.stack : error}`);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const gatewayUrl = `ws://127.0.0.1:${port}`;
  const gateway = createGateway(server, {
    token,
    heartbeat,
    messageContent,
    latency,
    guilds,
    threads: (guild) =>
      [...state.channels.values()].filter(
        ({ guild_id, thread_metadata }) => guild_id === guild && thread_metadata?.archived === false,
      ),
    url: () => gatewayUrl,
  });

  // Told after the request was answered, as from another machine.
  const later = (t: string, d: object) => void setImmediate(() => gateway.dispatch(t, d));
  const routes = [
    ...channelRoutes(state, later, (message: Message) =>
      messageContent ? message : withoutContent(message),
    ),
    ...interactionRoutes(state, later),
    ...applicationRoutes(state, { messageContent, shards, gateway: () => gatewayUrl }),
  ];

  const answer = (request: Request): Reply => {
    const edited = state.messages.get(/\/messages\/(\d+)$/.exec(request.path)?.[1] ?? '');
    const wrong = judge({
      ...request,
      files: request.files.map(({ name }) => name),
      v2: ((edited?.flags ?? 0) & (1 << 15)) !== 0,
    });
    if (wrong.length > 0) {
      problems.push(
        `${request.method} ${request.path}: ${wrong.join('; ')}\n${JSON.stringify(request.body)}`,
      );
      return failure(400, 50035, `Invalid Form Body: ${wrong.join('; ')}`);
    }
    for (const [method, pattern, handle] of routes) {
      const match = method === request.method ? pattern.exec(request.path) : null;
      if (match) return handle(request, ...match.slice(1).filter((part) => part !== ''));
    }
    problems.push(`no such route: ${request.method} ${request.path}`);
    return failure(404, 0, '404: Not Found');
  };

  const serve = async (incoming: IncomingMessage, response: ServerResponse) => {
    const url = new URL(incoming.url ?? '/', 'http://discord.local');
    const { body, files } = await readBody(incoming);
    const method = incoming.method ?? 'GET';
    const path = decodeURIComponent(url.pathname).replace(/^\/api\/v10/, '');
    const request: Request = { method, path, query: url.searchParams, body, files };
    const fault = faults.next(request);
    const authorized =
      /^\/(interactions|webhooks)\//.test(path) || incoming.headers.authorization === `Bot ${token}`;
    const reply = authorized
      ? ((fault && faultReply(fault)) ?? answer(request))
      : failure(401, 0, '401: Unauthorized');
    calls.push({ ...request, status: reply.status, headers: incoming.headers });
    if (fault?.lost) return void incoming.socket.destroy();
    const delay = fault?.delay ?? latency;
    if (delay === Number.POSITIVE_INFINITY) return;
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    const headers = rateHeaders(path, fault);
    if (reply.body === undefined) return void response.writeHead(reply.status, headers).end();
    response.writeHead(reply.status, { ...headers, 'content-type': 'application/json' });
    response.end(JSON.stringify(reply.body));
  };

  return {
    /** For `rest.api` of the client. */
    api: `http://127.0.0.1:${port}/api`,
    token,
    mint,
    gateway,
    state,
    calls: calls as readonly Call[],
    problems: problems as readonly string[],
    /** Requests whose method and path match. */
    sent: (method: string, path: RegExp): readonly Call[] =>
      calls.filter((call) => call.method === method && path.test(call.path)),
    /** The bot's messages in a channel that are there now, oldest first; private ones too. */
    shown: (channel: string): readonly Message[] =>
      [...state.messages.values()].filter(
        (message) => message.channel_id === channel && message.author.bot === true && message.type !== 18,
      ),
    /** Answers the next matching requests with this fault, before anything is done (but see `lost`). */
    fail: faults.add,
    mend: faults.clear,
    /** A message of somebody: kept, so that it can be looked up, and sent as MESSAGE_CREATE. */
    post(message: object) {
      keep(message);
      gateway.dispatch('MESSAGE_CREATE', message);
    },
    /** Kept only: it came while nobody was connected. */
    keep,
    /** An interaction: its token answers from now on. */
    interact(interaction: object) {
      const { id, type, token: key, channel_id, message, ...rest } = interaction as Interaction;
      const metadata = {
        id,
        type,
        user: rest.user ?? rest.member?.user,
        authorizing_integration_owners: rest.authorizing_integration_owners,
      } as Answered['metadata'];
      const answered = { id, channel: channel_id, metadata, ...(message ? { source: message } : {}) };
      state.interactions.set(key, answered);
      gateway.dispatch('INTERACTION_CREATE', interaction);
    },
    /** The token of an interaction no longer works: three seconds or a quarter of an hour went by. */
    expire(key: string) {
      const known = state.interactions.get(key);
      if (known) known.expired = true;
    },
    /** Stops it, and throws if the bot ever sent what Discord would not take. */
    async close() {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (problems.length > 0) throw new Error(`Discord would have refused:\n${problems.join('\n')}`);
    },
  };

  function keep(message: object) {
    const kept = message as Message;
    state.messages.set(kept.id, kept);
  }
};

export type LocalDiscord = Awaited<ReturnType<typeof createLocalDiscord>>;

type Interaction = {
  readonly id: string;
  readonly type: number;
  readonly token: string;
  readonly channel_id: string;
  readonly message?: Message;
  readonly user?: APIUser;
  readonly member?: { readonly user: APIUser };
  readonly authorizing_integration_owners: object;
};
