import type { CompiledRules } from './compile-rules.ts';
import { absent, type Evidence, excluded, preferred, required } from './create-evidence.ts';
import { depends, findLead, findOutcome } from './find-outcome.ts';

/** One need and the stance it would take instead. */
export type Move = { readonly need: number; readonly to: number };
export type FoundFlip = { readonly moves: readonly Move[]; readonly outcome: number };

/** More than three would not be read; the most likely ones come first. */
const mostFlips = 3;

/**
 * Every single change worth trying, the likeliest first: a need already stated (it is certainly in play here) before
 * one that was not, then by how common it is, then in the order of the file. Needs ruled out stay so.
 */
const movesFrom = (
  { stances }: Evidence,
  { exclusionCounts }: CompiledRules,
  likeliest: readonly number[],
): readonly Move[] => {
  const stated: Move[] = [];
  const open: Move[] = [];
  for (const need of likeliest) {
    const stance = stances[need];
    if (stance === absent) open.push({ need, to: required });
    else if (stance === required || stance === preferred) {
      stated.push({ need, to: absent });
      // Denying a need is a larger change than dropping it, so it only counts where it does more.
      if (exclusionCounts[need]) stated.push({ need, to: excluded });
    }
  }
  return [...stated, ...open];
};

/**
 * The smallest changes of needs that give another outcome, at most three: single ones, and pairs only if there is no
 * single one. Each is found by making it and deciding again: what changes counts in full, all else as it was heard. Changes that only leave the matter open come last.
 * Of two pairs the one whose less likely half is likelier comes first.
 *
 * @param likeliest all needs, the most common first
 */
export const findFlips = (
  evidence: Evidence,
  compiled: CompiledRules,
  allowed: readonly number[],
  likeliest: readonly number[],
): readonly FoundFlip[] => {
  if (allowed.length < 2) return [];
  const before = findOutcome(evidence, allowed);
  const moves = movesFrom(evidence, compiled, likeliest);
  const deciding: FoundFlip[] = [];
  const opening: FoundFlip[] = [];

  /** Makes the change, decides again, and leaves things made so; says whether the outcome is another. */
  const tried = (found: readonly Move[], { need, to }: Move): boolean => {
    evidence.set(need, to);
    const outcome = findOutcome(evidence, allowed);
    if (outcome === before) return false;
    (outcome === depends ? opening : deciding).push({ moves: [...found, { need, to }], outcome });
    return true;
  };

  const core = evidence.core.slice();
  const rest = evidence.rest.slice();
  /**
   * Whether the change made last can be left out of pairs: it only strengthens the option picked, so a pair that
   * flips in spite of it would flip without it. That holds of two options only: among more, what weakens one of the
   * others may give a third its part.
   */
  const onlyStrengthens = ({ need }: Move): boolean => {
    if (before < 0 || allowed.length > 2 || !compiled.standsAlone[need]) return false;
    for (let option = 0; option < core.length; option++) {
      const sign = option === before ? 1 : -1;
      if (((evidence.core[option] ?? 0) - (core[option] ?? 0)) * sign < 0) return false;
      if (((evidence.rest[option] ?? 0) - (rest[option] ?? 0)) * sign < 0) return false;
    }
    return true;
  };

  let flipped = -1;
  const forPairs: Move[] = [];
  for (const move of moves) {
    if (deciding.length >= mostFlips) break;
    // Once dropping a need flips, denying it is no smaller change.
    if (move.need === flipped) continue;
    const was = evidence.stances[move.need] ?? absent;
    if (tried([], move)) flipped = move.need;
    else if (!onlyStrengthens(move)) forPairs.push(move);
    evidence.set(move.need, was);
  }
  if (flipped >= 0) return [...deciding, ...opening].slice(0, mostFlips);

  const pairs = new Set<number>();
  for (let last = 1; last < forPairs.length && deciding.length < mostFlips; last++) {
    const second = forPairs[last];
    if (!second) continue;
    const wasSecond = evidence.stances[second.need] ?? absent;
    evidence.set(second.need, second.to);
    for (let index = 0; index < last && deciding.length < mostFlips; index++) {
      const first = forPairs[index];
      if (!first || first.need === second.need) continue;
      const pair = first.need * evidence.stances.length + second.need;
      if (pairs.has(pair)) continue;
      const wasFirst = evidence.stances[first.need] ?? absent;
      if (tried([second], first)) pairs.add(pair);
      evidence.set(first.need, wasFirst);
    }
    evidence.set(second.need, wasSecond);
  }
  return [...deciding, ...opening].slice(0, mostFlips);
};

export type FoundQuestion = { readonly need: number; readonly ifYes: number; readonly ifNo: number };

/**
 * The one open need whose answer can change the outcome. One that can turn it to another option than the one ahead
 * comes before one that would only settle or unsettle it; within these the first of `worthAsking`.
 *
 * @param worthAsking all needs, the one to ask first in front
 */
export const findQuestion = (
  evidence: Evidence,
  allowed: readonly number[],
  worthAsking: readonly number[],
): FoundQuestion | undefined => {
  if (allowed.length < 2) return undefined;
  const before = findOutcome(evidence, allowed);
  const ahead = before === depends ? findLead(evidence, allowed).option : before;
  const outcomeIf = (need: number, to: number): number => {
    evidence.set(need, to);
    const outcome = findOutcome(evidence, allowed);
    evidence.set(need, absent);
    return outcome;
  };
  let settles: FoundQuestion | undefined;
  for (const need of worthAsking) {
    if (evidence.stances[need] !== absent) continue;
    const ifYes = outcomeIf(need, required);
    const ifNo = outcomeIf(need, excluded);
    if (ifYes === before && ifNo === before) continue;
    const found = { need, ifYes, ifNo };
    const turns = [ifYes, ifNo].some((outcome) => outcome !== depends && outcome !== ahead);
    if (turns) return found;
    settles ??= found;
  }
  return settles;
};
