import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** The server's end of one WebSocket, as much of RFC 6455 as Socket Mode uses: whole text frames, ping, close. */
export type Socket = {
  readonly send: (text: string) => void;
  readonly ping: () => void;
  /** Says goodbye in the protocol. */
  readonly close: (code: number) => void;
  /** Cuts the line without a word. */
  readonly destroy: () => void;
};

export type SocketHandlers = {
  readonly message: (text: string) => void;
  readonly closed: () => void;
  /** Whether pings of the other side are answered. */
  readonly answersPings: () => boolean;
};

const codes = { text: 0x1, close: 0x8, ping: 0x9, pong: 0xa } as const;

/** One unmasked frame: a server never masks. */
const frame = (code: number, payload: Buffer): Buffer => {
  const { length } = payload;
  const head = length < 126 ? Buffer.from([0x80 | code, length]) : Buffer.alloc(length < 65_536 ? 4 : 10);
  if (length >= 126) {
    head[0] = 0x80 | code;
    head[1] = length < 65_536 ? 126 : 127;
    if (length < 65_536) head.writeUInt16BE(length, 2);
    else head.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([head, payload]);
};

type Frame = { readonly code: number; readonly payload: Buffer; readonly size: number };

/** The first frame of what has arrived, unmasked; `undefined` as long as it is not whole. */
const firstFrame = (data: Buffer): Frame | undefined => {
  if (data.length < 2) return undefined;
  const short = data.readUInt8(1) & 0x7f;
  const head = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (data.length < head + 4) return undefined;
  const length =
    short === 126 ? data.readUInt16BE(2) : short === 127 ? Number(data.readBigUInt64BE(2)) : short;
  const size = head + 4 + length;
  if (data.length < size) return undefined;
  const mask = data.subarray(head, head + 4);
  const payload = Buffer.from(data.subarray(head + 4, size)).map((byte, at) => byte ^ mask.readUInt8(at % 4));
  return { code: data.readUInt8(0) & 0x0f, payload: Buffer.from(payload), size };
};

/** Completes the handshake of an `upgrade` request and speaks frames from then on. */
export const acceptSocket = (request: IncomingMessage, line: Duplex, handlers: SocketHandlers): Socket => {
  const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const accepted = createHash('sha1').update(key).digest('base64');
  line.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accepted}\r\n\r\n`,
  );
  let arrived = Buffer.alloc(0);
  let saidGoodbye = false;

  const close = (payload: Buffer): void => {
    if (saidGoodbye) return;
    saidGoodbye = true;
    line.write(frame(codes.close, payload));
  };

  const take = ({ code, payload }: Frame): void => {
    if (code === codes.text) handlers.message(payload.toString());
    else if (code === codes.ping && handlers.answersPings()) line.write(frame(codes.pong, payload));
    else if (code === codes.close) {
      close(payload);
      line.end();
    }
  };

  line.on('data', (part: Buffer) => {
    arrived = Buffer.concat([arrived, part]);
    for (let next = firstFrame(arrived); next; next = firstFrame(arrived)) {
      arrived = arrived.subarray(next.size);
      take(next);
    }
  });
  line.on('error', () => line.destroy());
  line.on('close', handlers.closed);

  return {
    send: (text) => void line.write(frame(codes.text, Buffer.from(text))),
    ping: () => void line.write(frame(codes.ping, Buffer.from('slack'))),
    close: (code) => {
      const payload = Buffer.alloc(2);
      payload.writeUInt16BE(code);
      close(payload);
    },
    destroy: () => void line.destroy(),
  };
};
