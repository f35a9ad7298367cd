import type { OptionId, RequirementId } from './ids.ts';
import type { Question } from './question.ts';
import type { Act, Kind, Reading, Requirement } from './reading.ts';
import type { Choice, Strength } from './recommendation.ts';

/** What a turn left behind that later turns refer to. */
export type Outcome = {
  readonly answerKind: string;
  readonly choice: Choice | null;
  readonly lean: OptionId | null;
  readonly strength: Strength | null;
  /** The requirement the bot asked for at the end, if it did. */
  readonly asked: RequirementId | null;
  /** Units, cards, disputes, corrections that the answer drew on. */
  readonly about: readonly string[];
  readonly answered: boolean;
};

/** One question and what became of it. Appended, never changed. */
export type Turn = {
  readonly question: Question;
  readonly reading: Reading;
  readonly outcome: Outcome;
};

/** What a thread has established: the fold of its turns. */
export type Conversation = {
  readonly turns: number;
  readonly requirements: readonly Requirement[];
  readonly ruledOut: readonly OptionId[];
  /** Options that the choice does not extend to, since the person chooses within another. */
  readonly unasked: readonly OptionId[];
  /** Requirement the bot has just asked for; answered by the next message or lapsed. */
  readonly openQuestion: RequirementId | null;
  /** The last recommendation in this thread, if there was one. */
  readonly standing: {
    readonly choice: Choice;
    readonly lean: OptionId | null;
    readonly strength: Strength;
  } | null;
  readonly last: {
    readonly kind: Kind;
    readonly act: Act;
    readonly query: string;
    readonly options: readonly OptionId[];
    readonly about: readonly string[];
  } | null;
};
