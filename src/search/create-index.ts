import MiniSearch from 'minisearch';
import type { SearchDocument, SearchEntry } from './entries.ts';
import type { QueryTerm, Terms } from './terms.ts';

/** How well a document matches: its score, and which words of the question it holds. */
export type Match = {
  readonly document: SearchDocument;
  /** BM25+ summed over the words of the question. */
  readonly score: number;
  /** Positions of the question's words that it holds, by themselves or by their family. */
  readonly matched: ReadonlySet<number>;
};

export type SearchIndex = {
  search(terms: readonly QueryTerm[]): readonly Match[];
  /** Whether any document holds the stem. */
  has(stem: string): boolean;
  /** In how many entries the stem stands, as a weight: high for rare words, near zero for those in most. */
  rarity(stem: string): number;
};

type Stored = { readonly id: number; readonly text: string; readonly asked: string };

/**
 * Weights of the fields. Questions people ask, written beside each statement, are worth more than its text
 * (MRR .59 against .51 in an earlier measurement). A title is a wording like them: one field less is a tenth of the time.
 */
const fieldWeights = { asked: 2, text: 1 } as const;

/**
 * Shortest word that is completed or corrected, in characters. Below, "rain" would become "train"; both apply
 * only to words that the index lacks, since on known words they cost threefold and find nothing better.
 */
const shortestCorrected = 5;
/** Share of a word's letters that may differ: one letter up to seven, two from eight. */
const wrongLetters = 0.2;

/** Creates the index over all documents. */
export const createIndex = (
  entries: readonly SearchEntry[],
  terms: Terms,
  isCommon: (stem: string) => boolean,
): SearchIndex => {
  const documents = entries.flatMap((entry) => entry.documents);
  const index = new MiniSearch<Stored>({
    fields: ['text', 'asked'],
    tokenize: (text) => [...terms.of(text)],
    processTerm: (term) => term,
  });
  index.addAll(
    documents.map(({ title, text, asked }, id) => ({ id, text, asked: [title, ...asked].join('\n') })),
  );

  const spread = new Map<string, number>();
  for (const entry of entries) {
    for (const stem of entry.vocabulary) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  }
  const has = (stem: string): boolean => spread.has(stem);
  const isOdd = (term: string): boolean =>
    term.length >= shortestCorrected && !has(term) && !isCommon(term) && !/\d/.test(term);

  return {
    has,
    rarity: (stem) => Math.log(1 + (entries.length + 1) / ((spread.get(stem) ?? 0) + 0.5)),
    search: (query) => {
      if (query.length === 0) return [];
      const position = new Map(query.map(({ term, of }) => [term, of]));
      const results = index.search('', {
        tokenize: () => query.map(({ term }) => term),
        boostTerm: (_term, at) => query[at]?.weight ?? 1,
        boost: fieldWeights,
        prefix: isOdd,
        fuzzy: (term) => (isOdd(term) ? wrongLetters : false),
      });
      return results.flatMap(({ id, score, queryTerms }): Match[] => {
        const document = documents[id as number];
        if (document === undefined) return [];
        return [
          {
            document,
            // MiniSearch multiplies by the number of words matched, and would count a family several times over.
            score: score / queryTerms.length,
            matched: new Set(queryTerms.map((term) => position.get(term) ?? 0)),
          },
        ];
      });
    },
  };
};
