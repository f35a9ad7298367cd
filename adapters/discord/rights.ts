import type { Client } from 'discord.js';
import { type Permission, permissions } from './permissions.ts';

/** What the bot may do in a channel, asked before it acts; where that is not known it may try. */
export type May = (what: Permission, channel: string) => boolean;

/** What it may do now: to be asked for anew with each errand, since it does not change afterwards. */
export type Rights = () => May;

const bits = new Map(permissions.map(({ name, bit }) => [name, bit]));

export const createRights = (client: Client): Rights => {
  const grantedIn = (id: string) => {
    const channel = client.channels.cache.get(id);
    return channel && !channel.isDMBased() && client.user ? channel.permissionsFor(client.user) : null;
  };
  return () => {
    // An errand asks several times of one or two channels, and working it out takes a while.
    const known = new Map<string, ReturnType<typeof grantedIn>>();
    return (what, channel) => {
      let granted = known.get(channel);
      if (granted === undefined) {
        granted = grantedIn(channel);
        known.set(channel, granted);
      }
      const bit = bits.get(what);
      return bit === undefined || (granted?.has(bit) ?? true);
    };
  };
};
