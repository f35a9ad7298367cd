import type { OptionId } from '../domain/ids.ts';
import type { Recommendation } from '../domain/recommendation.ts';

/** Points of all options but this one. */
export const pointsElsewhere = ({ points }: Recommendation, option: OptionId): number =>
  Object.entries(points).reduce((sum, [id, value]) => (id === option ? sum : sum + value), 0);

const format = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** Points as they are read: "2.5". */
export const pointsText = (points: number): string => format.format(points);
