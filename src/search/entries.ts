import type { Hit } from '../domain/finding.ts';
import type { Amount, Correction, Dispute, FigureCard, Knowledge, Unit } from '../domain/knowledge.ts';
import type { Token } from '../text/types.ts';
import { createPhrases, type Phrases } from './phrases.ts';
import type { Terms } from './terms.ts';
import type { Tone } from './tone.ts';

/** One thing to look up: a statement, a whole unit, a card, a set of figures, a dispute, a correction. */
export type SearchDocument = {
  readonly entry: number;
  /** The statement or figure set it is, where it is a part. */
  readonly lead?: string;
  readonly title: string;
  readonly text: string;
  readonly asked: readonly string[];
};

/** A question somebody would ask, as stems. */
export type Wording = { readonly text: string; readonly stems: ReadonlySet<string>; readonly lead?: string };

/** A figure as the closed world needs it. */
export type KnownFigure = {
  readonly metric: string;
  /** Option or framework id, or stems of a free subject. */
  readonly subject: string;
  readonly option?: string;
  /** What it says, as bounds that may be equal. */
  readonly least: number;
  readonly most: number;
};

/** A sentence as stems; `counted` are the words close behind a number in it ("*17 million* developers"). */
export type Saying = {
  readonly stems: ReadonlySet<string>;
  readonly hasNumber: boolean;
  readonly counted: ReadonlySet<string>;
};

/** What answers as one: a unit, a card, a dispute or a correction. */
export type SearchEntry = {
  readonly kind: Hit['kind'];
  readonly id: string;
  readonly about: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly documents: readonly SearchDocument[];
  readonly wordings: readonly Wording[];
  /** Its statements that tell only strengths, or only weaknesses, by their ids. */
  readonly tones: ReadonlyMap<string, Tone>;
  /** Stems of its title. */
  readonly titleStems: ReadonlySet<string>;
  /** Ways in which a false claim is asserted; empty but for corrections. */
  readonly claims: readonly ReadonlySet<string>[];
  /** Stems of what its figures are split by: titles of the sets, labels, conditions. */
  readonly facets: ReadonlySet<string>;
  /** Words with the numbers that follow them: "round 22", "3.11" behind a name. */
  readonly pairs: ReadonlyMap<string, ReadonlySet<string>>;
  /** Every stem that stands anywhere in it, questions included. */
  readonly vocabulary: ReadonlySet<string>;
  readonly figures: readonly KnownFigure[];
  /** Quantities that a dispute is about. */
  readonly metrics: readonly string[];
  /** Single sentences of the answer, as stems with their numbers. */
  readonly sentences: readonly Saying[];
};

/** Lays out the knowledge for search, in a fixed order: corrections, disputes, cards, units. */
export const createEntries = (
  knowledge: Knowledge,
  terms: Terms,
  toneOf: (texts: readonly string[]) => Tone | undefined,
): readonly SearchEntry[] => {
  const entries: SearchEntry[] = [];
  // What a source says is said of its year.
  const years = new Map(knowledge.sources.map(({ id, date }) => [id, date.match(/\d{4}/g) ?? []]));
  const numberWords = new Set(
    knowledge.searchWords.cues.numberWords.flatMap((word) => terms.tokens(word).map(({ stem }) => stem)),
  );
  const findMetrics = createPhrases(
    knowledge.metrics.flatMap(({ id, words }) =>
      words.map((word) => ({ phrase: terms.tokens(word), value: id })),
    ),
  );
  const add = (draft: Draft): void => {
    entries.push(toEntry(draft, entries.length, terms, toneOf, findMetrics, years, numberWords));
  };
  for (const correction of knowledge.corrections) add(ofCorrection(correction));
  for (const dispute of knowledge.disputes) add(ofDispute(dispute));
  for (const card of knowledge.cards) add(ofCard(card));
  for (const unit of knowledge.units) add(ofUnit(unit));
  return entries;
};

type Part = {
  readonly lead?: string;
  readonly title?: string;
  readonly text: readonly string[];
  readonly asked?: readonly string[];
  /** Questions that its parts hold as wordings of their own. */
  readonly alsoAsked?: readonly string[];
};
type Draft = {
  readonly kind: Hit['kind'];
  readonly id: string;
  readonly about: readonly string[];
  readonly sources: readonly string[];
  readonly parts: readonly Part[];
  readonly claims?: readonly string[];
  readonly figures?: readonly KnownFigure[];
  readonly facets?: readonly string[];
};

const ofCorrection = (entry: Correction): Draft => ({
  kind: 'correction',
  id: entry.id,
  about: entry.about,
  sources: entry.from,
  claims: [entry.claim, ...entry.asserted],
  parts: [
    {
      title: entry.claim,
      text: entry.answer.map(({ text }) => text),
      asked: [...entry.asserted, ...entry.asked],
    },
  ],
});

const ofDispute = (entry: Dispute): Draft => ({
  kind: 'dispute',
  id: entry.id,
  about: entry.about,
  sources: entry.sides.flatMap(({ sources }) => sources),
  parts: [
    {
      title: entry.matter,
      text: [entry.goBy.text, entry.goBy.why, ...entry.sides.map(({ claim }) => claim)],
      asked: entry.asked,
    },
  ],
});

const ofCard = (entry: FigureCard): Draft => ({
  kind: 'card',
  id: entry.id,
  about: entry.about,
  sources: entry.sources,
  parts: [
    {
      title: entry.title,
      text: [
        entry.says,
        entry.measured,
        entry.conditions,
        entry.caveat?.text ?? '',
        ...entry.sets.flatMap((set) => [set.title, set.unit, ...set.figures.map(({ label }) => label)]),
      ],
      asked: entry.asked,
    },
  ],
  facets: entry.sets.flatMap((set) => [set.title, ...set.figures.map(({ label }) => label)]),
  figures: entry.sets.flatMap((set) =>
    set.figures.map(({ subject, option, amount }) => ({
      metric: set.metric,
      subject,
      ...boundsOf(amount),
      ...(option === undefined ? {} : { option }),
    })),
  ),
});

const boundsOf = (amount: Amount): { readonly least: number; readonly most: number } => {
  if ('value' in amount) return { least: amount.value, most: amount.value };
  if ('atLeast' in amount) return { least: amount.atLeast, most: Number.POSITIVE_INFINITY };
  return { least: amount.from, most: amount.to };
};

/** A unit is found as a whole, by what is common to it, and by each of its statements. */
const ofUnit = (entry: Unit): Draft => ({
  kind: 'unit',
  id: entry.id,
  about: entry.about,
  sources: entry.statements.flatMap(({ sources }) => sources),
  parts: [
    {
      title: entry.title,
      text: entry.statements.map(({ text }) => text),
      asked: entry.asked,
      alsoAsked: entry.statements.flatMap(({ asked }) => asked),
    },
    ...entry.statements.map((statement) => ({
      lead: statement.id,
      title: entry.title,
      text: [statement.text],
      asked: statement.asked,
    })),
  ],
});

const toEntry = (
  draft: Draft,
  entry: number,
  terms: Terms,
  toneOf: (texts: readonly string[]) => Tone | undefined,
  findMetrics: Phrases<string>,
  years: ReadonlyMap<string, readonly string[]>,
  numberWords: ReadonlySet<string>,
): SearchEntry => {
  const texts = draft.parts.flatMap(({ title, text, asked }) => [title ?? '', ...text, ...(asked ?? [])]);
  const inSentences = new Set(draft.parts.flatMap(({ text }) => text));
  return {
    kind: draft.kind,
    id: draft.id,
    about: new Set(draft.about),
    sources: new Set(draft.sources),
    documents: draft.parts.map(({ lead, title, text, asked, alsoAsked }) => ({
      entry,
      ...(lead === undefined ? {} : { lead }),
      title: title ?? '',
      text: text.join('\n'),
      asked: [...(asked ?? []), ...(alsoAsked ?? [])],
    })),
    wordings: draft.parts.flatMap(({ lead, title, asked }) =>
      [...(lead === undefined && title ? [title] : []), ...(asked ?? [])].map((wording) => ({
        text: wording,
        stems: new Set(wordingStems(wording, terms)),
        ...(lead === undefined ? {} : { lead }),
      })),
    ),
    tones: new Map(
      draft.parts.flatMap(({ lead, text, asked }) => {
        const tone = lead === undefined ? undefined : toneOf([...text, ...(asked ?? [])]);
        return lead === undefined || tone === undefined ? [] : [[lead, tone]];
      }),
    ),
    titleStems: new Set(terms.of(draft.parts[0]?.title ?? '')),
    claims: (draft.claims ?? []).map((claim) => new Set(terms.of(claim))),
    pairs: pairsIn(texts, terms),
    vocabulary: new Set([
      ...[...texts, ...draft.about].flatMap((text) => allStems(text, terms)),
      ...draft.sources.flatMap((source) => years.get(source) ?? []),
    ]),
    facets: new Set((draft.facets ?? []).flatMap((text) => terms.of(text))),
    figures: draft.figures ?? [],
    metrics: draft.kind === 'dispute' ? disputed(draft.parts, terms, findMetrics) : [],
    sentences: [...inSentences].map((text) => toSaying(terms.tokens(text), numberWords)),
  };
};

/** How far behind a number the word stands that it counts, in words: "17 million registered developers". */
const countReach = 3;

const toSaying = (tokens: readonly Token[], numberWords: ReadonlySet<string>): Saying => {
  // A year is a date, not a quantity.
  const isNumber = ({ text, stem }: Token): boolean =>
    (/\d/.test(text) && !/^(19|20)\d\d$/.test(text)) || numberWords.has(stem);
  return {
    stems: new Set(tokens.map(({ stem }) => stem)),
    hasNumber: tokens.some(isNumber),
    counted: new Set(
      tokens.flatMap((token, at) =>
        isNumber(token) ? tokens.slice(at + 1, at + 1 + countReach).map(({ stem }) => stem) : [],
      ),
    ),
  };
};

const wordingStems = (wording: string, terms: Terms): readonly string[] => {
  const tokens = terms.tokens(wording);
  return [...terms.content(tokens).map(({ stem }) => stem), ...terms.shape(tokens)];
};

/** The quantity stands in the matter, or in most of the questions. */
const disputed = (parts: readonly Part[], terms: Terms, findMetrics: Phrases<string>): readonly string[] =>
  parts.flatMap(({ title }) => findMetrics(terms.tokens(title ?? '')).map(({ value }) => value));

const pairsIn = (texts: readonly string[], terms: Terms): ReadonlyMap<string, ReadonlySet<string>> => {
  const pairs = new Map<string, Set<string>>();
  for (const text of texts) {
    const tokens = terms.tokens(text);
    tokens.forEach(({ stem, kind }, at) => {
      const before = tokens[at - 1];
      if (kind !== 'number' || before === undefined) return;
      pairs.set(before.stem, (pairs.get(before.stem) ?? new Set()).add(stem));
    });
  }
  return pairs;
};

/** Stop words are kept here: a name may consist of them. */
const allStems = (text: string, terms: Terms): readonly string[] =>
  terms.tokens(text.replaceAll('-', ' ')).map(({ stem }) => stem);
