import type { Turn } from './conversation.ts';

/**
 * Where turns are kept. One contract suite (`test/contracts/store.ts`) runs for every implementation.
 */
export type Store = {
  /** True for exactly one caller per id, across processes; false for every later one. */
  claim(id: string, at: number): boolean | Promise<boolean>;
  /** The turns of a thread, in the order they were appended. */
  turns(thread: string): readonly Turn[] | Promise<readonly Turn[]>;
  append(turn: Turn): void | Promise<void>;
  /** What people asked and the knowledge lacks, for those who keep it. */
  gap(entry: { readonly id: string; readonly query: string; readonly at: number }): void | Promise<void>;
  close(): void | Promise<void>;
};
