import type { Place } from './place.ts';

/**
 * Ids as the core sees them. Each begins with the workspace, so that no two tenants share a thread, a message or a
 * person. They rest on what Slack guarantees for the message, never on an event's id, which is another at each delivery.
 */
const join = (...parts: readonly string[]): string => ['slack', ...parts].join(':');

/** A message: unique by its channel and time stamp. */
export const messageId = (team: string, channel: string, ts: string): string => join(team, channel, ts);

/** A thread is named by the message it hangs on; a conversation without threads by its channel. */
export const threadId = (team: string, channel: string, threadTs?: string): string =>
  threadTs === undefined ? join(team, channel) : join(team, channel, threadTs);

export const authorId = (team: string, user: string): string => join(team, user);

/** A command, shortcut or form: no message yet; Slack's trigger is made for one of them alone. */
export const triggerId = (team: string, channel: string, trigger: string): string =>
  join(team, channel, 'trigger', trigger);

/**
 * The thread of what was asked by a command or a form: alone with us it goes on with what was said before, elsewhere,
 * and where nobody else is to see it, it begins anew.
 */
export const askedThread = (id: string, { team, channel, surface, ...place }: Place): string =>
  surface === 'direct' && !place.private ? threadId(team, channel) : id;

/** Whether a question came without a message that others see. */
export const isUnseen = (id: string): boolean => id.includes(':trigger:');

/** The user id in an author's. */
export const userOf = (author: string): string => author.slice(author.lastIndexOf(':') + 1);

/** A press: which button of which message, by whom, when. A redelivery has the same time. */
export const pressId = (
  team: string,
  channel: string,
  press: {
    readonly message: string;
    readonly action: string;
    readonly user: string;
    readonly time: string;
  },
): string => join(team, channel, 'press', press.message, press.action, press.user, press.time);

/** A file as a part of an answer; a message is one by its time stamp. */
export const filePart = (file: string): string => `file:${file}`;

/** The file's own id; undefined for a message. */
export const fileIn = (part: string): string | undefined => /^file:(.*)$/s.exec(part)?.[1];

/** Slack's time stamps are seconds since 1970 with a counter behind the point; in milliseconds. */
export const timeOf = (ts: string): number => Math.floor(Number.parseFloat(ts) * 1000) || 0;
