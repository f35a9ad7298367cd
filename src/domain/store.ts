import type { Turn } from './conversation.ts';

/** A question that the knowledge could not answer: its id, what was looked up, and when it was asked (ms since 1970). */
export type Gap = { readonly id: string; readonly query: string; readonly at: number };

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
  gap(entry: Gap): void | Promise<void>;
  /** All gaps in the order they came, each question once. */
  gaps(): readonly Gap[] | Promise<readonly Gap[]>;
  close(): void | Promise<void>;
};
