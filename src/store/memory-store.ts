import type { Turn } from '../domain/conversation.ts';
import type { Gap, Store } from '../domain/store.ts';

export type MemoryStore = Store & {
  /** Forgets everything, as if it had just been made. */
  clear(): void;
};

/** A store that lives as long as the process: for tests, single questions and batches. */
export const createMemoryStore = (): MemoryStore => {
  const claimed = new Set<string>();
  const threads = new Map<string, Turn[]>();
  const gaps = new Map<string, Gap>();

  return {
    claim(id) {
      if (claimed.has(id)) return false;
      claimed.add(id);
      return true;
    },
    // A copy: what a caller holds must not grow under it when the next turn arrives.
    turns: (thread) => [...(threads.get(thread) ?? [])],
    append(turn) {
      const turns = threads.get(turn.question.thread);
      if (turns) turns.push(turn);
      else threads.set(turn.question.thread, [turn]);
    },
    gap(entry) {
      if (!gaps.has(entry.id)) gaps.set(entry.id, entry);
    },
    gaps: () => [...gaps.values()],
    clear() {
      claimed.clear();
      threads.clear();
      gaps.clear();
    },
    close() {},
  };
};
