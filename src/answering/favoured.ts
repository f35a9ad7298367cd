import type { OptionId } from '../domain/ids.ts';
import type { Recommendation } from '../domain/recommendation.ts';

/** The option that is ahead; null where both serve a part or neither is ahead. */
export const favoured = ({ choice, lean }: Recommendation): OptionId | null => {
  if (choice === 'depends') return lean ?? null;
  return choice === 'both' ? null : choice;
};
