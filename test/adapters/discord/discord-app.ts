import { createDiscord } from '../../../adapters/discord/discord.ts';
import { createRetry } from '../../../adapters/shared/retry.ts';
import type { Advisor } from '../../../src/answering/advisor.ts';
import { createCatalog } from '../../../src/answering/catalog.ts';
import { createPhrasing } from '../../../src/answering/phrasing.ts';
import { withApology } from '../../../src/answering/with-apology.ts';
import { buildAdvisor } from '../../../src/build-advisor.ts';
import type { Store } from '../../../src/domain/store.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { mind } from '../../answering/bot.ts';
import { createEvents } from '../../discord/events.ts';
import { createInteractions } from '../../discord/interactions.ts';
import {
  createLocalDiscord,
  type LocalDiscord,
  type LocalDiscordOptions,
} from '../../discord/local-discord.ts';

export type Line = { readonly what: string; readonly details: Readonly<Record<string, unknown>> };

/** The adapter on the real discord.js against the local Discord. */
export const startDiscordApp = async (
  options: LocalDiscordOptions & {
    readonly store?: Store;
    /** Another process of the same app: the Discord that is there already. */
    readonly beside?: LocalDiscord;
    /** Whether the setting asks for the intent; whether it is granted is `messageContent`. */
    readonly wantsContent?: boolean;
    /** Another mind than the real one, or the real one changed. */
    advisor?(advisor: Advisor): Advisor;
    now?(): number;
  } = {},
) => {
  const discord = options.beside ?? (await createLocalDiscord(options));
  const store = options.store ?? createMemoryStore();
  const lines: Line[] = [];
  const adapter = createDiscord({
    advisor: (options.advisor ?? ((advisor) => advisor))(
      withApology(
        buildAdvisor(mind, store, () => {}),
        createPhrasing(mind.knowledge.voice),
        () => {},
      ),
    ),
    store,
    catalog: createCatalog(mind.knowledge),
    log: {
      note: (what, details = {}) => lines.push({ what, details }),
      failed: (what, details, error) =>
        lines.push({ what: `${what} failed`, details: { ...details, error: String(error) } }),
    },
    // Waits are asked for, not waited out.
    retry: createRetry({ sleep: async () => {}, random: () => 0 }),
    token: discord.token,
    messageContent: options.wantsContent ?? options.messageContent ?? false,
    shards: options.shards ?? 1,
    apiUrl: discord.api,
    now: options.now ?? Date.now,
  });
  await adapter.start();
  return {
    discord,
    store,
    adapter,
    lines,
    events: createEvents(discord.mint),
    interactions: createInteractions(discord.mint),
    stop: async () => {
      await adapter.stop();
      if (!options.beside) await discord.close();
    },
  };
};

export type DiscordApp = Awaited<ReturnType<typeof startDiscordApp>>;
