import { DefaultRestOptions } from 'discord.js';

/**
 * Loaded into a child before everything else: discord.js makes no more than 50 calls a second unless told otherwise,
 * so that most of a load would be waiting, for the adapter and the bare bot alike.
 */
Object.assign(DefaultRestOptions, { globalRequestsPerSecond: Number.POSITIVE_INFINITY });
