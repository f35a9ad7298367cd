import type { Dropout } from './dropout.ts';
import type { Parameters } from './parameters.ts';

/** The words of all texts that are learned from, and which rows make up the vector of each. */
export type Vocabulary = {
  /** Feature of each row. */
  readonly features: Uint32Array;
  /** Of each word its own row, -1 where it has none, and then the rows of its letters. */
  readonly rows: readonly Int32Array[];
};

/** A word's vector: its own, learned from how it is used, and the mean of those of its letters. */
export type Embedding = {
  readonly vectors: Float32Array;
  /** Writes the vectors of `count` words one after the other, some of it left out at random. */
  forward(words: Int32Array, count: number, out: Float32Array): void;
  /** Adds the slopes at what `forward` wrote to those of its rows. */
  backward(words: Int32Array, count: number, out: Float32Array, slopes: Float32Array): void;
};

type Shape = {
  readonly dimensions: number;
  /** Share of words whose own row is left out: their letters have to do. */
  readonly wordDropout: number;
};

export const createEmbedding = (
  parameters: Parameters,
  { stays, keep }: Dropout,
  { features, rows }: Vocabulary,
  { dimensions, wordDropout }: Shape,
): Embedding => {
  const vectors = parameters.sparse(features.length, dimensions, 0.17);
  const { values, slopes: rowSlopes } = vectors;
  const slope = new Float32Array(dimensions);
  /** Of each word of the text whether its own row was left out. */
  const without: boolean[] = [];

  const addRow = (row: number, part: number, out: Float32Array, at: number): void => {
    const from = row * dimensions;
    for (let a = 0; a < dimensions; a += 1) {
      out[at + a] = (out[at + a] as number) + part * (values[from + a] as number);
    }
  };
  const addSlope = (row: number, part: number): void => {
    vectors.touch(row);
    const from = row * dimensions;
    for (let a = 0; a < dimensions; a += 1) {
      rowSlopes[from + a] = (rowSlopes[from + a] as number) + part * (slope[a] as number);
    }
  };

  return {
    vectors: values,
    forward: (words, count, out) => {
      out.fill(0, 0, count * dimensions);
      for (let i = 0; i < count; i += 1) {
        const own = rows[words[i] as number] as Int32Array;
        const at = i * dimensions;
        without[i] = !stays(1 - wordDropout) || (own[0] as number) < 0;
        if (!without[i]) addRow(own[0] as number, 1, out, at);
        for (let g = 1; g < own.length; g += 1) addRow(own[g] as number, 1 / (own.length - 1), out, at);
        for (let a = 0; a < dimensions; a += 1) {
          out[at + a] = stays() ? (out[at + a] as number) / keep : 0;
        }
      }
    },
    backward: (words, count, out, slopes) => {
      for (let i = 0; i < count; i += 1) {
        const own = rows[words[i] as number] as Int32Array;
        const at = i * dimensions;
        for (let a = 0; a < dimensions; a += 1) {
          slope[a] = out[at + a] === 0 ? 0 : (slopes[at + a] as number) / keep;
        }
        if (!without[i]) addSlope(own[0] as number, 1);
        for (let g = 1; g < own.length; g += 1) addSlope(own[g] as number, 1 / (own.length - 1));
      }
    },
  };
};
