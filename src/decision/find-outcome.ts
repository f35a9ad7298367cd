import { unitsPerPoint } from './compile-rules.ts';
import type { Evidence } from './create-evidence.ts';

/** Place of an option, or one of the two outcomes that are none. */
export const both = -1;
export const depends = -2;

/**
 * An option is picked if it leads by more than this. A single hint never decides, for the rules keep hints at a
 * quarter point; two of them do, and so does a reason that was half heard.
 */
export const leadToPick = 0.25 * unitsPerPoint;

/** Points of core needs from which a side deserves a part of its own: a need that was hardly heard splits no system. */
export const coreOfPart = 1.25 * unitsPerPoint;

/**
 * Whether an option gets a part of the system: it has a core need, and it would hold its ground against the
 * others if their core needs were served elsewhere. So a team's skill alone never splits a system, and a core
 * need that a team's skill outweighs does not split one either.
 */
export const takesPart = (evidence: Evidence, option: number, allowed: readonly number[]): boolean => {
  const own = evidence.core[option] ?? 0;
  if (own < coreOfPart) return false;
  const standing = own + (evidence.rest[option] ?? 0);
  for (let at = 0; at < allowed.length; at++) {
    const other = allowed[at] ?? option;
    if (other !== option && (evidence.rest[other] ?? 0) > standing) return false;
  }
  return true;
};

/** Option ahead of the other allowed ones, and by how much (units); no option where the lead is level or nobody is left. */
export const findLead = (
  { core, rest }: Evidence,
  allowed: readonly number[],
): { readonly option: number; readonly lead: number } => {
  let option = depends;
  let most = Number.NEGATIVE_INFINITY;
  let next = Number.NEGATIVE_INFINITY;
  for (const candidate of allowed) {
    const points = (core[candidate] ?? 0) + (rest[candidate] ?? 0);
    if (points > most) {
      next = most;
      most = points;
      option = candidate;
    } else if (points > next) next = points;
  }
  return most === next ? { option: depends, lead: 0 } : { option, lead: most - next };
};

/**
 * The outcome of the evidence among the options allowed: `both` where two or more take a part, else the one
 * that leads by enough, else `depends`. The only option left is picked whatever the points say.
 */
export const findOutcome = (evidence: Evidence, allowed: readonly number[]): number => {
  if (allowed.length < 2) return allowed[0] ?? depends;
  let parts = 0;
  let part = depends;
  for (let at = 0; at < allowed.length; at++) {
    const option = allowed[at] ?? depends;
    if (!takesPart(evidence, option, allowed)) continue;
    parts++;
    part = option;
  }
  if (parts > 1) return both;
  const { option, lead } = findLead(evidence, allowed);
  if (lead <= leadToPick) return depends;
  // Ahead of a part only by a core need that was hardly heard, which heard in full would make it both: were the
  // option picked, more evidence for it would take the pick away.
  return parts === 0 || part === option ? option : depends;
};
