import type { OptionId } from './ids.ts';

/** A unit, a figure card, a dispute or a correction that speaks to a question. */
export type Hit = {
  readonly kind: 'unit' | 'card' | 'dispute' | 'correction';
  readonly id: string;
  readonly score: number;
  /** The statement of a unit, or the figure set of a card, that matched best. */
  readonly lead?: string;
  /** Statements of the unit that speak of the other side: strengths where weaknesses are asked for. */
  readonly without?: readonly string[];
};

/**
 * What search has to say to a question. `unknown` is decided by the closed world of figures and topics,
 * never by a score: the question asks for a quantity, a subject or a qualifier that the knowledge does not hold.
 */
export type Finding =
  | {
      readonly kind: 'found';
      readonly hits: readonly Hit[];
      /** Where the message claims something, or asks yes or no: whether the first hit bears it out. */
      readonly verdict?: { readonly says: 'yes' | 'no'; readonly said: string };
    }
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

/** How well a question meets what the knowledge holds: evidence of whether it asks for a fact at all. */
export type Fit = {
  /** Score of the entry that comes closest, about 0…3; 0 where nothing comes near. */
  readonly score: number;
  /** How like it is to the closest question that somebody would ask, 0…1. */
  readonly likeness: number;
  /** Share of its subject words, by rarity, that the entry holds, 0…1. */
  readonly coverage: number;
  /** What was missing; undefined where the knowledge answers. */
  readonly lacks: (Finding & { readonly kind: 'unknown' })['why'] | undefined;
  /** It asks for a number. */
  readonly wantsNumber: boolean;
  /** The entry is one that people ask for advice: what to take for such a thing. */
  readonly advises: boolean;
  /** What the entry is about. */
  readonly about: readonly string[];
};
