import {
  type CompiledRule,
  type CompiledRules,
  type Condition,
  fullShare,
  needOfCondition,
} from './compile-rules.ts';

/** How a need stands, as a number: comparing and storing numbers is what keeps deciding fast. */
export const absent = 0;
export const preferred = 1;
export const required = 2;
export const excluded = 3;

/** What one rule gives for the needs as they stand. */
export type RulePoints = {
  /** Zero where it does not fire or is cancelled. */
  readonly units: number;
  readonly favours: number;
  /** Place of the exception that holds, −1 if none does. */
  readonly exception: number;
};

/**
 * The points of all rules for a set of needs, kept up to date while single needs change.
 * Sums are in units (`unitsPerPoint`), per option, those of core needs apart from the rest.
 */
export type Evidence = {
  readonly stances: Uint8Array;
  readonly core: Float64Array;
  readonly rest: Float64Array;
  set(need: number, stance: number): void;
  /** States a need as it was heard: `share` sixteenths sure. Any other stance that it is set to counts in full. */
  state(need: number, stance: number, share: number): void;
  points(rule: number): RulePoints;
};

/** Evidence with no need stated. Mutable on purpose, and owned by one call of `decide`. */
export const createEvidence = ({ rules, touching, needs, options }: CompiledRules): Evidence => {
  const stances = new Uint8Array(needs);
  const stated = new Uint8Array(needs);
  const shares = new Uint8Array(needs).fill(fullShare);
  const units = new Float64Array(rules.length);
  const isTurned = new Uint8Array(rules.length);
  const core = new Float64Array(options);
  const rest = new Float64Array(options);

  const hold = (when: readonly Condition[]): boolean => {
    for (let at = 0; at < when.length; at++) {
      const condition = when[at] ?? 0;
      if (condition < 0) {
        if (stances[~condition] !== excluded) return false;
      } else {
        const stance = stances[condition];
        if (stance !== required && stance !== preferred) return false;
      }
    }
    return true;
  };

  /** The first exception that holds decides: their order in the file is their precedence. */
  const exceptionOf = ({ except }: CompiledRule): number => {
    for (let at = 0; at < except.length; at++) if (hold(except[at]?.when ?? [])) return at;
    return -1;
  };

  /** A rule is as sure as the least sure of its needs, and counts half where one of them is only preferred. */
  const weigh = ({ when, weight }: CompiledRule): number => {
    let share = fullShare;
    let wish = false;
    for (let at = 0; at < when.length; at++) {
      const need = needOfCondition(when[at] ?? 0);
      if (stances[need] === preferred) wish = true;
      if (stances[need] === stated[need]) share = Math.min(share, shares[need] ?? fullShare);
    }
    const sure = (weight / fullShare) * share;
    return wish ? sure / 2 : sure;
  };

  const add = (rule: CompiledRule, index: number, sign: number): void => {
    const turned = isTurned[index] === 1;
    // Turned evidence is no core need of the side it is turned to.
    const sums = rule.core && !turned ? core : rest;
    const option = turned ? rule.turned : rule.favours;
    sums[option] = (sums[option] ?? 0) + sign * (units[index] ?? 0);
  };

  const update = (index: number): void => {
    const rule = rules[index];
    if (!rule) return;
    if (units[index] !== 0) {
      add(rule, index, -1);
      units[index] = 0;
      isTurned[index] = 0;
    }
    if (!hold(rule.when)) return;
    const effect = rule.except[exceptionOf(rule)]?.effect;
    if (effect === 'cancel') return;
    units[index] = effect === 'weaken' ? weigh(rule) / 2 : weigh(rule);
    isTurned[index] = effect === 'turn' ? 1 : 0;
    add(rule, index, 1);
  };

  const change = (need: number, stance: number): void => {
    stances[need] = stance;
    const touched = touching[need] ?? [];
    for (let at = 0; at < touched.length; at++) update(touched[at] ?? -1);
  };

  return {
    stances,
    core,
    rest,
    set: (need, stance) => {
      if (stances[need] !== stance) change(need, stance);
    },
    state: (need, stance, share) => {
      stated[need] = stance;
      shares[need] = share;
      change(need, stance);
    },
    points: (index) => {
      const rule = rules[index];
      if (!rule) return { units: 0, favours: 0, exception: -1 };
      return {
        units: units[index] ?? 0,
        favours: isTurned[index] === 1 ? rule.turned : rule.favours,
        exception: exceptionOf(rule),
      };
    },
  };
};
