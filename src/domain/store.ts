import type { Turn } from './conversation.ts';
import type { Question } from './question.ts';

/** A question that the knowledge could not answer: its id, what was looked up, and when it was asked (ms since 1970). */
export type Gap = { readonly id: string; readonly query: string; readonly at: number };

/** What must outlive a crash between taking a question up and having sent its answer. */
export type Errand = {
  readonly question: Question;
  /** Where the answer goes, as the adapter wrote it: opaque to everybody else. */
  readonly place: string;
};

/** An errand that was left undone and is now this caller's. */
export type Overdue = Errand & {
  /** Counts from 1, the first try; it fences: only the latest may go on. */
  readonly attempt: number;
  /** True where sending had begun, so that the answer, or a part of it, may have arrived. */
  readonly begun: boolean;
};

/** Answers on their way. Times are milliseconds since 1970 by the clock of the caller. */
export type Errands = {
  /** To be called right before sending, and again before each retry. False: another has taken the errand over. */
  begin(id: string, attempt: number, until: number): boolean | Promise<boolean>;
  /** The errand ends: sent, or given up. Ended twice is ended. */
  end(id: string, how: 'sent' | 'failed'): void | Promise<void>;
  /** Takes over at most `limit` errands of this adapter whose time ran out before `now`, until `until`. */
  overdue(
    adapter: string,
    now: number,
    until: number,
    limit: number,
  ): readonly Overdue[] | Promise<readonly Overdue[]>;
};

/** A judgement on an answer. A second one by the same person replaces the first. */
export type Vote = {
  readonly question: string;
  readonly author: string;
  readonly vote: 'up' | 'down';
  readonly reason?: string;
  readonly words?: string;
  readonly at: number;
};

export type Visit = { readonly place: string; readonly at: number };

/** What is remembered of a thread beside its turns. */
export type Threads = {
  /** From now on what is said at `place` (a message or a thread of the platform) belongs to `thread`. */
  link(place: string, thread: string): void | Promise<void>;
  linked(place: string): string | undefined | Promise<string | undefined>;
  /** Whom the bot listens to in a thread without being named; null: to nobody. */
  listen(thread: string, author: string | null): void | Promise<void>;
  /** The bot was spoken to at `place` at this time; the latest counts. */
  visit(adapter: string, place: string, at: number): void | Promise<void>;
  /** Where it was spoken to since, and when last, newest first: where to look for what was missed. */
  visited(adapter: string, since: number, limit: number): readonly Visit[] | Promise<readonly Visit[]>;
  /** Undefined where the bot never took part. */
  listensTo(thread: string): string | null | undefined | Promise<string | null | undefined>;
};

/** Answers in several parts: what has been sent of one, so that all of it can be taken back. */
export type Parts = {
  /** `part` is what the platform calls a message or a file; told twice, it is one. */
  addPart(question: string, part: string): void | Promise<void>;
  partsOf(question: string): readonly string[] | Promise<readonly string[]>;
};

/**
 * Where turns are kept. One contract suite (`test/contracts/store.ts`) runs for every implementation.
 */
export type Store = Errands &
  Parts &
  Threads & {
    /**
     * True for exactly one caller per id, across processes; false for every later one.
     * With an errand, the question is kept until its end and is handed out again if `until` passes before.
     */
    claim(
      id: string,
      at: number,
      errand?: Errand & { readonly adapter: string; readonly until: number },
    ): boolean | Promise<boolean>;
    /** Takes a claim back, because what it was for has not come to pass: the next caller gets it. */
    release(id: string): void | Promise<void>;
    /** The turns of a thread, in the order they were appended. */
    turns(thread: string): readonly Turn[] | Promise<readonly Turn[]>;
    turn(questionId: string): Turn | undefined | Promise<Turn | undefined>;
    /** The latest turns in which this author got a pick, newest first. */
    picksOf(author: string, limit: number): readonly Turn[] | Promise<readonly Turn[]>;
    /** A question appended twice is one turn: whoever takes over an errand may do again what was done. */
    append(turn: Turn): void | Promise<void>;
    /** What people asked and the knowledge lacks, for those who keep it. */
    gap(entry: Gap): void | Promise<void>;
    /** All gaps in the order they came, each question once. */
    gaps(): readonly Gap[] | Promise<readonly Gap[]>;
    vote(entry: Vote): void | Promise<void>;
    votes(): readonly Vote[] | Promise<readonly Vote[]>;
    close(): void | Promise<void>;
  };
