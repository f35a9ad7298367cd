import type { Cue, CueKind } from './language/find-cues.ts';

/** Cues that deny. */
export const denying: readonly CueKind[] = ['denyNoun', 'denyClause', 'denyNeed'];

/** Cues by the token that they begin at. */
export const byPlace = (found: readonly Cue[]): ReadonlyMap<number, readonly Cue[]> => {
  const at = new Map<number, Cue[]>();
  for (const cue of found) {
    const here = at.get(cue.from);
    if (here === undefined) at.set(cue.from, [cue]);
    else here.push(cue);
  }
  return at;
};

/** Cues that a longer cue around them unmakes: the "not" of "not only", the "no" of "no need for". */
export const maskedBy = (found: readonly Cue[]): ReadonlySet<Cue> => {
  const masked = new Set<Cue>();
  const masks = found.filter((cue) => cue.kind === 'notDenying' || cue.to - cue.from > 1);
  for (const mask of masks) {
    for (const cue of found) {
      if (cue === mask) continue;
      const overlaps = cue.from < mask.to && cue.to > mask.from;
      const contained = cue.from >= mask.from && cue.to <= mask.to;
      if (mask.kind === 'notDenying' ? !overlaps || cue.to - cue.from > mask.to - mask.from : !contained)
        continue;
      const isNegation = denying.includes(cue.kind) || cue.kind === 'drop' || cue.kind === 'dropped';
      if (
        isNegation &&
        (mask.kind === 'notDenying' || cue.to - cue.from < mask.to - mask.from) &&
        maskable.has(mask.kind)
      ) {
        masked.add(cue);
      }
    }
  }
  return masked;
};
const maskable: ReadonlySet<CueKind> = new Set([
  'notDenying',
  'denyNoun',
  'denyClause',
  'deniedBefore',
  'dropped',
  'drop',
  'postpone',
  'handedOver',
]);
