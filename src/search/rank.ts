import type { FindOptions, Hit } from '../domain/finding.ts';
import type { Token } from '../text/types.ts';
import type { AskedFor } from './asked-for.ts';
import type { Match, SearchIndex } from './create-index.ts';
import type { SearchEntry } from './entries.ts';
import { addPositions, countPositions, hasPosition } from './positions.ts';
import type { QueryTerm } from './terms.ts';
import type { Tone } from './tone.ts';
import { createWordings, type Wanted } from './wordings.ts';

/** An entry with what speaks for it. `likeness` is that of the closest question somebody would ask, 0…1. */
export type Ranked = {
  readonly entry: SearchEntry;
  readonly hit: Hit;
  readonly likeness: number;
  /** That question. */
  readonly closest: string | undefined;
  /** Share of the question's subject words that it holds, by rarity, 0…1. */
  readonly coverage: number;
  /** Whether it was found by the word, perhaps misspelt. */
  holds(token: Token): boolean;
};

/** All the numbers of the ranking, each with its reason. */
const settings = {
  /** Best entries by their texts, and as many by their wordings, that are looked at closely. */
  compared: 12,
  /** What a further document of the same entry adds to its best one: evidence, not a second answer. */
  evidence: 0.15,
  /** The closest wording against the index: a question that people ask says more than shared words. */
  likeness: 1.2,
  /** Wordings less like the question than this share a word with it and no more. */
  alike: 0.15,
  /** From here on the wording, and not the text, says which statement leads. */
  leading: 0.5,
  coverage: 0.5,
  /** A word's family counts less than the word also between wordings. */
  family: 0.8,
  /** Option names stand in a third of all statements: they tell little about which one is meant. */
  optionWord: 0.5,
  /** A question word, against some 4 for a rare word: it decides only where there is little else. */
  shape: 0.35,
  /** Where only an option is named, how often a text names it says little. */
  onlyOption: 0.3,
  /** An entry about another option than the one named, and not about that one. */
  otherOption: 0.45,
  /** An entry that does not treat a framework that is named. */
  otherFramework: 0.55,
  /** A comparison of the options wants an entry about both. */
  bothSides: 1.12,
  /** In a comparison, an entry about one of them only. */
  oneSide: 0.85,
  /** Where sources disagree about the very matter, one of their claims alone would mislead. */
  dispute: 1.06,
  correction: 0.9,
  /** A number is asked for, and the card has the numbers. */
  number: 1.25,
  /** It holds the typed fact that is asked for: as good as most of a wording. */
  slot: 1.3,
  /** A word that a card's figures are split by ("with a database"), for each such word. */
  facet: 1.06,
  /** What was just spoken of wins a tie. */
  context: 1.02,
} as const;

export type Ranker = (
  asked: AskedFor,
  query: readonly QueryTerm[],
  options: FindOptions,
) => readonly Ranked[];

/** Creates the ranking of entries: their best document, further evidence, and the closest wording. */
export const createRanker = (
  entries: readonly SearchEntry[],
  index: SearchIndex,
  optionIds: readonly string[],
  optionStems: ReadonlySet<string>,
): Ranker => {
  const rarities = new Map<string, number>();
  const weightOf = (stem: string): number => {
    if (stem.startsWith('?')) return settings.shape;
    const known = rarities.get(stem);
    if (known !== undefined) return known;
    const weight = index.rarity(stem) * (optionStems.has(stem) ? settings.optionWord : 1);
    // Only stems of the knowledge are kept, so that questions cannot make the map grow.
    if (index.has(stem)) rarities.set(stem, weight);
    return weight;
  };
  const wordings = createWordings(entries, weightOf);

  return (asked, query, options) => {
    // Option names are looked up only where nothing else is: they would touch nearly every document.
    const telling = query.filter(({ of }) => !optionStems.has(asked.content[of]?.stem ?? ''));
    const gathered = gather(index.search(telling.length > 0 ? telling : query), entries);
    const top = gathered[0]?.score ?? 0;

    // Coverage is over the words that were looked up.
    const contentWeights = asked.content.map(({ stem }) => weightOf(stem));
    const length = sum(contentWeights);
    const own = new Map<string, Wanted>();
    for (const { term, weight, of } of query) {
      const bit = of < 22 ? 1 << of : 0;
      own.set(term, { bit, weight: (contentWeights[of] ?? 0) * (weight < 1 ? settings.family : 1) });
    }
    asked.shape.forEach((shape, at) => {
      own.set(shape, { bit: 1 << (30 - (at % 8)), weight: settings.shape, besides: true });
    });
    const wordingLength = length + asked.shape.length * settings.shape;
    const textWeight = telling.length > 0 ? 1 : settings.onlyOption;
    const slotted = new Set(asked.slots.flatMap(({ answers }) => answers));
    const closest = wordings.closest(own, wordingLength);
    const near = [...closest]
      .filter(([, { likeness }]) => likeness > settings.alike)
      .sort(([a, { likeness: x }], [b, { likeness: y }]) => y - x || (a.id < b.id ? -1 : 1))
      .slice(0, settings.compared)
      .map(([entry]) => entry);
    // "Who came up with it, and when?" holds no word to look up; the slot alone leads to the answer.
    const holding = slotted.size > 0 ? entries.filter(({ id }) => slotted.has(id)) : [];
    const chosen = new Set([...near, ...holding]);
    const candidates = gathered.filter(({ entry }, at) => at < settings.compared || chosen.has(entry));
    for (const { entry } of candidates) chosen.delete(entry);
    for (const entry of chosen) candidates.push({ entry, score: 0, lead: undefined, matched: [] });
    return candidates
      .map(({ entry, score, lead, matched }): Ranked => {
        const { likeness, wording } = closest.get(entry) ?? { likeness: 0, wording: undefined };
        const coverage = sum(contentWeights.filter((_, at) => hasPosition(matched, at))) / (length || 1);
        const slot = slotted.has(entry.id) ? settings.slot : 0;
        const base =
          (textWeight * score) / (top || 1) +
          settings.likeness * likeness +
          settings.coverage * coverage +
          slot;
        const near = likeness > settings.leading ? (wording?.lead ?? lead) : (lead ?? wording?.lead);
        const { lead: found, without } = inTone(entry, asked.tone, near);
        return {
          entry,
          likeness,
          closest: wording?.text,
          coverage,
          holds: (token) => hasPosition(matched, asked.content.indexOf(token)),
          hit: {
            kind: entry.kind,
            id: entry.id,
            score: base * preference(entry, asked, options, optionIds, optionStems),
            ...(found === undefined ? {} : { lead: found }),
            ...(without.length === 0 ? {} : { without }),
          },
        };
      })
      .sort((a, b) => b.hit.score - a.hit.score || (a.hit.id < b.hit.id ? -1 : 1));
  };
};

/** Asked for weaknesses, an entry leads with those and leaves its strengths out; and the other way round. */
const inTone = (
  { tones }: SearchEntry,
  tone: Tone | undefined,
  lead: string | undefined,
): { readonly lead: string | undefined; readonly without: readonly string[] } => {
  const own = tone === undefined ? [] : [...tones].filter(([, told]) => told === tone).map(([id]) => id);
  const [first] = own;
  if (first === undefined) return { lead, without: [] };
  return {
    lead: lead !== undefined && own.includes(lead) ? lead : first,
    without: [...tones].filter(([, told]) => told !== tone).map(([id]) => id),
  };
};

type Gathered = {
  readonly entry: SearchEntry;
  score: number;
  lead: string | undefined;
  readonly matched: number[];
};

/** Best document of each entry, in the order of scores; matches come entry after entry, the best document first. */
const gather = (matches: readonly Match[], entries: readonly SearchEntry[]): readonly Gathered[] => {
  const gathered: Gathered[] = [];
  let known: Gathered | undefined;
  for (const { document, score, matched } of matches) {
    // A document that holds more of the question's words is worth more than one that repeats a few.
    const worth = score * Math.sqrt(countPositions(matched));
    const entry = entries[document.entry];
    if (entry === undefined) continue;
    if (known?.entry !== entry) {
      known = { entry, score: worth, lead: document.lead, matched: [...matched] };
      gathered.push(known);
    } else {
      if (worth > known.score) {
        known.score = worth + settings.evidence * known.score;
        known.lead = document.lead;
      } else known.score += settings.evidence * worth;
      addPositions(known.matched, matched);
    }
  }
  return gathered.sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1));
};

/** What the question shows apart from its words: who it is about, and what sort of answer it wants. */
const preference = (
  entry: SearchEntry,
  asked: AskedFor,
  options: FindOptions,
  optionIds: readonly string[],
  optionStems: ReadonlySet<string>,
): number => {
  const { about } = entry;
  let factor = 1;
  const named = optionIds.filter((id) => about.has(id));
  // A false claim is made of one option, which stands first; said of another it is another claim.
  const others =
    entry.kind === 'correction' ? [...about].filter((id) => named.includes(id)).slice(0, 1) : named;
  if (asked.options.size > 0 && others.length > 0 && !others.some((id) => asked.options.has(id))) {
    factor *= settings.otherOption;
  }
  for (const framework of asked.frameworks) if (!about.has(framework)) factor *= settings.otherFramework;
  const ofAll = asked.options.size === 0 || asked.options.size === optionIds.length;
  if (asked.isComparison && ofAll && asked.frameworks.size === 0 && others.length === optionIds.length) {
    factor *= settings.bothSides;
  }
  for (const { stem } of asked.content)
    if (entry.facets.has(stem) && !optionStems.has(stem)) factor *= settings.facet;
  if (asked.isComparison && asked.options.size === optionIds.length && others.length === 1) {
    factor *= settings.oneSide;
  }
  if (entry.kind === 'dispute') factor *= settings.dispute;
  if (entry.kind === 'correction') factor *= settings.correction;
  if (entry.kind === 'card' && asked.wantsNumber && asked.metrics.size > 0) {
    if (entry.figures.some(({ metric }) => asked.metrics.has(metric))) factor *= settings.number;
  }
  if (options.context.includes(entry.id)) factor *= settings.context;
  return factor;
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
