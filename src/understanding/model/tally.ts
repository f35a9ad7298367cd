/** Adds up rows of weights. */
export type Tally = {
  /** The sums of the last call of `add`; the same array every time. */
  readonly sums: Int32Array;
  /** Sums up the rows in places [from, to) of a list; those below zero are none. Returns how many there were. */
  add(rows: Int32Array, from: number, to: number): number;
};

/** Four weights to a word, each as a byte that is `zero` more than its steps, so that none is negative. */
export const perWord = 4;
export const zero = 128;
/** The bytes of every second weight, with room to grow: so many rows fit before a sum could spill over. */
const everySecond = 0x00ff00ff;
const batch = 256;

/**
 * Creates a tally of rows of so many words each. It adds two weights with one addition, in the halves of a word, and
 * goes through the rows word by word, so that sums need not be put down in between.
 */
export const createTally = (weights: Int32Array, words: number): Tally => {
  const sums = new Int32Array(words * perWord);
  const starts = new Int32Array(batch + 1);

  const addBatch = (rows: Int32Array, from: number, to: number): number => {
    let known = 0;
    for (let i = from; i < to; i += 1) {
      const row = rows[i] as number;
      starts[known] = row * words;
      // One for rows, nothing for what is below zero, and no branch to guess.
      known += ~row >>> 31;
    }
    const bias = zero * known;
    for (let w = 0; w < words; w += 1) {
      let even = 0;
      let odd = 0;
      for (let i = 0; i < known; i += 1) {
        const word = weights[(starts[i] as number) + w] as number;
        even = (even + (word & everySecond)) | 0;
        odd = (odd + ((word >>> 8) & everySecond)) | 0;
      }
      const at = w * perWord;
      sums[at] = (sums[at] as number) + (even & 0xffff) - bias;
      sums[at + 1] = (sums[at + 1] as number) + (odd & 0xffff) - bias;
      sums[at + 2] = (sums[at + 2] as number) + (even >>> 16) - bias;
      sums[at + 3] = (sums[at + 3] as number) + (odd >>> 16) - bias;
    }
    return known;
  };

  return {
    sums,
    add: (rows, from, to) => {
      sums.fill(0);
      let count = 0;
      for (let at = from; at < to; at += batch) count += addBatch(rows, at, Math.min(to, at + batch));
      return count;
    },
  };
};
