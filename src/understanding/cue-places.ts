import type { Cue, CueKind } from './language/find-cues.ts';

/** Cues that deny. */
export const denying: readonly CueKind[] = ['denyNoun', 'denyClause', 'denyNeed'];

/** Cues by the token that they begin at. */
export type CuePlaces = readonly (readonly Cue[] | undefined)[];

/** Lays cues out over a message of `count` tokens. */
export const byPlace = (found: readonly Cue[], count: number): CuePlaces => {
  const places: (Cue[] | undefined)[] = new Array(count);
  for (const cue of found) {
    const here = places[cue.from];
    if (here === undefined) places[cue.from] = [cue];
    else here.push(cue);
  }
  return places;
};

/** The first cue of a kind that begins at a token. */
export const cueAt = (places: CuePlaces, index: number, kind: CueKind): Cue | undefined => {
  // A look before the first token would make all others slow.
  const here = index < 0 ? undefined : places[index];
  if (here === undefined) return undefined;
  for (const cue of here) if (cue.kind === kind) return cue;
  return undefined;
};

/** Cues that a longer cue around them unmakes: the "not" of "not only", the "no" of "no need for". */
export const maskedBy = (found: readonly Cue[], places: CuePlaces): ReadonlySet<Cue> => {
  const masked = new Set<Cue>();
  let longest = 0;
  for (const { from, to } of found) longest = Math.max(longest, to - from);
  for (const mask of found) {
    if (!maskable.has(mask.kind) || (mask.kind !== 'notDenying' && mask.to - mask.from < 2)) continue;
    // Only what overlaps can be masked, and nothing that begins further ahead does.
    for (let index = Math.max(0, mask.from - longest); index < mask.to; index += 1) {
      for (const cue of places[index] ?? []) if (masks(mask, cue)) masked.add(cue);
    }
  }
  return masked;
};

const masks = (mask: Cue, cue: Cue): boolean => {
  if (cue === mask) return false;
  if (!denying.includes(cue.kind) && cue.kind !== 'drop' && cue.kind !== 'dropped') return false;
  const size = mask.to - mask.from;
  const cueSize = cue.to - cue.from;
  return mask.kind === 'notDenying'
    ? cue.from < mask.to && cue.to > mask.from && cueSize <= size
    : cue.from >= mask.from && cue.to <= mask.to && cueSize < size;
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
