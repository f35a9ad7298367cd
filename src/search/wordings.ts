import type { SearchEntry, Wording } from './entries.ts';

/** A word that a wording may hold for a word of the question; `bit` marks which one, so that it counts once. */
export type Wanted = {
  readonly bit: number;
  readonly weight: number;
  /** Counts only beside another word: a question word alone makes no wording like another. */
  readonly besides?: boolean;
};

/** The wording of an entry that comes closest to a question; likeness 0…1. */
export type Closest = { readonly likeness: number; readonly wording: Wording };

export type Wordings = {
  /** The closest wording of every entry that shares a word with the question. `length`: weight of the whole question. */
  closest(wanted: ReadonlyMap<string, Wanted>, length: number): ReadonlyMap<SearchEntry, Closest>;
};

/**
 * Compares a question with all the questions people would ask, by shared weight against the weight of both (a
 * cosine over rarities). One list per stem, so that a question costs only the wordings that share a word with it.
 */
export const createWordings = (
  entries: readonly SearchEntry[],
  weightOf: (stem: string) => number,
): Wordings => {
  const all = entries.flatMap((entry) => entry.wordings.map((wording) => ({ entry, wording })));
  const lengths = all.map(({ wording }) =>
    [...wording.stems].reduce((length, stem) => length + weightOf(stem), 0),
  );
  const holding = new Map<string, number[]>();
  for (const [at, { wording }] of all.entries()) {
    for (const stem of wording.stems) {
      const list = holding.get(stem);
      if (list) list.push(at);
      else holding.set(stem, [at]);
    }
  }
  // Reused between questions: `touched` says what to reset.
  const shared = new Float64Array(all.length);
  const seen = new Int32Array(all.length);

  return {
    closest: (wanted, length) => {
      const touched: number[] = [];
      for (const [stem, { bit, weight, besides }] of wanted) {
        for (const at of holding.get(stem) ?? []) {
          const before = seen[at] ?? 0;
          if ((before & bit) !== 0 || (besides && before === 0)) continue;
          if (before === 0) touched.push(at);
          seen[at] = before | bit;
          shared[at] = (shared[at] ?? 0) + weight;
        }
      }
      const best = new Map<SearchEntry, Closest>();
      for (const at of touched) {
        const one = all[at];
        const likeness = (shared[at] ?? 0) / Math.sqrt(Math.max(0.01, length * (lengths[at] ?? 0)));
        shared[at] = 0;
        seen[at] = 0;
        if (one && likeness > (best.get(one.entry)?.likeness ?? 0)) {
          best.set(one.entry, { likeness: Math.min(1, likeness), wording: one.wording });
        }
      }
      return best;
    },
  };
};
