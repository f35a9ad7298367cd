import type { IncomingMessage } from 'node:http';
import type { Payload } from './fixtures.ts';

/** One call of the Web API as the double received it, in order. */
export type ApiCall = {
  readonly method: string;
  /** Arguments with lists and records parsed, as Slack reads them out of form fields. */
  readonly args: Payload;
  readonly token: string | undefined;
};

/** What a method answers: the body without `ok`, or the code of an error. */
export type Answer =
  | { readonly ok: true; readonly body: Payload; readonly headers?: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly error: string; readonly body?: Payload };

/** An answer with what it says. */
export const good = (body: Payload = {}, headers: Readonly<Record<string, string>> = {}): Answer => ({
  ok: true,
  body,
  headers,
});

/** An answer by error code, with `response_metadata`, `needed` or what else Slack sends beside it. */
export const bad = (error: string, body: Payload = {}): Answer => ({ ok: false, error, body });

/** A text argument; anything else counts as missing, as it does with Slack. */
export const text = (call: ApiCall, name: string): string | undefined => {
  const value = call.args[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const structured = new Set([
  'attachments',
  'blocks',
  'files',
  'loading_messages',
  'metadata',
  'prompts',
  'view',
]);
const flags = new Set([
  'include_all_metadata',
  'inclusive',
  'link_names',
  'mrkdwn',
  'reply_broadcast',
  'unfurl_links',
  'unfurl_media',
]);
const numbers = new Set(['length', 'limit']);

const parsed = (name: string, value: string): unknown => {
  if (structured.has(name)) {
    try {
      return JSON.parse(value);
    } catch {
      return value;
    }
  }
  if (flags.has(name)) return value === 'true' || value === '1';
  return numbers.has(name) ? Number(value) : value;
};

/** The whole body of a request. */
export const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

/** Reads method, arguments and token out of a request to `/api/…`. */
export const readCall = async (request: IncomingMessage, method: string): Promise<ApiCall> => {
  const body = (await bodyOf(request)).toString();
  const isJson = request.headers['content-type']?.startsWith('application/json') ?? false;
  const query = new URL(request.url ?? '', 'http://localhost').searchParams;
  const args: Payload = isJson
    ? (JSON.parse(body || '{}') as Payload)
    : Object.fromEntries(
        [...query, ...new URLSearchParams(body)].map(([name, value]) => [name, parsed(name, value)]),
      );
  const bearer = request.headers.authorization?.match(/^Bearer (.+)$/)?.[1];
  const posted = args['token'];
  return { method, args, token: bearer ?? (typeof posted === 'string' ? posted : undefined) };
};
