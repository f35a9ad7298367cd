/**
 * Ids as the core sees them. Discord's own are unique among everything it ever numbered; a thread also names its
 * server, so that no two tenants share one. They stay short: a button has to carry the question's.
 */
export const questionId = (snowflake: string): string => `discord:${snowflake}`;

/** A thread hangs on a channel, or on the message that opened it, which gives a thread of Discord's its own id. */
export const threadId = (guild: string | null | undefined, channel: string): string =>
  `discord:${guild ?? 'direct'}:${channel}`;

export const authorId = (user: string): string => `discord:${user}`;

/** The user id in an author's. */
export const userOf = (author: string): string => author.slice(author.lastIndexOf(':') + 1);

/** A message of ours, by which what is said in reply to it finds its thread. */
export const messagePlace = (message: string): string => `discord:message:${message}`;

/** A message that a question was answered with, to tell later whether it was sent. */
export const partPlace = (question: string, part: number | string): string => `${question}:part:${part}`;
