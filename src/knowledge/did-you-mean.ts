/** `; did you mean "x"?` where one of the known words is at most two slips away, else nothing. */
export const didYouMean = (word: string, known: Iterable<string>): string => {
  const near = nearest(word, known);
  return near === undefined ? '' : `; did you mean "${near}"?`;
};

/** The known word that is closest, if at most two slips (one for short words) lie between. */
export const nearest = (word: string, known: Iterable<string>): string | undefined => {
  let best: string | undefined;
  let least = word.length < 5 ? 1 : 2;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > least) continue;
    const slips = distance(word, candidate);
    if (slips < least || (slips === least && best === undefined)) {
      best = candidate;
      least = slips;
    }
  }
  return best;
};

/** Insertions, deletions and replacements from one to the other: https://en.wikipedia.org/wiki/Levenshtein_distance */
const distance = (a: string, b: string): number => {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = row;
  }
  return before[b.length] ?? 0;
};
