import type { Client } from 'discord.js';
import { type Permission, permissions } from './permissions.ts';

/** What the bot may do in a channel, asked before it acts; where that is not known it may try. */
export type Rights = (what: Permission, channel: string) => boolean;

const bits = new Map(permissions.map(({ name, bit }) => [name, bit]));

export const createRights =
  (client: Client): Rights =>
  (what, id) => {
    const channel = client.channels.cache.get(id);
    const bit = bits.get(what);
    if (!channel || channel.isDMBased() || !client.user || bit === undefined) return true;
    return channel.permissionsFor(client.user)?.has(bit) ?? true;
  };
