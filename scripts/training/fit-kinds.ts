import {
  chancesOf,
  type KindBallot,
  type KindFit,
  kindInputs,
} from '../../src/understanding/model/kind-vote.ts';

/** What spoke on the kind of one message that the voters had not learned from, and what was right. */
export type KindVoted = {
  readonly ballot: KindBallot;
  /** Share of each kind in what is right; they add up to one. */
  readonly right: readonly number[];
  /** How much it counts. */
  readonly weight: number;
};

const rounds = 300;
const rate = 0.05;
/** Keeps weights small that hardly anything speaks for. */
const ridge = 1e-4;
/** Decay of the means of gradients and of their squares. */
const decay = { mean: 0.9, square: 0.99 } as const;

/**
 * Fits the meeting of the votes on the kind: multinomial logistic regression on standardised inputs by Adam, over all
 * messages at each step, so that nothing is drawn at random. Source: Kingma, Ba, "Adam: a method for stochastic
 * optimization", 2015.
 */
export const fitKinds = (messages: readonly KindVoted[], kinds: number): KindFit => {
  if (messages.length === 0) return { weights: [] };
  const raw = messages.map(({ ballot }) => kindInputs(ballot));
  const { mean, deviation } = spread(raw);
  const size = mean.length;
  const inputs = raw.map((row) =>
    Float64Array.from(row, (value, i) => (value - (mean[i] as number)) / (deviation[i] as number)),
  );
  const weights = new Float64Array(kinds * size);
  const means = new Float64Array(weights.length);
  const squares = new Float64Array(weights.length);
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = gradientOf(weights, inputs, messages, kinds);
    for (let i = 0; i < weights.length; i += 1) {
      const slope = (gradient[i] as number) / messages.length + ridge * (weights[i] as number);
      means[i] = decay.mean * (means[i] as number) + (1 - decay.mean) * slope;
      squares[i] = decay.square * (squares[i] as number) + (1 - decay.square) * slope * slope;
      const step = (means[i] as number) / (1 - decay.mean ** round);
      const size = Math.sqrt((squares[i] as number) / (1 - decay.square ** round));
      weights[i] = (weights[i] as number) - (rate * step) / (size + 1e-8);
    }
  }
  return { weights: unscaled(weights, mean, deviation) };
};

/** Mean and deviation of each input; the constant stays what it is. */
const spread = (
  rows: readonly (readonly number[])[],
): { readonly mean: readonly number[]; readonly deviation: readonly number[] } => {
  const columns = (rows[0] ?? []).map((_, i) => rows.map((row) => row[i] as number));
  const mean = columns.map((column, i) =>
    i === 0 ? 0 : column.reduce((sum, value) => sum + value, 0) / rows.length,
  );
  const deviation = columns.map((column, i) => {
    const variance = column.reduce((sum, value) => sum + (value - (mean[i] as number)) ** 2, 0) / rows.length;
    return i === 0 ? 1 : Math.sqrt(variance) || 1;
  });
  return { mean, deviation };
};

const gradientOf = (
  weights: Float64Array,
  inputs: readonly Float64Array[],
  messages: readonly KindVoted[],
  kinds: number,
): Float64Array => {
  const gradient = new Float64Array(weights.length);
  messages.forEach(({ right, weight }, m) => {
    const row = inputs[m] as Float64Array;
    const chances = chancesOf(weights, row, kinds);
    for (let kind = 0; kind < kinds; kind += 1) {
      const error = weight * ((chances[kind] as number) - (right[kind] as number));
      const from = kind * row.length;
      for (let i = 0; i < row.length; i += 1) {
        gradient[from + i] = (gradient[from + i] as number) + error * (row[i] as number);
      }
    }
  });
  return gradient;
};

/** The same weights for inputs as they come. */
const unscaled = (
  weights: Float64Array,
  mean: readonly number[],
  deviation: readonly number[],
): readonly number[] => {
  const size = mean.length;
  const scaled = Array.from(weights, (weight, at) => weight / (deviation[at % size] as number));
  for (let from = 0; from < scaled.length; from += size) {
    for (let i = 1; i < size; i += 1) {
      scaled[from] = (scaled[from] as number) - (scaled[from + i] as number) * (mean[i] as number);
    }
  }
  return scaled.map((weight) => Math.round(weight * 1e4) / 1e4);
};
