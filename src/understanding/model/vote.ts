/**
 * Where the votes on a requirement meet: what its words say (the best stretch of text), what the message as a
 * whole says, how much the message looks like one about a project at all, and what the grammar of people says.
 * One logistic regression, whose slopes all requirements share and whose offset each has for itself; fitted on messages of authors that
 * the voters had not learned from.
 */
export type VoteFit = {
  /** Slopes of: best stretch, whole message, likeness to a project, people. */
  readonly slopes: readonly number[];
  readonly offsets: readonly number[];
};

const clip = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

/**
 * The inputs of one requirement. `kinds` are the scores of the kinds, that of a project first; `skill` is the
 * confidence of the grammar of people, 0 where it says nothing.
 */
export const voteInputs = (
  stretch: number,
  message: number,
  kinds: ArrayLike<number>,
  skill: number,
): readonly number[] => {
  let other = Number.NEGATIVE_INFINITY;
  for (let i = 1; i < kinds.length; i += 1) other = Math.max(other, kinds[i] ?? other);
  return [clip(stretch, 6), clip(message, 6), clip((kinds[0] ?? 0) - other, 3), skill];
};

/** Probability that the message gives the requirement, wanted or denied. */
export const voteOf = (fit: VoteFit, requirement: number, inputs: readonly number[]): number => {
  let sum = fit.offsets[requirement] ?? 0;
  for (let i = 0; i < inputs.length; i += 1) sum += (fit.slopes[i] ?? 0) * (inputs[i] ?? 0);
  return 1 / (1 + Math.exp(-sum));
};
