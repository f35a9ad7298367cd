import { createRowIndex, type RowIndex } from './row-index.ts';
import { createTally, perWord, type Tally, zero } from './tally.ts';

/**
 * A linear model's weights: one row per feature, one column per output, eight bits a weight. Looking things up
 * waits for memory more than it computes, so a row lies in one piece, whether or not all of it is used.
 * Weights are added up as whole steps and scaled at the end: exact, whatever the order.
 */
export type Weights = {
  readonly outputs: readonly string[];
  readonly bias: Float32Array;
  /** Value of one step of a weight, per output. */
  readonly scale: Float32Array;
  readonly rows: number;
  /** Length of a row of sums: the outputs, rounded up to whole words. */
  readonly width: number;
  readonly index: RowIndex;
  /** Adds a row's steps to `width` sums from `at` on. */
  add(row: number, into: Int32Array, at: number): void;
  /** Takes a row's steps from `width` sums. */
  subtract(row: number, from: Int32Array): void;
  /** Sums of its own, faster where many rows are added. */
  createTally(): Tally;
};

/** What is stored: features ascending, their entries one after the other. */
export type PackedWeights = {
  readonly outputs: readonly string[];
  readonly bias: Float32Array;
  /** Value of one step of a weight, per output. */
  readonly scale: Float32Array;
  readonly features: Uint32Array;
  /** Entries of feature i are [starts[i], starts[i + 1]). */
  readonly starts: Uint32Array;
  readonly columns: Uint8Array;
  readonly values: Int8Array;
};

/** Lays the weights out for reading; nothing of `packed` is held on to. */
export const createWeights = (packed: PackedWeights): Weights => {
  const words = Math.ceil(packed.outputs.length / perWord);
  const width = words * perWord;
  const bytes = layOut(packed, width);
  const rows = new Int32Array(bytes.buffer);

  return {
    outputs: packed.outputs,
    bias: packed.bias.slice(),
    scale: packed.scale.slice(),
    rows: packed.features.length,
    width,
    index: createRowIndex(packed.features.slice()),
    add: (row, into, at) => {
      const from = row * width;
      for (let k = 0; k < width; k += 1) {
        into[at + k] = (into[at + k] as number) + (bytes[from + k] as number) - zero;
      }
    },
    subtract: (row, sums) => {
      const at = row * width;
      for (let k = 0; k < width; k += 1) {
        sums[k] = (sums[k] as number) - (bytes[at + k] as number) + zero;
      }
    },
    createTally: () => createTally(rows, words),
  };
};

/** One byte per weight, row after row. */
const layOut = (packed: PackedWeights, width: number): Uint8Array => {
  const { features, starts, columns, values } = packed;
  const bytes = new Uint8Array(features.length * width).fill(zero);
  for (let row = 0; row < features.length; row += 1) {
    const at = row * width;
    const end = starts[row + 1] as number;
    for (let i = starts[row] as number; i < end; i += 1) {
      bytes[at + (columns[i] as number)] = (values[i] as number) + zero;
    }
  }
  return bytes;
};
