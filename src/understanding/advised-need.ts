import type { Fit } from '../domain/finding.ts';
import type { Mention } from '../domain/reading.ts';

/** As like a question that is asked for advice as this, a message asks for advice as well. */
const alike = 0.5;

/**
 * Where no words of a need were found, but the message is like those that ask for advice on one: that need, as
 * surely as it is like them.
 */
export const createAdvisedNeed = (requirements: readonly string[]) => {
  const known = new Set(requirements);
  return (fit: Fit | undefined, said: string): readonly Mention[] => {
    if (fit === undefined || fit.lacks !== undefined || !fit.advises || fit.likeness < alike) return [];
    const id = fit.about.find((name) => known.has(name));
    return id === undefined ? [] : [{ id, stance: 'required', said, confidence: fit.likeness }];
  };
};
