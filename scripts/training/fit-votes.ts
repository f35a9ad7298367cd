import { type Ballot, type VoteFit, voteInputCount, voteInputs } from '../../src/understanding/model/vote.ts';

/** What the voters said of one message that they had not learned from, and what was right. */
export type VotedMessage = {
  readonly ballot: Ballot;
  readonly right: ReadonlySet<number>;
  /** Requirements of which nobody knows whether they are given: left out. */
  readonly unsure: ReadonlySet<number>;
};

const rounds = 12;
/** Keeps the slopes from growing where few messages speak. */
const ridge = 1;

/**
 * Fits the meeting of the votes by Newton's method (iteratively reweighted least squares).
 * Source: Hastie, Tibshirani, Friedman, "The Elements of Statistical Learning", section 4.4.1.
 */
export const fitVotes = (messages: readonly VotedMessage[], kinds: number, requirements: number): VoteFit => {
  const size = voteInputCount + requirements;
  const theta = new Float64Array(size);
  const inputs = messages.map(({ ballot }) => voteInputs(ballot, kinds, requirements));
  for (let round = 0; round < rounds; round += 1) {
    const gradient = new Float64Array(size);
    const hessian = Array.from({ length: size }, () => new Float64Array(size));
    messages.forEach(({ right, unsure }, m) => {
      const rows = inputs[m] as Float64Array;
      for (let k = 0; k < requirements; k += 1) {
        if (unsure.has(k)) continue;
        const row = rows.subarray(k * voteInputCount, (k + 1) * voteInputCount);
        accumulate(theta, row, voteInputCount + k, right.has(k) ? 1 : 0, gradient, hessian);
      }
    });
    for (let i = 0; i < size; i += 1) {
      gradient[i] = (gradient[i] as number) + ridge * (theta[i] as number);
      const diagonal = hessian[i] as Float64Array;
      diagonal[i] = (diagonal[i] as number) + ridge;
    }
    const step = solve(hessian, gradient);
    for (let i = 0; i < size; i += 1) theta[i] = (theta[i] as number) - (step[i] as number);
  }
  const rounded = (values: Float64Array): readonly number[] =>
    Array.from(values, (value) => Math.round(value * 1e4) / 1e4);
  return {
    slopes: rounded(theta.subarray(0, voteInputCount)),
    offsets: rounded(theta.subarray(voteInputCount)),
  };
};

const accumulate = (
  theta: Float64Array,
  row: Float64Array,
  offset: number,
  right: number,
  gradient: Float64Array,
  hessian: readonly Float64Array[],
): void => {
  let sum = theta[offset] as number;
  for (let d = 0; d < row.length; d += 1) sum += (theta[d] as number) * (row[d] as number);
  const probability = 1 / (1 + Math.exp(-sum));
  const error = probability - right;
  const curvature = Math.max(probability * (1 - probability), 1e-6);
  const own = hessian[offset] as Float64Array;
  gradient[offset] = (gradient[offset] as number) + error;
  own[offset] = (own[offset] as number) + curvature;
  for (let d = 0; d < row.length; d += 1) {
    const value = row[d] as number;
    const line = hessian[d] as Float64Array;
    gradient[d] = (gradient[d] as number) + error * value;
    for (let e = 0; e < row.length; e += 1)
      line[e] = (line[e] as number) + curvature * value * (row[e] as number);
    line[offset] = (line[offset] as number) + curvature * value;
    own[d] = (own[d] as number) + curvature * value;
  }
};

/** Gaussian elimination with partial pivoting. */
const solve = (matrix: readonly Float64Array[], vector: Float64Array): Float64Array => {
  const size = vector.length;
  const rows: Float64Array[] = matrix.map((row, i) => Float64Array.of(...row, vector[i] as number));
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let i = column + 1; i < size; i += 1) {
      if (Math.abs(rows[i]?.[column] as number) > Math.abs(rows[pivot]?.[column] as number)) pivot = i;
    }
    [rows[column], rows[pivot]] = [rows[pivot] as Float64Array, rows[column] as Float64Array];
    const top = rows[column] as Float64Array;
    for (let i = column + 1; i < size; i += 1) {
      const row = rows[i] as Float64Array;
      const factor = (row[column] as number) / (top[column] as number);
      for (let j = column; j <= size; j += 1) row[j] = (row[j] as number) - factor * (top[j] as number);
    }
  }
  const solution = new Float64Array(size);
  for (let i = size - 1; i >= 0; i -= 1) {
    const row = rows[i] as Float64Array;
    let sum = row[size] as number;
    for (let j = i + 1; j < size; j += 1) sum -= (row[j] as number) * (solution[j] as number);
    solution[i] = sum / (row[i] as number);
  }
  return solution;
};
