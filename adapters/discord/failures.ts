import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import type { Verdict } from '../shared/retry.ts';
import { PayloadError } from './check-payload.ts';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes */
export const codes = {
  unknownChannel: RESTJSONErrorCodes.UnknownChannel,
  unknownMessage: RESTJSONErrorCodes.UnknownMessage,
  unknownInteraction: RESTJSONErrorCodes.UnknownInteraction,
  unknownWebhook: RESTJSONErrorCodes.UnknownWebhook,
  acknowledged: RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  missingAccess: RESTJSONErrorCodes.MissingAccess,
  missingPermissions: RESTJSONErrorCodes.MissingPermissions,
  expiredToken: RESTJSONErrorCodes.InvalidWebhookToken,
  invalidBody: RESTJSONErrorCodes.InvalidFormBodyOrContentType,
  locked: RESTJSONErrorCodes.ThreadLocked,
  archived: RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  threadExists: RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage,
} as const;

/** No way to the person is open. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
  /** What each way was refused with, in order. */
  readonly codes: readonly (number | string)[];
  constructor(refused: readonly (number | string)[], options?: ErrorOptions) {
    super(`refused with ${refused.join(', ')}`, options);
    this.codes = refused;
  }
}

/** What Discord, or the way to it, said no with: its own number where it gave one. */
export const codeOf = (error: unknown): number | string => {
  if (error instanceof DiscordAPIError) return error.code;
  if (error instanceof RateLimitError) return 'rate limit';
  if (error instanceof HTTPError) return `http ${error.status}`;
  if (error instanceof PayloadError) return 'invalid payload';
  if (error instanceof Undeliverable) {
    const [only, ...others] = error.codes;
    return only !== undefined && others.length === 0 ? only : error.codes.join(', ');
  }
  return error instanceof Error ? error.name : 'unknown';
};

/** Discord does not take the message as it is, or we did not even send it. */
export const isTooRich = (error: unknown): boolean =>
  error instanceof PayloadError || (error instanceof DiscordAPIError && error.code === codes.invalidBody);

/** Whether to try again, and when; discord.js has tried already what passes within seconds. */
export const judge = (error: unknown): Verdict => {
  if (error instanceof RateLimitError) return { kind: 'again', after: error.retryAfter };
  if (error instanceof HTTPError) return error.status >= 500 ? { kind: 'again' } : { kind: 'never' };
  if (error instanceof DiscordAPIError) return { kind: 'never' };
  // A connection that was refused, cut or too slow; with a nonce it does no harm to say it again.
  return isOfTheWay(error) ? { kind: 'again' } : { kind: 'never' };
};

/** Whether what failed may work in a minute. */
export const passes = (error: unknown): boolean => judge(error).kind === 'again';

/** Node's names for what goes wrong on a network; `ERR_…` are mistakes of a program. */
const networkCode = /^(?:E(?!RR_)|UND_ERR_)/;

const isOfTheWay = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (error.name === 'AbortError') return true;
  if ('code' in error) return networkCode.test(String(error.code));
  return !(error instanceof Undeliverable) && isOfTheWay(error.cause);
};
