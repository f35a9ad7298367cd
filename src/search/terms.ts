import type { SearchWords } from '../domain/search.ts';
import type { Folded, Token } from '../text/types.ts';
import { createPhrases } from './phrases.ts';

export type Fold = (raw: string) => Folded;

/** A word to look up. `of` is the position of the word of the question that it stands for. */
export type QueryTerm = { readonly term: string; readonly weight: number; readonly of: number };

export type Terms = {
  /** The text as it is read: case kept, so that a capital can be seen. Offsets of tokens are into it. */
  fold(text: string): { readonly text: string; readonly tokens: readonly Token[] };
  /** Tokens that can be looked up or matched: words and numbers, in order. */
  tokens(text: string): readonly Token[];
  /** Stems of the words that carry a subject, without stop words. */
  content(tokens: readonly Token[]): readonly Token[];
  /** Question words of a wording, each marked so that it meets only its like. */
  shape(tokens: readonly Token[]): readonly string[];
  /** Stems of a text, for the index. */
  of(text: string): readonly string[];
  /** The question's own stems and, at less weight, those of their families. */
  expand(content: readonly Token[]): readonly QueryTerm[];
  /** Stems that share a family with the stem. */
  family(stem: string): readonly string[];
};

/**
 * Weight of a word's family against the word itself. At .4 a family never outweighs the word where both occur,
 * and still finds the text that uses another word; measured best between .3 and .5.
 */
const familyWeight = 0.4;

/** Creates the one way from text to stems, for documents and questions alike. */
export const createTerms = (fold: Fold, words: SearchWords): Terms => {
  const abbreviated = new Map(
    Object.entries(words.abbreviations).flatMap(([full, short]) => {
      const [stem] = fold(full).tokens;
      return stem === undefined ? [] : short.map((form) => [form, stem.stem] as const);
    }),
  );
  const read: Terms['fold'] = (raw) => {
    // Backticks set off names in the knowledge; without them the names stay part of the sentence.
    const { text, tokens } = fold(raw.replaceAll('`', ' '));
    return {
      text,
      tokens: tokens.flatMap((token) => {
        if (token.kind !== 'word' && token.kind !== 'number') return [];
        const full = abbreviated.get(token.text);
        return [full === undefined ? token : { ...token, stem: full }];
      }),
    };
  };
  const tokens = (text: string): readonly Token[] => read(text).tokens;
  const stop = new Set(words.stopWords.flatMap((word) => [word, ...tokens(word).map(({ text }) => text)]));
  const content = (all: readonly Token[]): readonly Token[] =>
    all.filter(({ text, kind }) => kind === 'number' || !(stop.has(text) || text.length < 2));
  const of = (text: string): readonly string[] => content(tokens(text)).map(({ stem }) => stem);

  const findShape = createPhrases(
    words.cues.shape.flatMap((family) =>
      family.map((phrase) => ({ phrase: tokens(phrase), value: `?${family[0]}` })),
    ),
  );
  const families = createFamilies(words.families.map((family) => family.map(of)));
  return {
    fold: read,
    tokens,
    content,
    shape: (all) => [...new Set(findShape(all).map(({ value }) => value))],
    of,
    family: (stem) => families.get(stem) ?? [],
    expand: (own) => {
      const stems = own.map(({ stem }) => stem);
      const terms = new Map<string, QueryTerm>();
      stems.forEach((term, index) => {
        if (!terms.has(term)) terms.set(term, { term, weight: 1, of: index });
      });
      stems.forEach((stem, index) => {
        for (const term of families.get(stem) ?? []) {
          if (!terms.has(term)) terms.set(term, { term, weight: familyWeight, of: index });
        }
      });
      return [...terms.values()];
    },
  };
};

/** stem → stems of its family. A phrase gives its words to others, but its words alone do not stand for it. */
const createFamilies = (
  families: readonly (readonly (readonly string[])[])[],
): ReadonlyMap<string, readonly string[]> => {
  const kin = new Map<string, Set<string>>();
  for (const family of families) {
    const singles = family.filter((member) => member.length === 1).flat();
    for (const stem of singles) {
      const others = kin.get(stem) ?? new Set();
      for (const other of singles) if (other !== stem) others.add(other);
      kin.set(stem, others);
    }
  }
  return new Map([...kin].map(([stem, others]) => [stem, [...others]]));
};
