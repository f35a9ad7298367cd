import type { PackedWeights } from '../../src/understanding/model/weights.ts';

/**
 * One thing to learn from: features by number (repeats allowed), one target per output, and how much it counts.
 * A yes-or-no output whose target is not a number is left as it is: nobody knows.
 */
export type Instance = {
  readonly features: ArrayLike<number>;
  readonly targets: Float32Array;
  readonly weight: number;
};

export type Training = {
  readonly outputs: readonly string[];
  /** The first so many outputs exclude each other (softmax); the rest are yes or no each. */
  readonly exclusive: number;
  readonly epochs: number;
  readonly rate: number;
  /** Pull towards zero (L1): most features end with no weight at all, which generalises and keeps the model small. */
  readonly l1: number;
  /** Features that occur less often are left out. */
  readonly least: number;
};

/** A model in training: dense weights over the features that occur. */
export type Trained = {
  readonly training: Training;
  readonly outputs: readonly string[];
  readonly index: ReadonlyMap<number, number>;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
};

/**
 * Logistic regression by stochastic gradient descent with AdaGrad's step sizes and a
 * proximal L1 step. Deterministic: the order
 * of the instances comes from a fixed generator. The value of each feature is one over the root of their number.
 * Source: Duchi, Hazan, Singer, "Adaptive subgradient methods", JMLR 2011 (which gives the
 * proximal step, too).
 */
export const trainLogistic = (instances: readonly Instance[], training: Training): Trained => {
  const index = indexOf(instances, training.least);
  const outputs = training.outputs.length;
  const rows = instances.map(({ features }) => known(features, index));
  const weights = new Float32Array(index.size * outputs);
  const squares = new Float32Array(index.size * outputs);
  const bias = new Float32Array(outputs);
  const biasSquares = new Float32Array(outputs);
  const z = new Float32Array(outputs);
  const order = rows.map((_, i) => i);
  const random = generator(7);

  for (let epoch = 0; epoch < training.epochs; epoch += 1) {
    shuffle(order, random);
    for (const i of order) {
      const row = rows[i] as Int32Array;
      const { targets, weight } = instances[i] as Instance;
      const value = row.length === 0 ? 0 : 1 / Math.sqrt(row.length);
      scoreInto(z, row, value, weights, bias);
      gradientInto(z, targets, training.exclusive);
      for (let k = 0; k < outputs; k += 1) {
        const g = (z[k] as number) * weight;
        z[k] = g * value;
        if (g === 0) continue;
        biasSquares[k] = (biasSquares[k] as number) + g * g;
        bias[k] = (bias[k] as number) - (training.rate * g) / Math.sqrt((biasSquares[k] as number) + 1e-8);
      }
      const pull = training.l1 * value;
      for (let f = 0; f < row.length; f += 1) {
        const at = (row[f] as number) * outputs;
        for (let k = 0; k < outputs; k += 1) {
          const g = z[k] as number;
          if (g === 0) continue;
          const square = (squares[at + k] as number) + g * g;
          squares[at + k] = square;
          const rate = training.rate / Math.sqrt(square + 1e-8);
          const moved = (weights[at + k] as number) - rate * g;
          const shrink = rate * pull;
          weights[at + k] = moved > shrink ? moved - shrink : moved < -shrink ? moved + shrink : 0;
        }
      }
    }
  }
  return { training, outputs: training.outputs, index, weights, bias };
};

/** Scores of one instance: log-odds per output. */
export const scoreOf = (trained: Trained, features: ArrayLike<number>): Float32Array => {
  const row = known(features, trained.index);
  const z = new Float32Array(trained.training.outputs.length);
  scoreInto(z, row, row.length === 0 ? 0 : 1 / Math.sqrt(row.length), trained.weights, trained.bias);
  return z;
};

/** Below this the gradient of a yes-or-no output moves nothing worth the work. */
const settled = 0.003;

const gradientInto = (z: Float32Array, targets: Float32Array, exclusive: number): void => {
  if (exclusive > 0) {
    let most = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < exclusive; k += 1) most = Math.max(most, z[k] as number);
    let sum = 0;
    for (let k = 0; k < exclusive; k += 1) {
      z[k] = Math.exp((z[k] as number) - most);
      sum += z[k] as number;
    }
    for (let k = 0; k < exclusive; k += 1) z[k] = (z[k] as number) / sum - (targets[k] as number);
  }
  for (let k = exclusive; k < z.length; k += 1) {
    const g = 1 / (1 + Math.exp(-(z[k] as number))) - (targets[k] as number);
    z[k] = Math.abs(g) >= settled ? g : 0;
  }
};

const scoreInto = (
  z: Float32Array,
  row: Int32Array,
  value: number,
  weights: Float32Array,
  bias: Float32Array,
): void => {
  const outputs = z.length;
  z.fill(0);
  for (let f = 0; f < row.length; f += 1) {
    const at = (row[f] as number) * outputs;
    for (let k = 0; k < outputs; k += 1) z[k] = (z[k] as number) + (weights[at + k] as number);
  }
  for (let k = 0; k < outputs; k += 1) z[k] = (z[k] as number) * value + (bias[k] as number);
};

const indexOf = (instances: readonly Instance[], least: number): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const { features } of instances) {
    for (let i = 0; i < features.length; i += 1) {
      const id = features[i] as number;
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  const index = new Map<number, number>();
  for (const [id, count] of counts) if (count >= least) index.set(id, index.size);
  return index;
};

const known = (features: ArrayLike<number>, index: ReadonlyMap<number, number>): Int32Array => {
  const row: number[] = [];
  for (let i = 0; i < features.length; i += 1) {
    const at = index.get(features[i] as number);
    if (at !== undefined) row.push(at);
  }
  return Int32Array.from(row);
};

/** Linear congruential generator of Numerical Recipes; good enough to shuffle, the same everywhere. */
export const generator = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

const shuffle = (order: number[], random: () => number): void => {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
};

/** Weights to be stored: a row for each feature of the index, one weight in it per output. */
export type Storable = Pick<Trained, 'index' | 'weights' | 'bias'> & { readonly outputs: readonly string[] };

/** Value of one of the 127 steps between zero and the largest weight, per output. */
const stepsOf = ({ weights, outputs }: Pick<Storable, 'weights' | 'outputs'>): Float32Array => {
  const width = outputs.length;
  const scale = new Float32Array(width).fill(1e-9);
  for (let i = 0; i < weights.length; i += 1) {
    const k = i % width;
    scale[k] = Math.max(scale[k] as number, Math.abs(weights[i] as number) / 127);
  }
  return scale;
};

/** The same with every weight of fewer than `smallest` steps set to nothing. */
export const pruneSmall = (trained: Trained, smallest: number): Trained => {
  const scale = stepsOf(trained);
  const weights = trained.weights.map((weight, i) =>
    Math.abs(weight) < smallest * (scale[i % scale.length] as number) ? 0 : weight,
  );
  return { ...trained, weights };
};

/**
 * Eight bits a weight. Weights of fewer than `smallest` of the 127 steps are left out: they add up to noise,
 * and are most of the file.
 */
export const packWeights = (trained: Storable, smallest: number): PackedWeights => {
  const { outputs } = trained;
  const width = outputs.length;
  const scale = stepsOf(trained);
  const features = [...trained.index.keys()].sort((a, b) => a - b);
  const kept: number[] = [];
  const starts: number[] = [0];
  const columns: number[] = [];
  const values: number[] = [];
  for (const feature of features) {
    const at = (trained.index.get(feature) ?? 0) * width;
    const before = columns.length;
    for (let k = 0; k < width; k += 1) {
      const value = Math.round((trained.weights[at + k] as number) / (scale[k] as number));
      if (Math.abs(value) < smallest) continue;
      columns.push(k);
      values.push(value);
    }
    if (columns.length > before) {
      kept.push(feature);
      starts.push(columns.length);
    }
  }
  return {
    outputs,
    bias: trained.bias,
    scale,
    features: Uint32Array.from(kept),
    starts: Uint32Array.from(starts),
    columns: Uint8Array.from(columns),
    values: Int8Array.from(values),
  };
};
