import { type Adapter, AdapterError } from './adapter.ts';
import type { AdapterLog } from './log.ts';

export type StarterDeps = {
  readonly log: AdapterLog;
  /** Rejects where it is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
};

export type Starter = {
  /** Resolves when those that can start now have. @throws AggregateError where none can */
  start(): Promise<void>;
  /** Starts nothing more, and stops all. */
  stop(): Promise<void>;
};

/** Milliseconds before the second try; doubled before each further one, up to the longest. */
const firstWait = 5_000;
const longestWait = 5 * 60_000;

/**
 * Starts adapters side by side. One that cannot start does not silence the others; where that passes it is tried
 * again until it does. With none there is nothing to stay for.
 */
export const createStarter = (adapters: readonly Adapter[], { log, sleep }: StarterDeps): Starter => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const tries: Promise<void>[] = [];

  const tryAgain = async (adapter: Adapter, wait: number): Promise<void> => {
    await sleep(wait, signal).catch(() => {});
    if (signal.aborted) return;
    const { name } = adapter;
    try {
      await adapter.start();
      log.note('started after all', { adapter: name });
    } catch (error) {
      if (!passes(error)) return log.failed('start', { adapter: name }, error);
      await tryAgain(adapter, Math.min(wait * 2, longestWait));
    }
  };

  return {
    async start() {
      const started = await Promise.allSettled(adapters.map((adapter) => adapter.start()));
      const refused = started.flatMap((result, index) => {
        const adapter = adapters[index];
        return result.status === 'rejected' && adapter ? [{ adapter, error: result.reason as unknown }] : [];
      });
      if (refused.length === adapters.length) throw new AggregateError(refused.map(({ error }) => error));
      for (const { adapter, error } of refused) {
        const again = passes(error);
        log.failed('start', { adapter: adapter.name, again }, error);
        if (again) tries.push(tryAgain(adapter, firstWait));
      }
    },
    async stop() {
      stopping.abort();
      // One that is about to start is waited for, or nobody would stop it.
      await Promise.all(tries);
      // One that cannot stop must not keep the others from it.
      await Promise.allSettled(adapters.map((adapter) => adapter.stop()));
    },
  };
};

const passes = (error: unknown): boolean => error instanceof AdapterError && error.passes;
