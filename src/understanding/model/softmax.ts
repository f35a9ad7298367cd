/** Scores → chances that add up to one. */
export const softmax = (scores: ArrayLike<number>): readonly number[] => {
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < scores.length; k += 1) most = Math.max(most, scores[k] as number);
  const powers: number[] = [];
  let sum = 0;
  for (let k = 0; k < scores.length; k += 1) {
    const power = Math.exp((scores[k] as number) - most);
    powers.push(power);
    sum += power;
  }
  return powers.map((power) => power / sum);
};
