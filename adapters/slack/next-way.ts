import { notices } from './notices.ts';
import type { Place } from './place.ts';

/** How an answer is brought: to a place, and with what is said before it where that is not the one it was meant for. */
export type Way = {
  readonly place: Place;
  readonly hint?: string;
  /** The asker has the answer already. */
  readonly isHintAlone?: boolean;
};

/** Places that are closed to us though the asker is there: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const closed = new Set([
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'thread_not_found',
  'cannot_reply_to_message',
  'user_not_in_channel',
]);
const isClosed = (code: string): boolean => closed.has(code) || code.startsWith('restricted_action');

/** The nearest way that may be open after one was refused; undefined where there is none. */
export const nextWay = (way: Way, code: string): Way | undefined => {
  const { responseUrl, ...withoutUrl } = way.place;
  const { team, channel, asker, private: isPrivate, sharedBy } = withoutUrl;
  if (code.startsWith('response_url_')) return { ...way, place: withoutUrl };
  if (!isClosed(code)) return undefined;
  const hint = way.hint ?? notices.closed(code, channel);
  if (sharedBy !== undefined) {
    return { place: { ...way.place, private: true, sharedBy: undefined }, hint, isHintAlone: true };
  }
  if (responseUrl && !isPrivate) return { ...way, place: { ...way.place, private: true }, hint };
  // A message to a person's id goes to the conversation with that person.
  if (channel === asker) return undefined;
  return { ...way, place: { team, channel: asker, asker, surface: 'direct', quoted: true }, hint };
};
