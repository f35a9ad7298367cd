import type { Dropout } from './dropout.ts';
import type { Parameters } from './parameters.ts';

/** A layer whose units look at a word and at those around it, the same way wherever it stands. */
export type Convolution = {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  /** Vectors of `count` words → what each unit makes of each word: 0 and up, some left out at random. */
  forward(vectors: Float32Array, count: number, units: Float32Array): void;
  /** Slopes at the units → slopes at the vectors, written to `back`. Units that are 0 pass nothing on. */
  backward(
    vectors: Float32Array,
    count: number,
    units: Float32Array,
    slopes: Float32Array,
    back: Float32Array,
  ): void;
};

type Shape = { readonly dimensions: number; readonly units: number; readonly reach: number };

/**
 * One convolution with rectified units. Weights lie by place (the word farthest to the left first), dimension and unit.
 * `dimensions` is a multiple of four. Most of all training is spent here, hence the plain loops.
 */
export const createConvolution = (
  parameters: Parameters,
  { stays, keep }: Dropout,
  { dimensions, units: count, reach }: Shape,
): Convolution => {
  const width = 2 * reach + 1;
  const weights = parameters.dense(width * dimensions * count, 1 / Math.sqrt(width * dimensions));
  const bias = parameters.dense(count, 0.02);
  const { values, slopes: weightSlopes } = weights;
  const sums = new Float32Array(count);
  const active = new Int32Array(count);
  const activeSlopes = new Float32Array(count);

  /** Adds what the word whose vector begins at `at` says at place `j`; four dimensions at once. */
  const addWord = (vectors: Float32Array, at: number, j: number): void => {
    for (let a = 0; a < dimensions; a += 4) {
      const e0 = vectors[at + a] as number;
      const e1 = vectors[at + a + 1] as number;
      const e2 = vectors[at + a + 2] as number;
      const e3 = vectors[at + a + 3] as number;
      const w0 = (j * dimensions + a) * count;
      const w1 = w0 + count;
      const w2 = w1 + count;
      const w3 = w2 + count;
      for (let k = 0; k < count; k += 1) {
        sums[k] =
          (sums[k] as number) +
          e0 * (values[w0 + k] as number) +
          e1 * (values[w1 + k] as number) +
          e2 * (values[w2 + k] as number) +
          e3 * (values[w3 + k] as number);
      }
    }
  };

  /** Lists the units of word `i` that are on, with their slopes; returns how many. */
  const listActive = (units: Float32Array, slopes: Float32Array, i: number): number => {
    let listed = 0;
    for (let k = 0; k < count; k += 1) {
      if (units[i * count + k] === 0) continue;
      const slope = (slopes[i * count + k] as number) / keep;
      active[listed] = k;
      activeSlopes[listed] = slope;
      bias.slopes[k] = (bias.slopes[k] as number) + slope;
      listed += 1;
    }
    return listed;
  };

  const passBack = (
    vectors: Float32Array,
    at: number,
    j: number,
    listed: number,
    back: Float32Array,
  ): void => {
    for (let a = 0; a < dimensions; a += 1) {
      const value = vectors[at + a] as number;
      // Left out on the way here.
      if (value === 0) continue;
      const row = (j * dimensions + a) * count;
      let sum = 0;
      for (let s = 0; s < listed; s += 1) {
        const slope = activeSlopes[s] as number;
        const w = row + (active[s] as number);
        sum += slope * (values[w] as number);
        weightSlopes[w] = (weightSlopes[w] as number) + slope * value;
      }
      back[at + a] = (back[at + a] as number) + sum;
    }
  };

  return {
    weights: values,
    bias: bias.values,
    forward: (vectors, words, units) => {
      for (let i = 0; i < words; i += 1) {
        sums.set(bias.values);
        for (let j = 0; j < width; j += 1) {
          const place = i + j - reach;
          if (place >= 0 && place < words) addWord(vectors, place * dimensions, j);
        }
        for (let k = 0; k < count; k += 1) {
          const sum = sums[k] as number;
          units[i * count + k] = sum > 0 && stays() ? sum / keep : 0;
        }
      }
    },
    backward: (vectors, words, units, slopes, back) => {
      back.fill(0, 0, words * dimensions);
      for (let i = 0; i < words; i += 1) {
        const listed = listActive(units, slopes, i);
        for (let j = 0; j < width; j += 1) {
          const place = i + j - reach;
          if (place >= 0 && place < words) passBack(vectors, place * dimensions, j, listed, back);
        }
      }
    },
  };
};
