import type { Knowledge } from '../domain/knowledge.ts';

/** What deciding reads of the knowledge folder. */
export type DecisionKnowledge = Pick<Knowledge, 'options' | 'requirements' | 'rules'>;

/** A need by its place in `requirements`, and whether it has to be wanted or excluded. */
export type Condition = { readonly need: number; readonly excluded: boolean };

export type CompiledException = {
  readonly when: readonly Condition[];
  readonly effect: 'cancel' | 'turn' | 'weaken';
};

/** A rule with every name replaced by its place in a list, so that deciding compares numbers only. */
export type CompiledRule = {
  readonly when: readonly Condition[];
  readonly favours: number;
  /** Where the evidence goes if an exception turns it: the first other option. */
  readonly turned: number;
  /** In units, see `unitsPerPoint`. */
  readonly weight: number;
  readonly core: boolean;
  readonly except: readonly CompiledException[];
};

export type CompiledRules = {
  readonly rules: readonly CompiledRule[];
  /** Per need: the rules whose points can change when its stance does. */
  readonly touching: readonly (readonly number[])[];
  /** Per need: whether excluding it can differ from leaving it out. */
  readonly exclusionCounts: readonly boolean[];
  readonly needOf: ReadonlyMap<string, number>;
};

/**
 * Points are added as whole numbers, so that no order of adding and taking away can change a sum.
 * The factor leaves room for three decimals in a weight and for halving it twice.
 */
export const unitsPerPoint = 4000;

const groupsOfParts: ReadonlySet<string> = new Set(['workload', 'product']);

/** Rules as numbers. Rules that name an unknown option or requirement are left out: the loader reports those. */
export const compileRules = ({ options, requirements, rules }: DecisionKnowledge): CompiledRules => {
  const needOf = new Map(requirements.map(({ id }, index) => [id, index]));
  const optionOf = new Map(options.map(({ id }, index) => [id, index]));

  const conditions = (when: readonly string[]): readonly Condition[] | undefined => {
    const compiled = when.map((term) => {
      const excluded = term.startsWith('!');
      return { need: needOf.get(excluded ? term.slice(1) : term) ?? -1, excluded };
    });
    return compiled.some(({ need }) => need < 0) ? undefined : compiled;
  };

  const compiled = rules.map((rule): CompiledRule => {
    const when = conditions(rule.when);
    const favours = optionOf.get(rule.favours);
    const turned = options.findIndex((_, index) => index !== favours);
    if (!when || favours === undefined) return { ...neverFires, turned: 0, favours: 0 };
    return {
      when,
      favours,
      turned: turned < 0 ? favours : turned,
      weight: Math.round(rule.weight * 1000) * (unitsPerPoint / 1000),
      core:
        rule.core === true &&
        when.some(({ need, excluded }) => !excluded && groupsOfParts.has(requirements[need]?.group ?? '')),
      except: rule.except.map(({ when: terms, effect }) => ({ when: conditions(terms) ?? never, effect })),
    };
  });

  const touching = requirements.map((): number[] => []);
  const exclusionCounts = requirements.map(() => false);
  compiled.forEach((rule, index) => {
    for (const { need, excluded } of [...rule.when, ...rule.except.flatMap(({ when }) => when)]) {
      if (need < 0) continue;
      const rulesOfNeed = touching[need];
      if (rulesOfNeed && rulesOfNeed.at(-1) !== index) rulesOfNeed.push(index);
      if (excluded) exclusionCounts[need] = true;
    }
  });
  return { rules: compiled, touching, exclusionCounts, needOf };
};

/** A condition on no need at all, which no stance can meet. */
const never: readonly Condition[] = [{ need: -1, excluded: false }];
const neverFires = { when: never, weight: 0, core: false, except: [] } as const;
