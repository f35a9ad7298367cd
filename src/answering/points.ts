import type { OptionId } from '../domain/ids.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import type { Phrasing } from './phrasing.ts';

/** Points of all options but this one. */
export const pointsElsewhere = ({ points }: Recommendation, option: OptionId): number =>
  Object.entries(points).reduce((sum, [id, value]) => (id === option ? sum : sum + value), 0);

const format = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** Points as they stand in a sentence: "2.5 points", "1 point", "nothing". */
export const pointsText = (points: number, { words }: Phrasing): string => {
  const shown = format.format(points);
  if (points === 0) return words('reasons.no-points');
  return shown === '1' ? words('reasons.one-point') : words('reasons.points', { points: shown });
};
