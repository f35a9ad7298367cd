import type { Strength } from '../domain/recommendation.ts';
import { unitsPerPoint } from './compile-rules.ts';

/** Points of lead from which a pick is clear, if next to nothing speaks against it. */
const clearLead = 2.5 * unitsPerPoint;
/** What may speak against a clear pick: one part in so many of what speaks for it. */
const clearShare = 4;
/** Points of lead from which a pick is solid. */
const solidLead = 2 * unitsPerPoint;

/**
 * The margin as one of three words. Both amounts are in units: what speaks for the outcome, and what for the
 * strongest other one.
 */
export const gradeStrength = (points: number, against: number): Strength => {
  const lead = points - against;
  if (lead >= clearLead && against * clearShare <= points) return 'clear';
  return lead >= solidLead ? 'solid' : 'close';
};
