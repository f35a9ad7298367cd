import type { Server } from 'node:http';
import { GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import { acceptSocket, type Socket } from '../slack/websocket.ts';
import { ids, users } from './world.ts';

export type Guild = { readonly id: string };

export type GatewayOptions = {
  readonly token: string;
  /** Milliseconds between heartbeats; Discord's own is about 41 s. */
  readonly heartbeat: number;
  /** Whether MessageContent is granted in the developer portal: asking for it without is closed with 4014. */
  readonly messageContent: boolean;
  /** Milliseconds that every event is late. */
  readonly latency: number;
  readonly guilds: readonly Guild[];
  /** Threads of a guild that are not put away. */
  threads(guild: string): readonly object[];
  /** Where it can be reached, known once the server listens. */
  url(): string;
};

type Packet = { readonly op: number; readonly d: unknown; readonly s?: number; readonly t?: string };

export type Identified = {
  readonly intents: number;
  readonly shard: readonly [number, number];
  readonly session: string;
};

type Session = {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly intents: number;
  readonly sent: Packet[];
  socket: Socket | undefined;
};

/** Discord's gateway as far as a bot without voice sees it; both ends of every connection are in the tests' hands. */
export const createGateway = (server: Server, options: GatewayOptions) => {
  const sockets = new Set<Socket>();
  const sessions = new Map<string, Session>();
  const identified: Identified[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const counts = { heartbeats: 0, resumed: 0, refused: 0 };
  let acknowledging = true;
  let refusing = false;
  let closeWith: number | undefined;

  server.on('upgrade', (request, line) => {
    if (refusing) {
      counts.refused++;
      return line.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
    }
    const open: Socket = acceptSocket(request, line, {
      message: (text) => receive(open, JSON.parse(text) as Packet),
      answersPings: () => true,
      closed: () => {
        sockets.delete(open);
        for (const session of sessions.values()) if (session.socket === open) session.socket = undefined;
      },
    });
    sockets.add(open);
    send(open, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: options.heartbeat } });
  });

  const send = (socket: Socket, packet: Packet) => {
    const text = JSON.stringify({ s: null, t: null, ...packet });
    if (options.latency === 0) return socket.send(text);
    // Timers of one length fire in order.
    const timer = setTimeout(() => {
      timers.delete(timer);
      socket.send(text);
    }, options.latency);
    timers.add(timer);
  };

  const emit = (session: Session, t: string, d: unknown) => {
    const packet = { op: GatewayOpcodes.Dispatch, t, d, s: session.sent.length + 1 };
    session.sent.push(packet);
    if (session.socket) send(session.socket, packet);
  };

  const receive = (socket: Socket, { op, d }: Packet) => {
    if (op === GatewayOpcodes.Heartbeat) {
      counts.heartbeats++;
      if (acknowledging) send(socket, { op: GatewayOpcodes.HeartbeatAck, d: null });
    } else if (op === GatewayOpcodes.Identify) identify(socket, d as IdentifyData);
    else if (op === GatewayOpcodes.Resume) resume(socket, d as ResumeData);
  };

  const identify = (socket: Socket, { token, intents, shard = [0, 1] }: IdentifyData) => {
    const forced = closeWith;
    closeWith = undefined;
    if (forced) return socket.close(forced);
    if (token !== options.token) return socket.close(4004);
    const disallowed = (intents & GatewayIntentBits.MessageContent) !== 0 && !options.messageContent;
    if (disallowed) return socket.close(4014);
    const session: Session = { id: `session-${sessions.size + 1}`, shard, intents, sent: [], socket };
    sessions.set(session.id, session);
    identified.push({ intents, shard, session: session.id });
    const guilds = options.guilds.filter(({ id }) => shardOf(id, shard[1]) === shard[0]);
    emit(session, 'READY', {
      v: 10,
      user: { ...users.bot, verified: true, mfa_enabled: false, email: null },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: options.url(),
      shard,
      application: { id: ids.bot, flags: options.messageContent ? 1 << 19 : 0 },
      session_type: 'normal',
      private_channels: [],
      relationships: [],
    });
    for (const guild of guilds)
      emit(session, 'GUILD_CREATE', { ...guild, threads: options.threads(guild.id) });
  };

  const resume = (socket: Socket, { token, session_id, seq }: ResumeData) => {
    const session = sessions.get(session_id);
    if (token !== options.token) return socket.close(4004);
    if (!session) return send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
    session.socket = socket;
    counts.resumed++;
    for (const packet of session.sent.filter(({ s = 0 }) => s > seq)) send(socket, packet);
    emit(session, 'RESUMED', {});
  };

  const toAll = (packet: Packet) => {
    for (const socket of sockets) send(socket, packet);
  };

  return {
    identified: identified as readonly Identified[],
    counts: counts as Readonly<typeof counts>,
    connections: () => sockets.size,
    /**
     * Sends an event to every session it concerns: its shard, its intents, and without MessageContent no text that is
     * not meant for the bot. A session whose connection is gone gets it when it resumes.
     */
    dispatch(t: string, d: object) {
      const guild =
        (d as { readonly guild_id?: string }).guild_id ?? (t.startsWith('GUILD_') ? idOf(d) : undefined);
      for (const session of sessions.values()) {
        const [id, count] = session.shard;
        // A user-installed app also hears of guilds it is not in; those interactions go to the guild's shard too.
        if (shardOf(guild ?? '0', count) !== id) continue;
        const wanted = intentOf(t, guild !== undefined);
        if (wanted !== 0 && (session.intents & wanted) === 0) continue;
        emit(session, t, redacted(t, d, session.intents));
      }
    },
    /** False: heartbeats are no longer acknowledged, the connection is a zombie. */
    acknowledge(on: boolean) {
      acknowledging = on;
    },
    /** Op 7: asks every client to reconnect and resume. */
    reconnect: () => toAll({ op: GatewayOpcodes.Reconnect, d: null }),
    /** Op 9. */
    invalidate: (resumable: boolean) => toAll({ op: GatewayOpcodes.InvalidSession, d: resumable }),
    /** Cuts every connection, with a close code or as if the cable were pulled. */
    drop(code?: number) {
      for (const socket of sockets) code ? socket.close(code) : socket.destroy();
    },
    /** Sessions cannot be resumed any more: what happened since is gone for the client. */
    forget: () => sessions.clear(),
    /** True: the gateway is down. */
    refuse(on: boolean) {
      refusing = on;
    },
    /** The next identify is closed with this code, for example 4014. */
    closeNext(code: number) {
      closeWith = code;
    },
    close() {
      for (const timer of timers) clearTimeout(timer);
      for (const socket of sockets) socket.destroy();
    },
  };
};

type IdentifyData = {
  readonly token: string;
  readonly intents: number;
  readonly shard?: readonly [number, number];
};
type ResumeData = { readonly token: string; readonly session_id: string; readonly seq: number };

const idOf = (d: object) => (d as { readonly id?: string }).id;

/** Discord's formula; direct messages (guild 0) go to the first shard. */
export const shardOf = (guild: string, count: number): number =>
  Number((BigInt(guild) >> 22n) % BigInt(count));

/** The intent that an event needs; 0 for those that always come. */
const intentOf = (t: string, inGuild: boolean): number => {
  if (t.startsWith('MESSAGE_')) {
    return inGuild ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages;
  }
  return /^(GUILD|CHANNEL|THREAD)_/.test(t) ? GatewayIntentBits.Guilds : 0;
};

type Redactable = {
  readonly guild_id?: string;
  readonly author?: { readonly id: string };
  readonly mentions?: readonly { readonly id: string }[];
};

const redacted = (t: string, d: object, intents: number): object => {
  if (t !== 'MESSAGE_CREATE' && t !== 'MESSAGE_UPDATE') return d;
  return (intents & GatewayIntentBits.MessageContent) !== 0 ? d : withoutContent(d);
};

/** What a bot without MessageContent gets of a message that is neither its own nor meant for it. */
export const withoutContent = (message: object): object => {
  const { guild_id, author, mentions = [] } = message as Redactable;
  if (!guild_id || author?.id === ids.bot || mentions.some(({ id }) => id === ids.bot)) return message;
  return { ...message, content: '', embeds: [], attachments: [], components: [] };
};
