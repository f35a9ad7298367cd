import type { Slot } from '../domain/search.ts';
import type { Token } from '../text/types.ts';
import type { Tone } from './tone.ts';

/** What an answer has to account for: it narrows the question or is its subject. `said`: the person's own words. */
export type Pointed = {
  readonly why: 'quantity' | 'subject' | 'qualifier';
  readonly said: string;
} & (
  | { readonly kind: 'words'; readonly stems: readonly string[] }
  /** A sort of thing; a word of its family will do. With `counted`, a number of it has to be given. */
  | {
      readonly kind: 'head';
      readonly stems: readonly string[];
      readonly counted: boolean;
      /** The best of its sort is wanted, which only an answer to that very question tells. */
      readonly ranked: boolean;
    }
  /** A name of something else, held against another: only an answer written for that will do. */
  | { readonly kind: 'opposed' }
  /** Two names of one kind held against each other: an answer has to tell them apart. */
  | { readonly kind: 'contrast'; readonly one: string; readonly other: string }
  /** A single word of which it is asked what it is: to mention it is not to explain it. */
  | { readonly kind: 'defined'; readonly stem: string }
  /** A name asked about as one of a group: only what is about the group will do. */
  | { readonly kind: 'member'; readonly group: string; readonly stems: readonly string[] }
  /** A number behind a word: a version, a round. For a `name` the very pair has to be known. */
  | { readonly kind: 'pair'; readonly word: string; readonly number: string; readonly name: boolean }
);

/** A question in slots: what is asked, of whom, narrowed by what. */
export type AskedFor = {
  readonly tokens: readonly Token[];
  /** Tokens that carry a subject. */
  readonly content: readonly Token[];
  /** Its question words. */
  readonly shape: readonly string[];
  readonly options: ReadonlySet<string>;
  /** Options named by their own names, not by a tool of theirs. */
  readonly spelled: ReadonlySet<string>;
  readonly frameworks: ReadonlySet<string>;
  /** Subjects of figures that are neither option nor framework, as they stand there. */
  readonly things: ReadonlySet<string>;
  /** Names from outside the knowledge. */
  readonly outside: readonly string[];
  readonly isComparison: boolean;
  /** It asks for strengths alone, or for weaknesses alone. */
  readonly tone: Tone | undefined;
  readonly wantsNumber: boolean;
  readonly metrics: ReadonlySet<string>;
  /** The words that ask for the quantity. */
  readonly metricSaid: string;
  /** Tokens that are names: of options, frameworks, and what the knowledge writes with a capital. */
  readonly named: ReadonlySet<Token>;
  /** Positions of tokens that are metric words or names: the rest of a question narrows it. */
  readonly explained: ReadonlySet<number>;
  readonly slots: readonly Slot[];
  readonly pointed: readonly Pointed[];
  /** Numbers that the message states of its subject: it does not ask for them. */
  readonly stated: readonly { readonly value: number; readonly said: string }[];
  /** A name of which it is asked, or claimed, what it uses. */
  readonly employer: Token | undefined;
};
