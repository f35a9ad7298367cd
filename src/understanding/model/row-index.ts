/** Finds the rows of features. Features are numbers spread evenly: their first bits lead to within a place or two. */
export type RowIndex = {
  /** Writes the rows of the first `count` features into `rows`; -1 where there is none. */
  find(features: Uint32Array, count: number, rows: Int32Array): void;
};

/** Creates the index of `features`, which ascend; the row of a feature is its place among them. */
export const createRowIndex = (features: Uint32Array): RowIndex => {
  const bits = Math.max(1, Math.ceil(Math.log2(features.length + 1)));
  const shift = 32 - bits;
  const firsts = firstRows(features, 2 ** bits, shift);

  return {
    find: (asked, count, rows) => {
      // Looking into memory is what takes time. Without a branch that waits for what was found, the processor
      // looks in many places at once; so the first guess is a loop of its own.
      for (let i = 0; i < count; i += 1) rows[i] = firsts[(asked[i] as number) >>> shift] as number;
      for (let i = 0; i < count; i += 1) {
        const feature = asked[i] as number;
        let row = rows[i] as number;
        while (row < features.length && (features[row] as number) < feature) row += 1;
        rows[i] = row < features.length && features[row] === feature ? row : -1;
      }
    },
  };
};

/** Rows by the first bits of their features: those of group g begin at firsts[g]. */
const firstRows = (features: Uint32Array, groups: number, shift: number): Uint32Array => {
  const firsts = new Uint32Array(groups);
  let group = 0;
  for (let row = 0; row < features.length; row += 1) {
    const own = (features[row] as number) >>> shift;
    while (group < own) {
      group += 1;
      firsts[group] = row;
    }
  }
  firsts.fill(features.length, group + 1);
  return firsts;
};
