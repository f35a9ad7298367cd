import type { Token } from '../../text/types.ts';
import { byNumber, wordsOf } from '../lexemes.ts';
import type { Cues } from './cues.ts';

export type LanguageDetector = (tokens: readonly Token[]) => readonly Cues[];

/** A language counts from this share of the best one's marker words: people mix languages in one message. */
const shareOfBest = 0.6;

/** The first language, the one that technical talk borrows from, counts from a smaller share. */
const firstShare = 0.35;

/**
 * Creates a detector of the languages a message is written in, the likeliest first, by its small words.
 * The first of `all` is taken where nothing speaks for any.
 */
export const createLanguageDetector = (all: readonly Cues[]): LanguageDetector => {
  const owners = new Map<string, number[]>();
  all.forEach((cues, index) => {
    for (const marker of cues.markers) owners.set(marker, [...(owners.get(marker) ?? []), index]);
  });
  const { values: ownersOf } = byNumber(owners);
  return (tokens) => {
    const scores = all.map(() => 0);
    for (const number of wordsOf(tokens).numbers) {
      const languages = ownersOf[number];
      if (languages === undefined) continue;
      // A word shared by several languages speaks for each of them, but less.
      for (const index of languages) scores[index] = (scores[index] ?? 0) + 1 / Math.sqrt(languages.length);
    }
    const best = Math.max(...scores);
    const fallback = all.slice(0, 1);
    if (best < 0.7) return fallback;
    const chosen = all
      .map((cues, index) => ({ cues, score: scores[index] ?? 0 }))
      .filter(
        ({ score }, index) =>
          score >= (index === 0 ? best * firstShare : Math.max(1.6, best * shareOfBest)) || score === best,
      )
      .sort((a, b) => b.score - a.score);
    return chosen.length > 0 ? chosen.map(({ cues }) => cues) : fallback;
  };
};
