import { type VoteFit, voteInputs } from '../../src/understanding/model/vote.ts';

/** What the voters said of one message that they had not learned from, and what was right. */
export type VotedMessage = {
  readonly stretches: ArrayLike<number>;
  /** Kinds first, then requirements. */
  readonly message: ArrayLike<number>;
  /** Confidence of the grammar of people per requirement; 0 where it says nothing. */
  readonly skills: ArrayLike<number>;
  readonly right: ReadonlySet<number>;
};

const epochs = 4;
const rate = 0.1;

/** Fits the meeting of the votes; AdaGrad over the messages in order. */
export const fitVotes = (messages: readonly VotedMessage[], kinds: number, requirements: number): VoteFit => {
  const slopes = [0.7, 0.3, 0.2, 1];
  const offsets = new Array<number>(requirements).fill(-1);
  const slopeSquares = new Array<number>(slopes.length).fill(1e-4);
  const offsetSquares = new Array<number>(requirements).fill(1e-4);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const { stretches, message, skills, right } of messages) {
      const kindScores = Array.from({ length: kinds }, (_, i) => message[i] ?? 0);
      for (let k = 0; k < requirements; k += 1) {
        const inputs = voteInputs(stretches[k] ?? 0, message[kinds + k] ?? 0, kindScores, skills[k] ?? 0);
        let sum = offsets[k] ?? 0;
        inputs.forEach((input, d) => {
          sum += (slopes[d] ?? 0) * input;
        });
        const gradient = 1 / (1 + Math.exp(-sum)) - (right.has(k) ? 1 : 0);
        if (Math.abs(gradient) < 1e-3) continue;
        offsetSquares[k] = (offsetSquares[k] ?? 0) + gradient ** 2;
        offsets[k] = (offsets[k] ?? 0) - (rate * gradient) / Math.sqrt(offsetSquares[k] ?? 1);
        inputs.forEach((input, d) => {
          const step = gradient * input;
          slopeSquares[d] = (slopeSquares[d] ?? 0) + step ** 2;
          slopes[d] = (slopes[d] ?? 0) - (rate * step) / Math.sqrt(slopeSquares[d] ?? 1);
        });
      }
    }
  }
  const rounded = (value: number) => Math.round(value * 1e4) / 1e4;
  return { slopes: slopes.map(rounded), offsets: offsets.map(rounded) };
};
