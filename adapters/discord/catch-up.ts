import {
  type Client,
  type GuildTextBasedChannel,
  type Message,
  SnowflakeUtil,
  type TextBasedChannel,
} from 'discord.js';
import type { Desk } from './desk.ts';
import { codeOf } from './failures.ts';
import { hearMessage } from './handlers/messages.ts';

/** How far back to look, in milliseconds: what was asked longer ago is no longer waited for. */
const longestGap = 3_600_000;
/** Where the bot was spoken to within this time (ms), it may be spoken to again while it is away. */
const remembered = 7 * 24 * 3_600_000;
const mostPlaces = 50;
/** Discord gives at most so many messages at a time. */
const pageSize = 100;
const mostPages = 5;

/**
 * After a gap in which events were lost (a new session, a restart) looks for questions asked meanwhile where the bot
 * was spoken to lately. What was answered already is known by its id.
 * @param since when the connection was lost (ms since 1970); what was heard again since then hides nothing before it
 */
export const catchUp = async (
  desk: Desk,
  client: Client<true>,
  since = Number.POSITIVE_INFINITY,
): Promise<void> => {
  const now = desk.now();
  for (const { place, at } of await desk.store.visited('discord', now - remembered, mostPlaces)) {
    try {
      const channel = await client.channels.fetch(place);
      if (!channel?.isTextBased()) continue;
      const from = Math.max(Math.min(at, since), now - longestGap);
      for (const message of await missedIn(channel, from)) await hearMessage(desk, message, client.user.id);
    } catch (error) {
      // Gone, or closed to us: nothing was asked of us there.
      desk.log.note('not caught up', { channel: place, code: codeOf(error) });
    }
  }
};

/** Oldest first, as they were said. */
const missedIn = async (
  channel: TextBasedChannel | GuildTextBasedChannel,
  from: number,
): Promise<readonly Message[]> => {
  const missed: Message[] = [];
  let after = SnowflakeUtil.generate({ timestamp: from }).toString();
  for (let page = 0; page < mostPages; page += 1) {
    const found = await channel.messages.fetch({ after, limit: pageSize, cache: false });
    const inOrder = [...found.values()].sort((one, other) => one.createdTimestamp - other.createdTimestamp);
    missed.push(...inOrder);
    const last = inOrder.at(-1);
    if (!last || inOrder.length < pageSize) break;
    after = last.id;
  }
  return missed;
};
