import type { FeatureList } from './feature-list.ts';
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
      seen.clear();
      tally.clear();
      for (let i = 0; i < list.count; i += 1) {
        const row = weights.row(list.ids[i] as number);
        if (row >= 0 && seen.isNew(row)) tally.add(row);
      }
      const norm = tally.count() === 0 ? 0 : 1 / Math.sqrt(tally.count());
      const sums = tally.sums();
      const scores = new Float32Array(outputs.length);
      for (let k = 0; k < scores.length; k += 1) {
        scores[k] = (sums[k] as number) * (scale[k] as number) * norm + (bias[k] as number);
      }
      return scores;
    },
    steps: (list, output) => {
      seen.clear();
      let steps = 0;
      for (let i = 0; i < list.count; i += 1) {
        const row = weights.row(list.ids[i] as number);
        if (row >= 0 && seen.isNew(row)) steps += weights.steps(row, output);
      }
      return steps;
    },
  };
};

/** Which rows a list has had already. Clearing costs nothing: each list marks with a number of its own. */
const createSeen = (rows: number) => {
  const marks = new Uint32Array(rows);
  let mark = 0;
  return {
    clear: (): void => {
      mark += 1;
      if (mark < 2 ** 32) return;
      marks.fill(0);
      mark = 1;
    },
    isNew: (row: number): boolean => {
      if (marks[row] === mark) return false;
      marks[row] = mark;
      return true;
    },
  };
};
