import { webApi } from '@slack/bolt';
import type { Verdict } from '../shared/retry.ts';
import { PayloadError } from './check-payload.ts';

const { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } = webApi;

/** What Slack, or the way to it, said no with, in one word: its own error name where it gave one. */
export const codeOf = (error: unknown): string => {
  if (error instanceof WebAPIPlatformError) return error.data.error;
  if (error instanceof WebAPIRateLimitedError) return 'ratelimited';
  if (error instanceof WebAPIHTTPError) return `http_${error.statusCode}`;
  if (error instanceof WebAPIRequestError) return 'unreachable';
  if (error instanceof ResponseUrlError) return error.code;
  if (error instanceof PayloadError) return 'invalid_payload';
  return 'unexpected';
};

/** A `response_url` that was not taken: used up, too old, or out of reach. */
export class ResponseUrlError extends Error {
  override readonly name = 'ResponseUrlError';
  readonly code: string;
  readonly status: number;
  constructor(status: number, detail: string) {
    super(`response_url answered ${status}: ${detail}`);
    this.status = status;
    this.code = status === 0 ? 'unreachable' : `response_url_${status}`;
  }
}

/** Errors of Slack's own that pass: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const passing = new Set([
  'ratelimited',
  'internal_error',
  'fatal_error',
  'request_timeout',
  'service_unavailable',
]);

/** Whether to try again, and when. */
export const judge = (error: unknown): Verdict => {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'again', after: error.retryAfter * 1000 };
  const again: Verdict = { kind: 'again' };
  if (error instanceof WebAPIRequestError) return again;
  if (error instanceof WebAPIHTTPError && error.statusCode >= 500) return again;
  if (error instanceof ResponseUrlError && (error.status >= 500 || error.status === 0)) return again;
  if (error instanceof WebAPIPlatformError && passing.has(error.data.error)) return again;
  return { kind: 'never' };
};

/** Whether what failed may work in a minute. */
export const passes = (error: unknown): boolean => judge(error).kind === 'again';
