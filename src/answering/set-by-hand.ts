import type { SetNeed } from '../domain/question.ts';
import type { Mention, Reading } from '../domain/reading.ts';

/**
 * A reading in which what a person ticked counts for certain, and what the text says of the same requirements
 * does not count at all. Whoever fills in a form wants a pick.
 */
export const withNeedsSet = (reading: Reading, needs: readonly SetNeed[] | undefined): Reading => {
  if (needs === undefined) return reading;
  const set = new Set(needs.map(({ id }) => id));
  return {
    ...reading,
    kind: 'recommend',
    act: 'pick',
    confidence: 1,
    requirements: [
      ...needs.flatMap(({ id, stance }): readonly Mention[] =>
        stance === 'open' ? [] : [{ id, stance, said: '', confidence: 1 }],
      ),
      ...reading.requirements.filter(({ id }) => !set.has(id)),
    ],
    dropped: [
      ...needs.filter(({ stance }) => stance === 'open').map(({ id }) => id),
      ...reading.dropped.filter((id) => !set.has(id)),
    ],
    contradictions: reading.contradictions.filter((id) => !set.has(id)),
  };
};
