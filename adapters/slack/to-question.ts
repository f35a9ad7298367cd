import type { Question } from '../../src/index.ts';
import { among, anything, fits, flag, holding, optional, string } from '../shared/shape.ts';
import { authorId, messageId, threadId, timeOf } from './ids.ts';
import type { Place } from './place.ts';

/** Who we are in a workspace. */
export type Self = { readonly team: string; readonly botId?: string | undefined; readonly botUserId: string };

/** A message as the core takes it, where its answer goes, and whether it was said to us. */
export type Incoming = {
  readonly question: Question;
  readonly place: Place;
  /** Mentioned, or alone with us. */
  readonly named: boolean;
};

/** What we read of Slack's `message` and `app_mention` events; the rest may change as it likes. */
const word = string({});
const message = holding({
  type: among('message', 'app_mention'),
  channel: word,
  channel_type: optional(word),
  user: optional(word),
  text: optional(word),
  ts: word,
  thread_ts: optional(word),
  subtype: optional(word),
  bot_id: optional(word),
  bot_profile: anything,
  edited: anything,
  hidden: optional(flag),
});

/** Messages of people that Slack marks nevertheless; every other subtype is a notice, an edit or a bot. */
const spoken = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message']);

/**
 * Event → question. Null where it is none: another bot's or our own message, an edit, an unfurl, a join, or something
 * said in a channel outside any thread without naming us.
 */
export const toQuestion = (event: unknown, self: Self): Incoming | null => {
  if (!fits(message, event)) return null;
  const { type, channel, channel_type, user, text = '', ts, thread_ts } = event;
  const isSpoken = spoken.has(event.subtype) && !event.edited && !event.hidden;
  if (!isSpoken || event.bot_id || event.bot_profile || !user || user === self.botUserId) return null;

  // Direct messages begin with D also where the event does not say so.
  const isDirect = channel_type === 'im' || channel.startsWith('D');
  const named = isDirect || type === 'app_mention' || nameOf(self.botUserId).test(text);
  if (!named && thread_ts === undefined) return null;

  // Alone with us a conversation needs no thread; elsewhere an answer opens one.
  const answersBelow = isDirect ? thread_ts : (thread_ts ?? ts);
  return {
    question: {
      id: messageId(self.team, channel, ts),
      thread: threadId(self.team, channel, answersBelow),
      text: textOf(text, self.botUserId),
      author: authorId(self.team, user),
      at: timeOf(ts),
    },
    place: {
      team: self.team,
      channel,
      ...(answersBelow !== undefined && { threadTs: answersBelow }),
      asker: user,
      surface: isDirect ? 'direct' : 'channel',
    },
    named,
  };
};

/** A mention; in commands, and in old clients, with the name beside the id. */
const nameOf = (user: string): RegExp => new RegExp(`<@${user}(?:\\|[^>]*)?>`, 'g');

/** Without our name, and as it was typed: Slack escapes three characters, and only those. */
export const textOf = (text: string, botUserId: string): string =>
  text
    .replaceAll(nameOf(botUserId), ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
