import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import type { Verdict } from '../shared/retry.ts';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes */
export const codes = {
  unknownChannel: RESTJSONErrorCodes.UnknownChannel,
  unknownMessage: RESTJSONErrorCodes.UnknownMessage,
  unknownInteraction: RESTJSONErrorCodes.UnknownInteraction,
  unknownWebhook: RESTJSONErrorCodes.UnknownWebhook,
  acknowledged: RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  missingAccess: RESTJSONErrorCodes.MissingAccess,
  missingPermissions: RESTJSONErrorCodes.MissingPermissions,
  closedDirect: RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  expiredToken: RESTJSONErrorCodes.InvalidWebhookToken,
  invalidBody: RESTJSONErrorCodes.InvalidFormBodyOrContentType,
  locked: RESTJSONErrorCodes.ThreadLocked,
  archived: RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  threadExists: RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage,
} as const;

/** What Discord, or the way to it, said no with: its own number where it gave one. */
export const codeOf = (error: unknown): number | string => {
  if (error instanceof DiscordAPIError) return error.code;
  if (error instanceof RateLimitError) return 'rate limit';
  if (error instanceof HTTPError) return `http ${error.status}`;
  return error instanceof Error ? error.name : 'unknown';
};

/** Whether to try again, and when; discord.js has tried already what passes within seconds. */
export const judge = (error: unknown): Verdict => {
  if (error instanceof RateLimitError) return { kind: 'again', after: error.retryAfter };
  if (error instanceof HTTPError) return error.status >= 500 ? { kind: 'again' } : { kind: 'never' };
  if (error instanceof DiscordAPIError) return { kind: 'never' };
  // A connection that was refused, cut or too slow; with a nonce it does no harm to say it again.
  return isOfTheWay(error) ? { kind: 'again' } : { kind: 'never' };
};

const isOfTheWay = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'AbortError' || 'code' in error || error.cause !== undefined || error.name === 'TypeError');
