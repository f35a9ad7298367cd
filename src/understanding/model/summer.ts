import { type FeatureList, findRows } from './feature-list.ts';
import type { TokenSums } from './token-sums.ts';
import { createUnique } from './unique.ts';
import type { Weights } from './weights.ts';

export type Summer = {
  /**
   * Log-odds per output of the features on a list, repeats not counted, and of whole tokens: the sum of all weights
   * over the root of how many features are known, plus a bias. Repeats are struck off the list.
   */
  score(list: FeatureList, tokens?: readonly TokenSums[]): Float32Array;
};

/** Sums up what a model's weights say of lists of features. */
export const createSummer = (weights: Weights): Summer => {
  const { outputs, bias, scale } = weights;
  const strikeRepeats = createUnique();
  const totals = new Int32Array(outputs.length);

  return {
    score: (list, tokens = []) => {
      strikeRepeats(list);
      findRows(list, weights);
      totals.fill(0);
      let count = 0;
      for (let i = 0; i < list.count; i += 1) {
        const row = list.rows[i] as number;
        if (row < 0) continue;
        weights.add(row, totals, 0, 1);
        count += 1;
      }
      for (const { sums, at, known } of tokens) {
        count += known;
        for (let k = 0; k < totals.length; k += 1) {
          totals[k] = (totals[k] as number) + (sums[at + k] as number);
        }
      }
      const scores = new Float32Array(outputs.length);
      const norm = count === 0 ? 0 : 1 / Math.sqrt(count);
      for (let k = 0; k < scores.length; k += 1) {
        scores[k] = (totals[k] as number) * (scale[k] as number) * norm + (bias[k] as number);
      }
      return scores;
    },
  };
};
