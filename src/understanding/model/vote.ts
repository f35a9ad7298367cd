/**
 * Where the votes on a requirement meet: what its words say (the best two stretches of text), what the message as a
 * whole says, what the network hears in it, how much it looks like one about a project at all, what the grammar of people says, how strongly
 * another requirement is heard, and the length of the message. One logistic regression, whose slopes all
 * requirements share and whose offset each has for itself; fitted on messages of authors that the voters had not
 * learned from.
 */
export type VoteFit = {
  readonly slopes: readonly number[];
  readonly offsets: readonly number[];
};

/** The voters on one message. */
export type Ballot = {
  /** Scores of the best and the second best stretch, per requirement. */
  readonly score: ArrayLike<number>;
  readonly second: ArrayLike<number>;
  /** Scores of the whole message: kinds first, that of a project foremost, then requirements. */
  readonly message: ArrayLike<number>;
  /** Log-odds of the network, per requirement. */
  readonly network: ArrayLike<number>;
  /** Confidence of the grammar of people per requirement; 0 where it says nothing. */
  readonly skills: ArrayLike<number>;
  /** Length in tokens. */
  readonly length: number;
};

export const voteInputCount = 8;

const clip = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

/** Writes the inputs of each requirement into rows of `voteInputCount` numbers. */
export const voteInputs = (ballot: Ballot, kinds: number, requirements: number): Float64Array => {
  const inputs = new Float64Array(requirements * voteInputCount);
  const { score, second, message, network, skills } = ballot;
  let otherKind = Number.NEGATIVE_INFINITY;
  for (let i = 1; i < kinds; i += 1) otherKind = Math.max(otherKind, message[i] as number);
  const project = clip((message[0] as number) - otherKind, 3);
  const length = Math.log1p(ballot.length);
  let most = -6;
  let nextMost = -6;
  let strongest = -1;
  for (let k = 0; k < requirements; k += 1) {
    const value = clip(score[k] as number, 6);
    if (value > most) {
      nextMost = most;
      most = value;
      strongest = k;
    } else if (value > nextMost) nextMost = value;
  }
  for (let k = 0; k < requirements; k += 1) {
    const at = k * voteInputCount;
    inputs[at] = clip(score[k] as number, 6);
    inputs[at + 1] = clip(second[k] as number, 6);
    inputs[at + 2] = clip(message[kinds + k] as number, 6);
    inputs[at + 3] = project;
    inputs[at + 4] = skills[k] as number;
    inputs[at + 5] = k === strongest ? nextMost : most;
    inputs[at + 6] = length;
    inputs[at + 7] = clip(network[k] as number, 8);
  }
  return inputs;
};

/** Probability that the message gives requirement `k`, wanted or denied. */
export const voteOf = (fit: VoteFit, k: number, inputs: Float64Array): number => {
  let sum = fit.offsets[k] ?? 0;
  const at = k * voteInputCount;
  for (let i = 0; i < voteInputCount; i += 1) sum += (fit.slopes[i] ?? 0) * (inputs[at + i] as number);
  return 1 / (1 + Math.exp(-sum));
};
