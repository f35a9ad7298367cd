import type { Finding, FindOptions } from '../domain/finding.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import { createClosedWorld } from './closed-world.ts';
import { createIndex } from './create-index.ts';
import { createEntries } from './entries.ts';
import { createRanker } from './rank.ts';
import { createQuestionReader } from './read-question.ts';
import { createTerms, type Fold } from './terms.ts';

export type Search = {
  /**
   * What the knowledge has to say to a question: the units, cards, disputes and corrections that answer it, best
   * first, or what it lacks. Never throws; the same question and options give the same finding.
   */
  find(question: string, options: FindOptions): Finding;
};

/** Creates search over a knowledge. Building the index takes some ten milliseconds for a thousand statements. */
export const createSearch = ({
  knowledge,
  fold,
}: {
  readonly knowledge: Knowledge;
  readonly fold: Fold;
}): Search => {
  const words = knowledge.searchWords;
  const reading = createRememberingFold(fold);
  const terms = createTerms(reading.fold, words);
  const common = new Set(
    [...words.commonWords, ...words.stopWords].flatMap((word) => terms.tokens(word).map(({ stem }) => stem)),
  );
  const isCommon = (stem: string): boolean => common.has(stem);
  const optionIds = knowledge.options.map(({ id }) => id);
  const optionStems = new Set(
    knowledge.options.flatMap(({ names }) => names.flatMap((name) => [...terms.of(name)])),
  );

  const entries = createEntries(knowledge, terms);
  const index = createIndex(entries, terms, isCommon);
  const reader = createQuestionReader(knowledge, words, terms);
  const rank = createRanker(entries, index, optionIds, optionStems);
  const decide = createClosedWorld(knowledge, index, terms, reader, isCommon);

  reading.forget();

  const find: Search['find'] = (question, options) => {
    const asked = reader.read(question, options);
    const ranked = rank(asked, terms.expand(asked.content), options);
    return decide(asked, ranked);
  };
  return { find: rememberLast(find) };
};

/** A question is asked twice in a row: to see whether it can be answered, and then to answer it. */
const rememberLast = (find: Search['find']): Search['find'] => {
  let last: { readonly asked: string; readonly finding: Finding } | undefined;
  return (question, options) => {
    const asked = JSON.stringify([question, options.options, options.frameworks, options.context]);
    if (last?.asked !== asked) last = { asked, finding: find(question, options) };
    return last.finding;
  };
};

/** While the index is built, the same texts are read for several purposes; questions are read once. */
const createRememberingFold = (fold: Fold): { readonly fold: Fold; forget(): void } => {
  let known: Map<string, ReturnType<Fold>> | undefined = new Map();
  return {
    fold: (raw) => {
      const folded = known?.get(raw) ?? fold(raw);
      known?.set(raw, folded);
      return folded;
    },
    forget: () => {
      known = undefined;
    },
  };
};
