import type { Pointed } from './asked-for.ts';
import type { SearchEntry } from './entries.ts';
import type { Ranked } from './rank.ts';
import type { Terms } from './terms.ts';

/** A wording as close as this is the question itself, and its answer was written for it. */
export const sameQuestion = 0.85;

/** As much like a wording, a question for a thing of some sort asks for the same one; to mention such things is not enough. */
const sameSort = 0.7;

/** Whether an entry has what narrows the question, or what it is about. */
export type AccountsFor = (ranked: Ranked, pointed: Pointed) => boolean;

/** `opposes`: whether a wording holds one thing against another. */
export const createAccountsFor = (terms: Terms, opposes: (wording: string) => boolean): AccountsFor => {
  return ({ entry, likeness, closest }, pointed) => {
    switch (pointed.kind) {
      case 'words':
        return pointed.stems.every((stem) => entry.vocabulary.has(stem));
      case 'opposed':
        return likeness >= sameQuestion;
      case 'member':
        return (
          entry.about.has(pointed.group) &&
          entry.sentences.some(({ stems }) => pointed.stems.every((stem) => stems.has(stem)))
        );
      case 'defined':
        return likeness >= sameQuestion || entry.titleStems.has(pointed.stem);
      case 'contrast':
        return (
          (likeness >= sameQuestion && opposes(closest ?? '')) ||
          tellsApart(entry, pointed.one, pointed.other)
        );
      case 'pair': {
        const known = entry.pairs.get(pointed.word);
        return known === undefined ? !pointed.name : known.has(pointed.number);
      }
      case 'head': {
        if (pointed.ranked && likeness < sameQuestion) return false;
        if (!pointed.counted && likeness < sameSort) return false;
        const kin = pointed.stems.map((stem) => [stem, ...terms.family(stem)]);
        if (!kin.every((stems) => stems.some((stem) => entry.vocabulary.has(stem)))) return false;
        return (
          !pointed.counted ||
          entry.sentences.some(({ counted }) => kin.flat().some((stem) => counted.has(stem)))
        );
      }
    }
  };
};

/** Each of the two stands in a sentence, or in a figure, without the other: something is said of it alone. */
const tellsApart = (entry: SearchEntry, one: string, other: string): boolean => {
  const { kind, sentences, facets } = entry;
  const alone = (stem: string, without: string): boolean =>
    sentences.some(({ stems }) => stems.has(stem) && !stems.has(without));
  return (
    (alone(one, other) && alone(other, one)) || (kind === 'card' && facets.has(one) && facets.has(other))
  );
};
