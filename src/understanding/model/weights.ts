/**
 * A linear model's weights: one sparse row per feature, one column per output, eight bits a weight.
 * Rows are found by the feature's number through open addressing (a quarter full at least, half at most).
 */
export type Weights = {
  readonly outputs: readonly string[];
  readonly bias: Float32Array;
  /** Row of a feature, or -1 where the model has never seen it. */
  row(feature: number): number;
  /** Adds a row's weights to `into`. */
  add(row: number, into: Float32Array, at?: number): void;
  /** Weight of one output in a row; 0 where there is none. For explaining, not for speed. */
  weight(row: number, output: number): number;
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

export const createWeights = (packed: PackedWeights): Weights => {
  const { features, starts, columns, values, scale } = packed;
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, features.length * 2)));
  const mask = size - 1;
  const slots = new Int32Array(size).fill(-1);
  for (let i = 0; i < features.length; i += 1) {
    let slot = (features[i] ?? 0) & mask;
    while (slots[slot] !== -1) slot = (slot + 1) & mask;
    slots[slot] = i;
  }

  return {
    outputs: packed.outputs,
    bias: packed.bias,
    row: (feature) => {
      for (let slot = feature & mask; ; slot = (slot + 1) & mask) {
        const found = slots[slot] as number;
        if (found === -1 || features[found] === feature) return found;
      }
    },
    add: (row, into, at = 0) => {
      const end = starts[row + 1] as number;
      for (let i = starts[row] as number; i < end; i += 1) {
        const column = columns[i] as number;
        into[at + column] = (into[at + column] as number) + (values[i] as number) * (scale[column] as number);
      }
    },
    weight: (row, output) => {
      const end = starts[row + 1] ?? 0;
      for (let i = starts[row] ?? 0; i < end; i += 1) {
        if (columns[i] === output) return (values[i] ?? 0) * (scale[output] ?? 0);
      }
      return 0;
    },
  };
};
