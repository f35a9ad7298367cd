import { generator } from '../logistic.ts';

/** Numbers that are learned, with the slope of the loss at each and what the optimiser remembers of it. */
export type Parameter = {
  readonly values: Float32Array;
  readonly slopes: Float32Array;
  readonly means: Float32Array;
  readonly squares: Float32Array;
};

export type Parameters = {
  /** So many numbers, drawn evenly from `centre` ± `bound`; moved at every step. */
  dense(size: number, bound: number, centre?: number): Parameter;
  /** The same in rows, of which only those are moved that were touched since the last step. */
  sparse(rows: number, width: number, bound: number): Parameter & { touch(row: number): void };
  /** Moves all against their slopes, and sets these to nothing. */
  step(rate: number): void;
};

/** Decay of the means of slopes and of their squares. */
const decay = { mean: 0.9, square: 0.999 } as const;

/**
 * Parameters of a network and their optimiser, Adam; rows that no text of a batch touched stay where they are.
 * Source: Kingma, Ba, "Adam: a method for stochastic optimization", 2015.
 */
export const createParameters = (): Parameters => {
  const random = generator(11);
  const all: Parameter[] = [];
  const rowed: { readonly of: Parameter; readonly width: number; readonly touched: number[] }[] = [];
  const marks: Uint8Array[] = [];
  let steps = 0;

  const create = (size: number, bound: number, centre: number): Parameter => ({
    values: Float32Array.from({ length: size }, () => centre + (2 * random() - 1) * bound),
    slopes: new Float32Array(size),
    means: new Float32Array(size),
    squares: new Float32Array(size),
  });

  return {
    dense: (size, bound, centre = 0) => {
      const parameter = create(size, bound, centre);
      all.push(parameter);
      return parameter;
    },
    sparse: (rows, width, bound) => {
      const parameter = create(rows * width, bound, 0);
      const touched: number[] = [];
      const isTouched = new Uint8Array(rows);
      rowed.push({ of: parameter, width, touched });
      marks.push(isTouched);
      return {
        ...parameter,
        touch: (row) => {
          if (isTouched[row] === 1) return;
          isTouched[row] = 1;
          touched.push(row);
        },
      };
    },
    step: (rate) => {
      steps += 1;
      // The means start at nothing; this makes up for it.
      const even = (rate * Math.sqrt(1 - decay.square ** steps)) / (1 - decay.mean ** steps);
      for (const parameter of all) move(parameter, 0, parameter.values.length, even);
      rowed.forEach(({ of, width, touched }, i) => {
        for (const row of touched) {
          move(of, row * width, (row + 1) * width, even);
          (marks[i] as Uint8Array)[row] = 0;
        }
        touched.length = 0;
      });
    },
  };
};

const move = (
  { values, slopes, means, squares }: Parameter,
  from: number,
  to: number,
  rate: number,
): void => {
  for (let i = from; i < to; i += 1) {
    const slope = slopes[i] as number;
    const mean = decay.mean * (means[i] as number) + (1 - decay.mean) * slope;
    const square = decay.square * (squares[i] as number) + (1 - decay.square) * slope * slope;
    means[i] = mean;
    squares[i] = square;
    values[i] = (values[i] as number) - (rate * mean) / (Math.sqrt(square) + 1e-8);
    slopes[i] = 0;
  }
};
