/** The value that `share` (0…1) of the samples do not exceed; NaN for none. */
export const percentile = (samples: readonly number[], share: number): number => {
  const ordered = Float64Array.from(samples).sort();
  return ordered[Math.max(0, Math.ceil(ordered.length * share) - 1)] ?? Number.NaN;
};

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

/** Microseconds that `work` takes. */
export const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return (performance.now() - start) * 1000;
};
