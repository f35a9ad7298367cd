import type { Lexeme } from '../lexemes.ts';
import { addKnown, type FeatureList } from './feature-list.ts';
import type { TokenSums } from './token-sums.ts';
import { createUnique } from './unique.ts';
import type { Weights } from './weights.ts';

export type Summer = {
  /**
   * Log-odds per output of the features on a list, repeats not counted, and of whole words: the sum of all weights
   * over the root of how many features are known, plus a bias. Repeats are struck off the list.
   */
  score(list: FeatureList, words?: readonly Lexeme[]): Float32Array;
};

/** Sums up what a model's weights say of lists of features, and of words where `alone` has their sums. */
export const createSummer = (weights: Weights, alone?: TokenSums): Summer => {
  const { outputs, bias, scale } = weights;
  const strikeRepeats = createUnique();
  const totals = new Float64Array(outputs.length);

  const addWords = (alone: TokenSums, words: readonly Lexeme[]): number => {
    let count = 0;
    for (const word of words) {
      const at = alone.at(word);
      const { sums } = alone;
      count += alone.known(word);
      for (let k = 0; k < totals.length; k += 1) {
        totals[k] = (totals[k] as number) + (sums[at + k] as number);
      }
    }
    return count;
  };

  return {
    score: (list, words = []) => {
      strikeRepeats(list);
      totals.fill(0);
      let count = addKnown(list, weights, totals);
      if (alone !== undefined) count += addWords(alone, words);
      const scores = new Float32Array(outputs.length);
      const norm = count === 0 ? 0 : 1 / Math.sqrt(count);
      for (let k = 0; k < scores.length; k += 1) {
        scores[k] = (totals[k] as number) * (scale[k] as number) * norm + (bias[k] as number);
      }
      return scores;
    },
  };
};
