import type { Knowledge } from '../domain/knowledge.ts';

/** What deciding reads of the knowledge folder. */
export type DecisionKnowledge = Pick<Knowledge, 'options' | 'requirements' | 'rules'>;

/** A need by its place in `requirements`; its bitwise complement (`~need`) where it has to be excluded. */
export type Condition = number;

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
  readonly needs: number;
  readonly options: number;
  /** Per need: the rules whose points can change when its stance does. */
  readonly touching: readonly (readonly number[])[];
  /** Per need: whether excluding it can differ from leaving it out. */
  readonly exclusionCounts: readonly boolean[];
  /** Per need: whether no rule weighs it together with another need. */
  readonly standsAlone: readonly boolean[];
  readonly needOf: ReadonlyMap<string, number>;
};

/**
 * Points are added as whole numbers, so that no order of adding and taking away can change a sum.
 * The factor leaves room for three decimals in a weight, for halving it twice and for sixteenths of confidence.
 */
export const unitsPerPoint = 64_000;

/** A need that was certainly meant counts in full; one that was probably meant counts by so many of these shares. */
export const fullShare = 16;

export const isExclusion = (condition: Condition): boolean => condition < 0;
export const needOfCondition = (condition: Condition): number => (condition < 0 ? ~condition : condition);

const groupsOfParts: ReadonlySet<string> = new Set(['workload', 'product']);

/** Rules as numbers. One that names an unknown option or requirement never fires: the loader reports those. */
export const compileRules = ({ options, requirements, rules }: DecisionKnowledge): CompiledRules => {
  const needOf = new Map(requirements.map(({ id }, index) => [id, index]));
  const optionOf = new Map(options.map(({ id }, index) => [id, index]));
  /** A place that no stated need has. */
  const nobody = requirements.length;

  const conditions = (when: readonly string[]): readonly Condition[] =>
    when.map((term) =>
      term.startsWith('!') ? ~(needOf.get(term.slice(1)) ?? nobody) : (needOf.get(term) ?? nobody),
    );

  const compiled = rules.map((rule): CompiledRule => {
    const favours = optionOf.get(rule.favours);
    const when = favours === undefined ? [nobody] : conditions(rule.when);
    const carriesPart = (condition: Condition) =>
      !isExclusion(condition) && groupsOfParts.has(requirements[condition]?.group ?? '');
    return {
      when,
      favours: favours ?? 0,
      turned: Math.max(
        0,
        options.findIndex((_, index) => index !== favours),
      ),
      weight: Math.round(rule.weight * 1000) * (unitsPerPoint / 1000),
      core: rule.core === true && when.some(carriesPart),
      except: rule.except.map(({ when: terms, effect }) => ({ when: conditions(terms), effect })),
    };
  });

  const touching = requirements.map((): number[] => []);
  const exclusionCounts = requirements.map(() => false);
  const standsAlone = requirements.map(() => true);
  compiled.forEach((rule, index) => {
    const terms = [...rule.when, ...rule.except.flatMap(({ when }) => when)];
    for (const condition of terms) {
      const need = needOfCondition(condition);
      const ofNeed = touching[need];
      if (ofNeed && ofNeed.at(-1) !== index) ofNeed.push(index);
      if (ofNeed && isExclusion(condition)) exclusionCounts[need] = true;
      if (ofNeed && terms.some((term) => needOfCondition(term) !== need)) standsAlone[need] = false;
    }
  });
  return {
    rules: compiled,
    needs: requirements.length,
    options: options.length,
    touching,
    exclusionCounts,
    standsAlone,
    needOf,
  };
};
