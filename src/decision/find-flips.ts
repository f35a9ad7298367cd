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
 * single one. Each is found by making it and deciding again. Changes that only leave the matter open come last.
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

  const tryMove = ({ need, to }: Move, then: () => void): void => {
    const was = evidence.stances[need] ?? absent;
    evidence.set(need, to);
    then();
    evidence.set(need, was);
  };
  const note = (found: readonly Move[]): void => {
    const outcome = findOutcome(evidence, allowed);
    if (outcome !== before) (outcome === depends ? opening : deciding).push({ moves: found, outcome });
  };

  const flipped = new Set<number>();
  for (const move of moves) {
    if (flipped.has(move.need)) continue;
    const sofar = deciding.length + opening.length;
    tryMove(move, () => note([move]));
    if (deciding.length + opening.length > sofar) flipped.add(move.need);
    if (deciding.length === mostFlips) break;
  }
  if (flipped.size === 0) {
    for (const [index, second] of moves.entries()) {
      if (deciding.length >= mostFlips) break;
      tryMove(second, () => {
        for (const first of moves.slice(0, index)) {
          if (first.need !== second.need) tryMove(first, () => note([first, second]));
          if (deciding.length >= mostFlips) break;
        }
      });
    }
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
