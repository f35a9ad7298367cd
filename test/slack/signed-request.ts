import { createHmac } from 'node:crypto';
import type { Payload } from './fixtures.ts';

/** What is done to an otherwise honest request. */
export type SigningOptions = {
  readonly secret: string;
  /** Seconds since 1970 that are signed and sent; now unless told. A number far off is stale or from the future. */
  readonly timestamp?: number | string;
  /** Sent in place of the computed signature: forged. */
  readonly signature?: string;
  /** Another body than the signed one goes out. */
  readonly tamperedBody?: string;
  /** Added to the headers; `undefined` takes one away. Names in lower case. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Slack's own retry headers: the number of the retry (1 to 3) and why. */
  readonly retry?: { readonly number: 1 | 2 | 3; readonly reason: 'http_timeout' | 'http_error' };
};

/** Ready for `fetch`; sending the same one twice is a replay. */
export type SignedRequest = {
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';

/** Signs by Slack's scheme: HMAC-SHA256 over `v0:timestamp:body`, in hexadecimal after `v0=`. */
export const signature = (secret: string, timestamp: number | string, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;

/** Any body of any content type, signed: the way to send what is malformed, oversized or `null`. */
export const signedBody = (body: string, contentType: string, options: SigningOptions): SignedRequest => {
  const timestamp = options.timestamp ?? Math.floor(Date.now() / 1000);
  const headers = {
    'content-type': contentType,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': options.signature ?? signature(options.secret, timestamp, body),
    ...(options.retry && {
      'x-slack-retry-num': String(options.retry.number),
      'x-slack-retry-reason': options.retry.reason,
    }),
    ...options.headers,
  };
  const kept = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { method: 'POST', headers: Object.fromEntries(kept), body: options.tamperedBody ?? body };
};

/** An event of the Events API, or `url_verification`: JSON. `null` is a body that Slack never sends. */
export const signedEvent = (event: Payload | null, options: SigningOptions): SignedRequest =>
  signedBody(JSON.stringify(event), json, options);

/** A slash command: form fields. */
export const signedCommand = (command: Payload, options: SigningOptions): SignedRequest => {
  const fields = Object.entries(command).map(([key, value]): [string, string] => [key, String(value)]);
  return signedBody(new URLSearchParams(fields).toString(), form, options);
};

/** A button, a form, a shortcut: JSON in the one form field `payload`. */
export const signedInteraction = (interaction: Payload | null, options: SigningOptions): SignedRequest =>
  signedBody(new URLSearchParams({ payload: JSON.stringify(interaction) }).toString(), form, options);
