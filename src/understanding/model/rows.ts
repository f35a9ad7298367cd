/**
 * The rows of a table of weights. Memory is what takes time here, so all there is to know of a row but its weights
 * lies in one place: its feature, where its weights begin among `steps`, and a bit for each output that it speaks of.
 * Where there is a single output, a row is its feature and its weight.
 */
export type Rows = {
  /** Features are spread evenly: those of group g, which begin with the same bits, are rows [firsts[g], firsts[g + 1]). */
  readonly firsts: Uint32Array;
  /** A feature without its lowest `shift` bits is its group. */
  readonly shift: number;
  /** Row after row, `rowSize` words each: feature, start, bits. An empty one is the last. */
  readonly words: Int32Array;
  readonly rowSize: number;
  readonly steps: Int8Array;
};

/** Words of a row before its bits. */
export const headSize = 2;
/** Outputs that a word has bits for. */
const perWord = 32;

/** Rows of a table of so many features and outputs, still to be filled. */
export const createRows = (features: number, outputs: number, steps: Int8Array): Rows => {
  const bits = Math.max(1, Math.floor(Math.log2(features + 1)));
  const rowSize = headSize + (outputs === 1 ? 0 : Math.ceil(outputs / perWord));
  return {
    firsts: new Uint32Array(2 ** bits + 1),
    shift: 32 - bits,
    words: new Int32Array((features + 1) * rowSize).fill(-1, features * rowSize),
    rowSize,
    steps,
  };
};

export type RowReader = {
  /** Writes where the rows of the first `count` features are into `rows`; -1 where there is none. */
  find(features: Uint32Array, count: number, rows: Int32Array): void;
  /** Adds the steps of a row to the sums from `at` on, `times` over. Sums are whole; one sort of array is faster. */
  add(row: number, into: Float64Array, at: number, times: 1 | -1): void;
};

export const createRowReader = ({ firsts, shift, words, rowSize, steps }: Rows): RowReader => {
  const end = words.length - rowSize;
  let heads = new Int32Array(1024);

  /** Features ascend: among those that begin with the same bits a look at the next one or two is enough. */
  const rowAfter = (row: number, feature: number): number => {
    let next = row;
    while (next < end && (words[next] as number) >>> 0 < feature) next += rowSize;
    return next < end && words[next] === (feature | 0) ? next : -1;
  };

  return {
    find: (features, count, rows) => {
      if (heads.length < count) heads = new Int32Array(features.length);
      // Nearly every look is at memory that is far away. Without a branch that waits for what is found there, the
      // processor looks in many places at once; so the looks are loops of their own.
      for (let i = 0; i < count; i += 1) {
        rows[i] = (firsts[(features[i] as number) >>> shift] as number) * rowSize;
      }
      for (let i = 0; i < count; i += 1) heads[i] = words[rows[i] as number] as number;
      for (let i = 0; i < count; i += 1) {
        const feature = features[i] as number;
        if (heads[i] !== (feature | 0)) rows[i] = rowAfter(rows[i] as number, feature);
        else if ((rows[i] as number) === end) rows[i] = -1;
      }
      if (rowSize === headSize) return;
      // Whoever looks for rows adds them up next: their steps are fetched as well.
      for (let i = 0; i < count; i += 1) {
        const row = rows[i] as number;
        if (row >= 0) heads[i] = steps[words[row + 1] as number] as number;
      }
    },
    add: (row, into, at, times) => {
      let step = words[row + 1] as number;
      if (rowSize === headSize) {
        into[at] = (into[at] as number) + step * times;
        return;
      }
      let column = at;
      for (let word = row + headSize; word < row + rowSize; word += 1) {
        for (let bits = words[word] as number; bits !== 0; bits &= bits - 1) {
          // The lowest bit that is set.
          const k = column + 31 - Math.clz32(bits & -bits);
          into[k] = (into[k] as number) + (steps[step] as number) * times;
          step += 1;
        }
        column += perWord;
      }
    },
  };
};
