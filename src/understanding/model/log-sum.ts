/**
 * Logarithm of the sum of exponentials of `count` numbers, each `step` after the one before: what a chance is measured
 * against, and nearly the highest of them. −∞ where there are none.
 */
export const logSum = (values: Float32Array, at: number, step: number, count: number): number => {
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i += 1) highest = Math.max(highest, values[at + i * step] as number);
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += Math.exp((values[at + i * step] as number) - highest);
  return highest + Math.log(sum);
};
