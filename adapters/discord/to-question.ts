import { type Message, MessageType } from 'discord.js';
import type { Question } from '../../src/index.ts';
import { authorId, questionId, threadId } from './ids.ts';
import type { Place } from './place.ts';

/** A message as the core takes it, where its answer goes, and whether it was said to us. */
export type Incoming = {
  readonly question: Question;
  readonly place: Place;
  /** Mentioned, replied to, or alone with us. */
  readonly named: boolean;
  /** Message of ours that it replies to. */
  readonly repliesTo?: string;
};

/** What we read of discord.js's `Message`. */
export type Heard = Pick<
  Message,
  'id' | 'channelId' | 'guildId' | 'content' | 'webhookId' | 'type' | 'createdTimestamp' | 'editedTimestamp'
> & {
  readonly author: Pick<Message['author'], 'id' | 'bot' | 'system'>;
  readonly mentions: {
    readonly users: { has(id: string): boolean };
    readonly repliedUser: { readonly id: string } | null;
  };
  readonly reference: { readonly messageId?: string | undefined } | null;
  readonly channel: { isThread(): boolean; isDMBased(): boolean; readonly parentId?: string | null };
};

/** Messages of people; all other types are notices. */
const spoken = new Set([MessageType.Default, MessageType.Reply]);

/**
 * Message → question. Null where it is none: a bot's, a webhook's, our own, a notice, or something said outside any
 * thread without naming us.
 */
export const toQuestion = (message: Heard, botId: string): Incoming | null => {
  const { author, channel, channelId, guildId, mentions, id } = message;
  if (author.bot || author.system || author.id === botId || message.webhookId) return null;
  if (!spoken.has(message.type)) return null;

  const isDirect = channel.isDMBased();
  const repliesToUs = mentions.repliedUser?.id === botId;
  const named = isDirect || repliesToUs || mentions.users.has(botId);
  const isThread = channel.isThread();
  if (!named && !isThread) return null;

  const repliesTo = repliesToUs ? message.reference?.messageId : undefined;
  // Said in reply to us at the top of a channel, it goes on there; a mention there opens a thread.
  const opens = !isDirect && !isThread && repliesTo === undefined;
  return {
    question: {
      id: questionId(id),
      thread: threadId(guildId, isDirect || isThread ? channelId : id),
      text: textOf(message.content, botId),
      author: authorId(author.id),
      at: message.createdTimestamp,
    },
    place: {
      channel: channelId,
      ...(guildId && { guild: guildId }),
      ...(isThread && channel.parentId && { parent: channel.parentId }),
      ...(opens ? { opensOn: id, begins: true } : { replyTo: id }),
      asker: author.id,
    },
    named,
    ...(repliesTo && { repliesTo }),
  };
};

/** Without our name. */
export const textOf = (content: string, botId: string): string =>
  content
    .replaceAll(`<@${botId}>`, ' ')
    .replaceAll(`<@!${botId}>`, ' ')
    .replaceAll(`<@&${botId}>`, ' ')
    .trim();
