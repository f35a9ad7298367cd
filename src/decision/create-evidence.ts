import type { CompiledRules, Condition } from './compile-rules.ts';

/** How a need stands, as a number: comparing and storing numbers is what keeps deciding fast. */
export const absent = 0;
export const preferred = 1;
export const required = 2;
export const excluded = 3;

/** What one rule gives at present; `units` is zero where it does not fire or is cancelled. */
export type RulePoints = {
  fires: boolean;
  units: number;
  favours: number;
  /** A core need of the option it favours; a turned rule is none of the other side. */
  core: boolean;
  /** Place of the exception that holds, −1 if none does. */
  exception: number;
};

/**
 * The points of all rules for a set of needs, kept up to date while single needs change.
 * Sums are in units (`unitsPerPoint`), per option, split into those of core needs and the rest.
 */
export type Evidence = {
  readonly stances: Uint8Array;
  readonly points: readonly RulePoints[];
  readonly core: Float64Array;
  readonly rest: Float64Array;
  set(need: number, stance: number): void;
};

/** Evidence with no need stated. Mutable on purpose, and owned by one call of `decide`. */
export const createEvidence = (
  { rules, touching }: CompiledRules,
  needs: number,
  options: number,
): Evidence => {
  const stances = new Uint8Array(needs);
  const points = rules.map(
    (rule): RulePoints => ({
      fires: false,
      units: 0,
      favours: rule.favours,
      core: rule.core,
      exception: -1,
    }),
  );
  const core = new Float64Array(options);
  const rest = new Float64Array(options);

  const hold = (when: readonly Condition[]): boolean => {
    for (const condition of when) {
      const stance = stances[condition.need];
      if (condition.excluded ? stance !== excluded : stance !== required && stance !== preferred)
        return false;
    }
    return true;
  };

  const add = ({ core: isCore, favours }: RulePoints, units: number): void => {
    const sums = isCore ? core : rest;
    sums[favours] = (sums[favours] ?? 0) + units;
  };

  const update = (index: number): void => {
    const rule = rules[index];
    const now = points[index];
    if (!rule || !now) return;
    add(now, -now.units);
    now.fires = hold(rule.when);
    now.units = 0;
    now.exception = -1;
    now.favours = rule.favours;
    now.core = rule.core;
    if (!now.fires) return;
    now.units = rule.weight;
    for (const { need } of rule.when) {
      if (stances[need] === preferred) {
        now.units /= 2;
        break;
      }
    }
    // The first exception that holds decides, so that the order in the file is the order of precedence.
    now.exception = rule.except.findIndex(({ when }) => hold(when));
    const effect = rule.except[now.exception]?.effect;
    if (effect === 'cancel') now.units = 0;
    else if (effect === 'weaken') now.units /= 2;
    else if (effect === 'turn') {
      now.favours = rule.turned;
      now.core = false;
    }
    add(now, now.units);
  };

  return {
    stances,
    points,
    core,
    rest,
    set: (need, stance) => {
      if (stances[need] === stance) return;
      stances[need] = stance;
      for (const index of touching[need] ?? []) update(index);
    },
  };
};
