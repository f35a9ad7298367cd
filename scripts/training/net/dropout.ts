/** Draws whether something is left in while learning. The same numbers come in the same order. */
export type Dropout = {
  /** What is left counts for more, so that the sum stays what it is. */
  readonly keep: number;
  stays(share?: number): boolean;
};

/**
 * Leaving a share of all that is computed out at random keeps a network from leaning on any of it alone.
 * Source: Srivastava and others, "Dropout: a simple way to prevent neural networks from overfitting", JMLR 2014.
 */
export const createDropout = (dropped: number): Dropout => {
  const keep = 1 - dropped;
  // The generator of `logistic.ts`, kept a whole number: it is asked many times for each word.
  let state = 12345;
  return {
    keep,
    stays: (share = keep) => {
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      return state >>> 0 < share * 2 ** 32;
    },
  };
};
