import type { Payload } from './fixtures.ts';
import type { ApiCall } from './web-api-call.ts';

/** What stands in place of a method's own answer. */
export type Reply =
  /** Slack's way to refuse: status 200, `ok: false`. */
  | { readonly kind: 'error'; readonly error: string; readonly body: Payload }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  /** The connection ends without an answer; `after` the work was done, or before. */
  | { readonly kind: 'drop'; readonly done: boolean }
  /** The method's own answer, once the promise is settled. */
  | { readonly kind: 'wait'; readonly until: Promise<unknown> };

/** A reply, or a look at the call first; `undefined` leaves the method alone. */
export type Responder = Reply | ((call: ApiCall) => Reply | undefined);

/** An error by its code, such as `not_in_channel`; `messages` are Slack's `response_metadata.messages`. */
export const slackError = (error: string, messages: readonly string[] = []): Reply => ({
  kind: 'error',
  error,
  body: messages.length > 0 ? { response_metadata: { messages } } : {},
});

/** 429 with `Retry-After` in seconds. */
export const rateLimited = (seconds: number): Reply => ({
  kind: 'status',
  status: 429,
  headers: { 'retry-after': String(seconds) },
  body: JSON.stringify({ ok: false, error: 'ratelimited' }),
});

/** A plain HTTP error, as Slack's edge sends it. */
export const serverError = (status = 500): Reply => ({
  kind: 'status',
  status,
  headers: {},
  body: 'upstream connect error',
});

/** The connection ends before anything was done. */
export const dropped: Reply = { kind: 'drop', done: false };

/** The work is done and its answer is lost: the sender cannot know. */
export const answerLost: Reply = { kind: 'drop', done: true };

/** The method's own answer after so many milliseconds. */
export const delayed =
  (milliseconds: number): Responder =>
  () => ({
    kind: 'wait',
    until: new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });

/** The method's own answer as soon as `release` is called: a slow Slack without a clock. */
export const held = (): { readonly reply: Reply; readonly release: () => void } => {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { reply: { kind: 'wait', until: promise }, release: () => resolve() };
};
