import { type Client, SnowflakeUtil } from 'discord.js';
import type { Desk } from './desk.ts';
import { codeOf } from './failures.ts';
import { hearMessage } from './handlers/messages.ts';

/** How far back to look, in milliseconds: what was asked longer ago is no longer waited for. */
const longestGap = 3_600_000;
/** Where the bot was spoken to within this time (ms), it may be spoken to again while it is away. */
const remembered = 7 * 24 * 3_600_000;
const mostPlaces = 50;
const mostMessages = 100;

/**
 * After a gap in which events were lost (a new session, a restart) looks for questions asked meanwhile where the bot
 * was spoken to lately. What was answered already is known by its id.
 */
export const catchUp = async (desk: Desk, client: Client<true>): Promise<void> => {
  const now = desk.now();
  const places = await desk.store.visited('discord', now - remembered, mostPlaces);
  for (const { place, at } of places) {
    try {
      const channel = await client.channels.fetch(place);
      if (!channel?.isTextBased()) continue;
      const since = Math.max(at, now - longestGap);
      const after = SnowflakeUtil.generate({ timestamp: since }).toString();
      const missed = await channel.messages.fetch({ after, limit: mostMessages, cache: false });
      // Oldest first, as they were said.
      for (const message of [...missed.values()].reverse()) await hearMessage(desk, message, client.user.id);
    } catch (error) {
      // Gone, or closed to us: nothing was asked of us there.
      desk.log.note('not caught up', { channel: place, code: codeOf(error) });
    }
  }
};
