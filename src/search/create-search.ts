import type { Finding, FindOptions, Fit } from '../domain/finding.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { Folded } from '../text/types.ts';
import type { AskedFor } from './asked-for.ts';
import { createClosedWorld } from './closed-world.ts';
import { createIndex } from './create-index.ts';
import { createEntries } from './entries.ts';
import { createRanker, type Ranked } from './rank.ts';
import { createQuestionReader } from './read-question.ts';
import { createTerms, type Fold } from './terms.ts';
import { createTone } from './tone.ts';

/**
 * What a question is about in the light of other questions: for an entry the logarithm of its chance, 0 or less;
 * undefined where nothing is known of it.
 */
export type Leaning = (question: Folded) => (entry: string) => number | undefined;

export type Search = {
  /**
   * What the knowledge has to say to a question: the units, cards, disputes and corrections that answer it, best
   * first, or what it lacks. Never throws; the same question and options give the same finding.
   */
  find(question: string, options: FindOptions): Finding;
  /** How well the question meets the knowledge. Costs nothing where the same question is looked up next. */
  weigh(question: string, options: FindOptions): Fit;
};

/** Entries about this are asked for advice rather than for a fact. */
const advice = 'advice';

/** Creates search over a knowledge. Building the index takes some ten milliseconds for a thousand statements. */
export const createSearch = ({
  knowledge,
  fold,
  leaning = () => () => undefined,
}: {
  readonly knowledge: Knowledge;
  readonly fold: Fold;
  readonly leaning?: Leaning;
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

  const toneOf = createTone(words, terms);
  const entries = createEntries(knowledge, terms, toneOf);
  const index = createIndex(entries, terms, isCommon);
  const reader = createQuestionReader(knowledge, words, terms, toneOf);
  const rank = createRanker(entries, index, optionIds, optionStems);
  const decide = createClosedWorld(knowledge, index, terms, reader, isCommon);

  reading.forget();

  /**
   * "Any numbers?" is of whatever was spoken of, and "what actually is Python?" of no more than what it names, so that
   * they lean to nothing by themselves.
   */
  const isBareOfMatter = ({ wantsNumber, content }: AskedFor): boolean =>
    content.every(({ stem }) => optionStems.has(stem) || (wantsNumber && isCommon(stem)));

  const look = (question: string, options: FindOptions): Looked => {
    const asked = reader.read(question, options);
    const ranked = rank(asked, terms.expand(asked.content), options);
    const byWords = once(() => decide(asked, ranked));
    return {
      finding: once(() => {
        const led = isBareOfMatter(asked) ? ranked : inLeaning(ranked, leaning(fold(question)));
        return led === ranked ? byWords() : decide(asked, led);
      }),
      fit: once(() => fitOf(asked, ranked, byWords())),
    };
  };
  const remembered = rememberLast(look);
  return {
    find: (question, options) => remembered(question, options).finding(),
    weigh: (question, options) => remembered(question, options).fit(),
  };
};

type Looked = { readonly finding: () => Finding; readonly fit: () => Fit };
type Look = (question: string, options: FindOptions) => Looked;

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/**
 * What speaks by its words alone: whether a question can be answered was learned from questions that the search did
 * not hold, while what it leans to was learned from all of them.
 */
const fitOf = (asked: AskedFor, ranked: readonly Ranked[], finding: Finding): Fit => {
  const id = finding.kind === 'found' ? finding.hits[0]?.id : undefined;
  const best = ranked.find(({ entry }) => entry.id === id) ?? ranked[0];
  return {
    score: best?.hit.score ?? 0,
    likeness: best?.likeness ?? 0,
    coverage: best?.coverage ?? 0,
    lacks: finding.kind === 'unknown' ? finding.why : undefined,
    wantsNumber: asked.wantsNumber,
    about: [...(best?.entry.about ?? [])],
    advises: best?.entry.about.has(advice) ?? false,
  };
};

/** What a tenfold chance is worth against scores of about 0…3. */
const worth = 0.7 / Math.LN10;
/** Below this one chance is as small as another. */
const leastChance = -8;
/** Of an entry that nothing was learned of: it stands back where another is plainly meant, and nowhere else. */
const unknownChance = -2;

/**
 * Of several entries that hold a question's words, first the one that such questions are about. The others stay in
 * their order, and how near each comes is still told by its words; the same list where the first one stays first.
 */
const inLeaning = (ranked: readonly Ranked[], chanceOf: ReturnType<Leaning>): readonly Ranked[] => {
  let first = ranked[0];
  let most = Number.NEGATIVE_INFINITY;
  for (const one of ranked) {
    const chance = Math.max(leastChance, chanceOf(one.entry.id) ?? unknownChance);
    const score = one.hit.score + worth * chance;
    if (score <= most) continue;
    most = score;
    first = one;
  }
  return first === undefined || first === ranked[0]
    ? ranked
    : [first, ...ranked.filter((one) => one !== first)];
};

/** A question is asked twice in a row: to see whether it can be answered, and then to answer it. */
const rememberLast = (look: Look): Look => {
  let last: { readonly asked: string; readonly looked: Looked } | undefined;
  return (question, options) => {
    const asked = JSON.stringify([question, options.options, options.frameworks, options.context]);
    if (last?.asked !== asked) last = { asked, looked: look(question, options) };
    return last.looked;
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
