import { type FeatureList, findRows } from './feature-list.ts';
import type { Weights } from './weights.ts';

export type Summer = {
  /**
   * Log-odds per output of the features on a list, repeats not counted: the sum of their weights over the root of
   * how many are known, plus a bias.
   */
  score(list: FeatureList): Float32Array;
  /** What the features on a list speak for one output, in steps of its weights. */
  steps(list: FeatureList, output: number): number;
};

/** Sums up what a model's weights say of lists of features. */
export const createSummer = (weights: Weights): Summer => {
  const { outputs, bias, scale } = weights;
  const seen = createSeen(weights.rows);
  const tally = weights.createTally();

  return {
    score: (list) => {
      findRows(list, weights.index);
      seen.strike(list.rows, list.count);
      const known = tally.add(list.rows, 0, list.count);
      const norm = known === 0 ? 0 : 1 / Math.sqrt(known);
      const scores = new Float32Array(outputs.length);
      for (let k = 0; k < scores.length; k += 1) {
        scores[k] = (tally.sums[k] as number) * (scale[k] as number) * norm + (bias[k] as number);
      }
      return scores;
    },
    steps: (list, output) => {
      findRows(list, weights.index);
      seen.strike(list.rows, list.count);
      let steps = 0;
      for (let i = 0; i < list.count; i += 1) {
        const row = list.rows[i] as number;
        if (row >= 0) steps += weights.steps(row, output);
      }
      return steps;
    },
  };
};

/** Strikes out rows that a list has had already. Each list marks rows with a number of its own, so none is wiped. */
const createSeen = (rows: number) => {
  const marks = new Uint32Array(rows);
  let mark = 0;
  return {
    strike: (list: Int32Array, count: number): void => {
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
    },
  };
};
