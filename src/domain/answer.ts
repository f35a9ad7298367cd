import type { OptionId, SourceId } from './ids.ts';
import type { Kind, Requirement } from './reading.ts';
import type { Choice, Strength } from './recommendation.ts';

/** Where a sentence comes from. `voice` is the bot speaking of itself, `said` the person's own words. */
export type Ref = {
  readonly kind:
    | 'statement'
    | 'figures'
    | 'rule'
    | 'dispute'
    | 'correction'
    | 'framework'
    | 'option'
    | 'requirement'
    | 'source'
    | 'decision'
    | 'said'
    | 'voice';
  readonly id: string;
};

declare const made: unique symbol;

/**
 * A sentence the bot says. The brand makes `sentence()` the only way to build one,
 * and that demands an origin: a sentence from nowhere does not compile.
 */
export type Sentence = {
  readonly [made]: true;
  readonly text: string;
  readonly from: readonly [Ref, ...Ref[]];
  /** Documents behind it; empty for the bot's own voice and for what follows from the rules alone. */
  readonly sources: readonly SourceId[];
};

/** Builds a sentence. `text` is plain text; `*…*` marks what a renderer may emphasise. */
export const sentence = (
  text: string,
  from: readonly [Ref, ...Ref[]],
  sources: readonly SourceId[] = [],
): Sentence => ({ text, from, sources }) as Sentence;

export type Cell = { readonly text: string; readonly align: 'left' | 'right' };

export type Bar = {
  readonly label: string;
  readonly option?: OptionId;
  /** Length of the bar; for a range its upper end. */
  readonly value: number;
  /** Lower end of a range. */
  readonly from?: number;
  readonly text: string;
};

/** What a press or a typed reply stands for: `say` is sent as if the person had written it. */
export type ChoiceButton = {
  readonly id: string;
  readonly label: string;
  readonly say: string;
};

export type Block =
  | { readonly kind: 'paragraph'; readonly sentences: readonly Sentence[] }
  | {
      readonly kind: 'list';
      readonly title?: Sentence;
      readonly ordered?: boolean;
      /** Each item may lead with a label, set apart by the renderer. */
      readonly items: readonly { readonly label?: string; readonly sentences: readonly Sentence[] }[];
    }
  | {
      readonly kind: 'table';
      readonly title: Sentence;
      readonly columns: readonly Cell[];
      readonly rows: readonly (readonly Cell[])[];
    }
  | {
      readonly kind: 'chart';
      readonly title: Sentence;
      readonly unit: string;
      readonly better: 'higher' | 'lower' | 'neither';
      readonly bars: readonly Bar[];
    }
  | { readonly kind: 'code'; readonly language: string; readonly title: Sentence; readonly text: string }
  | {
      /** Two or more parts of a system and what stands between them. */
      readonly kind: 'diagram';
      readonly title: Sentence;
      readonly boxes: readonly { readonly label: string; readonly owns: readonly string[] }[];
      readonly between: string;
    }
  | { readonly kind: 'understood'; readonly sentence: Sentence }
  | {
      readonly kind: 'sources';
      readonly sources: readonly {
        readonly id: SourceId;
        readonly label: string;
        readonly title: string;
        readonly date: string;
      }[];
    }
  | { readonly kind: 'choices'; readonly choices: readonly ChoiceButton[] };

export type AnswerKind =
  | 'pick'
  | 'both'
  | 'open'
  | 'reasons'
  | 'flips'
  | 'framework'
  | 'comparison'
  | 'explanation'
  | 'numbers'
  | 'dispute'
  | 'correction'
  | 'unknown'
  | 'outside'
  | 'clarify'
  | 'certainty'
  | 'smalltalk'
  | 'help'
  | 'refused';

/** A platform-neutral document. Renderers switch on block kinds and end in `assertNever`. */
export type Answer = {
  readonly kind: AnswerKind;
  /** Id of the question it answers. */
  readonly to: string;
  /** Stands alone: notification text, first line, what a screen reader reads. */
  readonly headline: Sentence;
  readonly blocks: readonly Block[];
  /** The same, for machines: ids of vocabulary and evaluation. */
  readonly facts: {
    readonly kind: Kind;
    /** Null unless the kind is `recommend`. */
    readonly recommendation: Choice | null;
    readonly strength: Strength | null;
    /** False where the bot says that it does not know. */
    readonly answered: boolean;
    readonly requirements: readonly Requirement[];
    readonly sources: readonly SourceId[];
    /** What the answer was about (unit, card, dispute or correction ids), for follow-ups. */
    readonly about: readonly string[];
  };
};

export const assertNever = (value: never): never => {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
};
