import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fixture, type Payload } from './fixtures.ts';
import type { LocalSlack } from './local-slack.ts';
import { acceptSocket, type Socket } from './websocket.ts';

/** What the app sent back for an envelope; `payload` is what it answered, `{}` for a plain acknowledgement. */
export type Ack = { readonly envelope_id: string; readonly payload?: Payload };

/** One envelope on its way. */
export type Delivery = {
  readonly envelope: Payload;
  /** The acknowledgement; waits for it. */
  readonly acked: Promise<Ack>;
  /** Whether it came so far. */
  readonly isAcked: () => boolean;
};

export type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive';

export type DeliveryOptions = {
  /** How often the same envelope goes out at once. */
  readonly times?: number;
  /** A later try of an event: number and Slack's word for what went wrong. */
  readonly retry?: { readonly attempt: number; readonly reason: string };
  /** Of several connections, the one it goes to; the oldest unless told. */
  readonly connection?: number;
};

/**
 * Slack's side of Socket Mode on loopback: `apps.connections.open` of the local Slack hands out addresses that
 * work once; each connection is greeted, gets what `deliver` sends, and its acknowledgements are collected.
 */
export const createSocketModeServer = (slack: Pick<LocalSlack, 'connectSocketMode'>) => {
  const tickets = new Set<string>();
  const connections: Socket[] = [];
  const acks: Ack[] = [];
  const pending = new Map<string, (ack: Ack) => void>();
  const greeted = new Set<() => void>();
  let greetings = 0;
  let answersPings = true;
  let refusals = 0;

  const received = (text: string): void => {
    const ack = JSON.parse(text) as Ack;
    acks.push(ack);
    pending.get(ack.envelope_id)?.(ack);
  };

  const server = createServer((_request, response) => response.writeHead(426).end());
  server.on('upgrade', (request, line) => {
    const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
    if (refusals > 0 || !tickets.delete(ticket)) {
      refusals = Math.max(0, refusals - 1);
      line.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
      return;
    }
    const socket = acceptSocket(request, line, {
      message: received,
      closed: () => {
        const at = connections.indexOf(socket);
        if (at >= 0) connections.splice(at, 1);
      },
      answersPings: () => answersPings,
    });
    connections.push(socket);
    socket.send(JSON.stringify(fixture('socket-hello', { num_connections: connections.length })));
    socket.ping();
    greetings += 1;
    for (const look of greeted) look();
  });

  const send = (envelope: Payload, { times = 1, connection = 0 }: DeliveryOptions): Delivery => {
    const socket = connections[connection];
    if (!socket) throw new Error('No app is connected.');
    const { promise, resolve } = Promise.withResolvers<Ack>();
    let isAcked = false;
    pending.set(String(envelope['envelope_id']), (ack) => {
      isAcked = true;
      resolve(ack);
    });
    for (let sent = 0; sent < times; sent += 1) socket.send(JSON.stringify(envelope));
    return { envelope, acked: promise, isAcked: () => isAcked };
  };

  const disconnect = (reason: 'warning' | 'refresh_requested'): void => {
    const name = reason === 'warning' ? 'socket-disconnect-warning' : 'socket-disconnect-refresh';
    for (const socket of connections) socket.send(JSON.stringify(fixture(name)));
  };

  return {
    acks,
    /** How many connections are open now, and how many were greeted in all. */
    open: (): number => connections.length,
    greetings: (): number => greetings,

    start: async (): Promise<void> => {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      slack.connectSocketMode(() => {
        const ticket = randomUUID();
        tickets.add(ticket);
        return `ws://127.0.0.1:${port}/link/?ticket=${ticket}`;
      });
    },
    stop: async (): Promise<void> => {
      for (const socket of [...connections]) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },

    /** Resolves when so many connections have been greeted since the start. */
    greeted: (count: number): Promise<void> =>
      new Promise((resolve) => {
        const look = () => {
          if (greetings < count) return;
          greeted.delete(look);
          resolve();
        };
        greeted.add(look);
        look();
      }),

    /** Sends a payload in a new envelope. */
    deliver: (type: EnvelopeType, payload: Payload, options: DeliveryOptions = {}): Delivery =>
      send(
        {
          envelope_id: randomUUID(),
          payload,
          type,
          accepts_response_payload: type !== 'events_api',
          ...(type === 'events_api' && {
            retry_attempt: options.retry?.attempt ?? 0,
            retry_reason: options.retry?.reason ?? '',
          }),
        },
        options,
      ),

    /** Sends an envelope as it is, such as one that was sent before. */
    send: (envelope: Payload, options: DeliveryOptions = {}): Delivery => send(envelope, options),

    /** Tells the app that the connection will end (`warning`), or asks it to come again (`refresh_requested`). */
    disconnect,
    /** Closes every connection in the protocol. */
    close: (code = 1001): void => {
      for (const socket of connections) socket.close(code);
    },
    /** Cuts every connection without a word. */
    drop: (): void => {
      for (const socket of [...connections]) socket.destroy();
    },
    /** Turns the next few connections away. */
    refuse: (count: number): void => {
      refusals = count;
    },
    /** Leaves pings without an answer, as a dead line does. */
    muted: (mute: boolean): void => {
      answersPings = !mute;
    },
  };
};
