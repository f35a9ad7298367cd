import type { FrameworkId, OptionId, RequirementId, RuleId, SourceId } from './ids.ts';
import type { Stance } from './reading.ts';

/** `both`: each option serves a part. `depends`: what was said does not decide. */
export type Choice = OptionId | 'both' | 'depends';

/** clear: nothing serious against it. solid: a good margin. close: little would turn it. */
export type Strength = 'clear' | 'solid' | 'close';

/** A requirement with its stance, as the arithmetic sees it. */
export type Need = {
  readonly id: RequirementId;
  readonly stance: Stance;
  /** 0…1, how surely it was meant; 1 where left out. What is less sure counts for less. */
  readonly confidence?: number;
};

/** A rule that fired: the points it gave, after exceptions. */
export type Fired = {
  readonly rule: RuleId;
  readonly favours: OptionId;
  readonly points: number;
  readonly because: string;
  readonly sources: readonly SourceId[];
  readonly needs: readonly RequirementId[];
  /** Index of the exception in the rule that changed the points, if one did. */
  readonly exception?: number;
};

/** The smallest change of needs that gives another outcome; verified by deciding again. */
export type Flip = {
  readonly changes: readonly { readonly id: RequirementId; readonly to: Stance | 'absent' }[];
  readonly choice: Choice;
  /** Framework of the changed outcome, if one stands out. */
  readonly framework?: FrameworkId;
};

export type Recommendation = {
  readonly choice: Choice;
  /** The option ahead where the choice is `depends`, or the stronger part of `both`. */
  readonly lean?: OptionId;
  readonly strength: Strength;
  /** Points per option; the trace adds up to them. */
  readonly points: Readonly<Record<OptionId, number>>;
  /** All rules that gave points (not those an exception cancels), most points first, ties by rule id. */
  readonly fired: readonly Fired[];
  /** Best framework per option in play, with the needs that speak for it. */
  readonly frameworks: readonly {
    readonly option: OptionId;
    readonly id: FrameworkId;
    readonly needs: readonly RequirementId[];
  }[];
  /** For `both`: which needs each option takes. */
  readonly parts: readonly { readonly option: OptionId; readonly needs: readonly RequirementId[] }[];
  readonly flips: readonly Flip[];
  /** The one open requirement worth asking for: its answer can change the choice. */
  readonly nextQuestion?: { readonly id: RequirementId; readonly ifYes: Choice; readonly ifNo: Choice };
};
