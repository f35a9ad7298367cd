import MiniSearch from 'minisearch';
import type { SearchDocument, SearchEntry } from './entries.ts';
import { addPosition, noPositions, type Positions } from './positions.ts';
import type { QueryTerm, Terms } from './terms.ts';

/** How well a document matches: its score, and which words of the question it holds. */
export type Match = {
  readonly document: SearchDocument;
  /** BM25+ summed over the words of the question. */
  readonly score: number;
  /** Positions of the question's words that it holds, by themselves or by their family. */
  readonly matched: Positions;
};

export type SearchIndex = {
  /** What holds any of the terms, entry after entry, the best document of each entry first. */
  search(terms: readonly QueryTerm[]): readonly Match[];
  /** Whether any document holds the stem. */
  has(stem: string): boolean;
  /** In how many entries the stem stands, as a weight: high for rare words, near zero for those in most. */
  rarity(stem: string): number;
};

/** Documents that hold one term, in their order, each with its BM25+ score for it. */
type Posting = { readonly documents: Int32Array; readonly scores: Float64Array };

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
    tokenize: (stems) => (stems === '' ? [] : stems.split(' ')),
    processTerm: (term) => term,
  });
  // Read line by line, since the same lines stand in several documents. No stem holds a space.
  const stems = (texts: readonly string[]): string => texts.flatMap((text) => terms.of(text)).join(' ');
  index.addAll(
    documents.map(({ title, text, asked }, id) => ({
      id,
      text: stems(text.split('\n')),
      asked: stems([title, ...asked]),
    })),
  );

  const spread = new Map<string, number>();
  for (const entry of entries) {
    for (const stem of entry.vocabulary) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  }
  const has = (stem: string): boolean => spread.has(stem);
  const isOdd = (term: string): boolean =>
    term.length >= shortestCorrected && !has(term) && !isCommon(term) && !/\d/.test(term);

  /** MiniSearch finds the documents of a single term; those of known terms are kept. */
  const postings = new Map<string, Posting>();
  const postingOf = (term: string): Posting => {
    const kept = postings.get(term);
    if (kept !== undefined) return kept;
    const results = index
      .search('', {
        tokenize: () => [term],
        boost: fieldWeights,
        prefix: isOdd,
        fuzzy: (term) => (isOdd(term) ? wrongLetters : false),
      })
      .sort((a, b) => a.id - b.id);
    const posting = {
      documents: Int32Array.from(results, ({ id }) => id as number),
      scores: Float64Array.from(results, ({ score }) => score),
    };
    // Only stems of the knowledge, so that questions cannot make the map grow.
    if (has(term)) postings.set(term, posting);
    return posting;
  };
  // Reused between questions.
  const scores = new Float64Array(documents.length);
  const matched = new Array<number[] | undefined>(documents.length).fill(undefined);
  const entryOf = Int32Array.from(documents, ({ entry }) => entry);
  const inOrder = (a: number, b: number): number =>
    (entryOf[a] as number) - (entryOf[b] as number) || (scores[b] as number) - (scores[a] as number) || a - b;

  return {
    has,
    rarity: (stem) => Math.log(1 + (entries.length + 1) / ((spread.get(stem) ?? 0) + 0.5)),
    search: (query) => {
      const length = query.reduce((most, { of }) => Math.max(most, of + 1), 0);
      const touched: number[] = [];
      for (const { term, weight, of } of query) {
        const { documents: holding, scores: own } = postingOf(term);
        for (let i = 0; i < holding.length; i += 1) {
          const at = holding[i] as number;
          let positions = matched[at];
          if (positions === undefined) {
            positions = noPositions(length);
            matched[at] = positions;
            scores[at] = 0;
            touched.push(at);
          }
          addPosition(positions, of);
          scores[at] = (scores[at] as number) + weight * (own[i] as number);
        }
      }
      return touched.sort(inOrder).map((at): Match => {
        const positions = matched[at] ?? [];
        matched[at] = undefined;
        return { document: documents[at] as SearchDocument, score: scores[at] as number, matched: positions };
      });
    },
  };
};
