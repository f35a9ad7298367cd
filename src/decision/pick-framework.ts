import type { FrameworkId, RequirementId } from '../domain/ids.ts';
import type { Option } from '../domain/knowledge.ts';
import type { Need } from '../domain/recommendation.ts';

export type FrameworkPick = {
  readonly id: FrameworkId;
  /** The needs that speak for it, in the order given; empty where it is only what one starts with. */
  readonly needs: readonly RequirementId[];
  /** Whether it fits these needs better than every other one does. */
  readonly standsOut: boolean;
};

/**
 * The framework of an option that fits the wanted needs best: the sum of its `fits`, half for what would only be
 * nice. Level ones are told apart by `fallback`, then by their order in the file. Nothing where there is no framework.
 */
export const pickFramework = (
  option: Option | undefined,
  needs: readonly Need[],
): FrameworkPick | undefined => {
  const wanted = needs.filter(({ stance }) => stance !== 'excluded');
  const ranked = (option?.frameworks ?? [])
    .map((framework) => ({
      framework,
      fit: wanted.reduce(
        (sum, { id, stance }) => sum + (framework.fits[id] ?? 0) * (stance === 'preferred' ? 0.5 : 1),
        0,
      ),
    }))
    .sort((a, b) => b.fit - a.fit || b.framework.fallback - a.framework.fallback);
  const [best, next] = ranked;
  if (!best) return undefined;
  return {
    id: best.framework.id,
    needs: wanted.filter(({ id }) => (best.framework.fits[id] ?? 0) > 0).map(({ id }) => id),
    standsOut: best.fit > (next?.fit ?? 0),
  };
};
