import type { OptionId } from './ids.ts';

/** A unit, a figure card, a dispute or a correction that speaks to a question. */
export type Hit = {
  readonly kind: 'unit' | 'card' | 'dispute' | 'correction';
  readonly id: string;
  readonly score: number;
  /** The statement of a unit, or the figure set of a card, that matched best. */
  readonly lead?: string;
};

/**
 * What search has to say to a question. `unknown` is decided by the closed world of figures and topics,
 * never by a score: the question asks for a quantity, a subject or a qualifier that the knowledge does not hold.
 */
export type Finding =
  | { readonly kind: 'found'; readonly hits: readonly Hit[] }
  | {
      readonly kind: 'unknown';
      readonly why: 'quantity' | 'subject' | 'qualifier' | 'nothing';
      /** The person's words for what is missing. */
      readonly missing: string;
      /** What comes nearest, to be shown as such. */
      readonly nearest: readonly Hit[];
    };

export type FindOptions = {
  /** Options named in the question, and in the thread where the question is elliptic. */
  readonly options: readonly OptionId[];
  readonly frameworks: readonly string[];
  /** Ids of what the last answer drew on: breaks ties for follow-ups. */
  readonly context: readonly string[];
};
