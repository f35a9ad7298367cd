/**
 * A linear model's weights: one row per feature, one column per output, eight bits a weight. Rows are found by the
 * feature's number through open addressing (a quarter full at least, half at most). Looking things up waits for
 * memory more than it computes, so a row lies in one piece, whether or not all of it is used.
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
  /** Row of a feature, or -1 where the model has never seen it. */
  row(feature: number): number;
  /** Adds a row's steps to `width` sums from `at` on. */
  add(row: number, into: Int32Array, at: number): void;
  /** Steps of one output in a row; 0 where there are none. */
  steps(row: number, output: number): number;
  /** Sums of its own, faster where many rows are added. */
  createTally(): Tally;
};

/** Sums of many rows: cleared, added to, read. */
export type Tally = {
  clear(): void;
  add(row: number): void;
  /** How many rows were added since it was cleared. */
  count(): number;
  /** The sums, `width` of them; the same array every time. */
  sums(): Int32Array;
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

/** Four weights to a word, each as a byte that is `zero` more than its steps, so that none is negative. */
const perWord = 4;
const zero = 128;
/** The bytes of every second weight, with room to grow: so many rows fit before a sum could spill over. */
const everySecond = 0x00ff00ff;
const mostPending = 256;

/** Lays the weights out for reading; nothing of `packed` is held on to. */
export const createWeights = (packed: PackedWeights): Weights => {
  const { features } = packed;
  const words = Math.ceil(packed.outputs.length / perWord);
  const width = words * perWord;
  const bytes = layOut(packed, width);
  const rows = new Int32Array(bytes.buffer);
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, features.length * 2)));
  const mask = size - 1;
  // Row + 1 beside its feature: whether a slot is the right one shows without another look into memory.
  const slots = new Uint32Array(size * 2);
  for (let i = 0; i < features.length; i += 1) {
    let slot = (features[i] as number) & mask;
    while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
    slots[slot * 2] = features[i] as number;
    slots[slot * 2 + 1] = i + 1;
  }

  return {
    outputs: packed.outputs,
    bias: packed.bias.slice(),
    scale: packed.scale.slice(),
    rows: features.length,
    width,
    row: (feature) => {
      for (let slot = feature & mask; ; slot = (slot + 1) & mask) {
        const found = slots[slot * 2 + 1] as number;
        if (found === 0 || slots[slot * 2] === feature) return found - 1;
      }
    },
    add: (row, into, at) => {
      const from = row * width;
      for (let k = 0; k < width; k += 1) {
        into[at + k] = (into[at + k] as number) + (bytes[from + k] as number) - zero;
      }
    },
    steps: (row, output) => (bytes[row * width + output] as number) - zero,
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

/** Adds up two weights with one addition, in the halves of a word. */
const createTally = (rows: Int32Array, words: number): Tally => {
  const even = new Int32Array(words);
  const odd = new Int32Array(words);
  const sums = new Int32Array(words * perWord);
  let pending = 0;
  let count = 0;

  const settle = (): void => {
    const bias = zero * pending;
    for (let w = 0; w < words; w += 1) {
      const a = even[w] as number;
      const b = odd[w] as number;
      const at = w * perWord;
      sums[at] = (sums[at] as number) + (a & 0xffff) - bias;
      sums[at + 1] = (sums[at + 1] as number) + (b & 0xffff) - bias;
      sums[at + 2] = (sums[at + 2] as number) + (a >>> 16) - bias;
      sums[at + 3] = (sums[at + 3] as number) + (b >>> 16) - bias;
    }
    even.fill(0);
    odd.fill(0);
    pending = 0;
  };

  return {
    clear: () => {
      even.fill(0);
      odd.fill(0);
      sums.fill(0);
      pending = 0;
      count = 0;
    },
    add: (row) => {
      const from = row * words;
      for (let w = 0; w < words; w += 1) {
        const word = rows[from + w] as number;
        even[w] = (even[w] as number) + (word & everySecond);
        odd[w] = (odd[w] as number) + ((word >>> 8) & everySecond);
      }
      count += 1;
      pending += 1;
      if (pending === mostPending) settle();
    },
    count: () => count,
    sums: () => {
      if (pending > 0) settle();
      return sums;
    },
  };
};
