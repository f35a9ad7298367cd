import type { Ref } from '../domain/answer.ts';
import type { Recommendation } from '../domain/recommendation.ts';

/** The rules behind a recommendation, as the origin of a sentence about it. */
export const decidedBy = ({ fired }: Recommendation): readonly Ref[] =>
  fired.map(({ rule }) => ({ kind: 'rule', id: rule }));
