import { type FeatureList, findRows } from './feature-list.ts';
import type { TokenSums } from './token-sums.ts';
import type { Weights } from './weights.ts';

export type Summer = {
  /**
   * Log-odds per output of the features on a list, repeats not counted, and of whole tokens: the sum of all weights
   * over the root of how many features are known, plus a bias.
   */
  score(list: FeatureList, tokens?: readonly TokenSums[]): Float32Array;
};

/** Sums up what a model's weights say of lists of features. */
export const createSummer = (weights: Weights): Summer => {
  const { outputs, bias, scale } = weights;
  const strike = createStrike(weights.rows);
  const tally = weights.createTally();
  const totals = new Int32Array(outputs.length);

  return {
    score: (list, tokens = []) => {
      findRows(list, weights.index);
      strike(list.rows, list.count);
      let count = tally.add(list.rows, 0, list.count);
      totals.set(tally.sums.subarray(0, totals.length));
      for (const { sums, known } of tokens) {
        count += known;
        for (let k = 0; k < totals.length; k += 1) totals[k] = (totals[k] as number) + (sums[k] as number);
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

/** Strikes out rows that a list has had already. Each list marks rows with a number of its own, so none is wiped. */
const createStrike = (rows: number): ((list: Int32Array, count: number) => void) => {
  const marks = new Uint32Array(rows);
  let mark = 0;
  return (list, count) => {
    mark += 1;
    if (mark === 2 ** 32) {
      marks.fill(0);
      mark = 1;
    }
    for (let i = 0; i < count; i += 1) {
      const row = list[i] as number;
      if (row < 0) continue;
      if (marks[row] === mark) list[i] = -1;
      else marks[row] = mark;
    }
  };
};
