import type { Finding } from '../domain/finding.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { Token } from '../text/types.ts';
import { createAccountsFor, sameQuestion } from './accounts-for.ts';
import type { AskedFor, Pointed } from './asked-for.ts';
import type { SearchIndex } from './create-index.ts';
import type { KnownFigure, SearchEntry } from './entries.ts';
import type { Ranked } from './rank.ts';
import type { QuestionReader } from './read-question.ts';
import type { Terms } from './terms.ts';
import { createVerdict, type Verdict } from './verdict.ts';

type Unknown = Finding & { readonly kind: 'unknown' };

/** Looks at what was found with the question's slots in hand: keeps what answers it, or says what is missing. */
export type ClosedWorld = (asked: AskedFor, ranked: readonly Ranked[]) => Finding;

/** Entries below this share of the best one's score are about something else. */
const nearEnough = 0.5;
/** Share of the best one's score that another needs to answer in its place. */
const nearlyAsGood = 0.75;
/** As like as this to a question that people ask, it is about more than a name. */
const alikeQuestion = 0.6;
/** Share of a question, by rarity, that an asserted claim must make up: less is the same words in passing. */
const claimShare = 0.6;
/** Share of a question's words, by rarity, above which an unknown word does not carry its point. */
const wellAnswered = 0.6;
/** Most hits handed on. */
const most = 6;
/** Share of a question's subject words, by rarity, that must be known at all. */
const someSubject = 0.35;

/** Likeness from which an entry is near enough to be offered where the answer itself is not held. */
const alikeNearest = 0.5;

/** Creates the decision what is known. It rests on typed facts, names and qualifiers, never on a score. */
export const createClosedWorld = (
  knowledge: Knowledge,
  index: SearchIndex,
  terms: Terms,
  reader: QuestionReader,
  isCommon: (stem: string) => boolean,
): ClosedWorld => {
  const metricPhrases = new Map(
    knowledge.metrics.map(({ id, words }) => [id, words.map((word) => terms.tokens(word))]),
  );
  const { endings } = knowledge.searchWords.cues;
  /** "techniques", "migrating": a word with an ending is the language's own. */
  const isInflected = ({ text }: Token): boolean =>
    endings.some((ending) => text.endsWith(ending) && text.length - ending.length > 2);
  const figures = knowledge.cards.flatMap((card) =>
    card.sets.flatMap((set) => set.figures.map((figure) => ({ ...figure, metric: set.metric }))),
  );

  const accountsFor = createAccountsFor(terms, reader.opposes);
  const verdict = createVerdict(
    new Map(
      knowledge.options.map(({ id, names }) => [id, new Set(names.flatMap((name) => [...terms.of(name)]))]),
    ),
    new Set(knowledge.searchWords.outside.flatMap(({ group }) => group ?? [])),
  );

  return (asked, ranked) => {
    if (asked.content.length === 0) return nothing();
    const [best] = ranked;
    if (best === undefined) {
      const names = asked.pointed.filter(({ why }) => why === 'subject');
      return names.length > 0 ? unknown('subject', listed(names), []) : nothing();
    }

    const judged = (held: readonly Ranked[]): Finding =>
      found(held, held[0] && verdict(asked, held[0].entry));
    const claimed = assertedClaim(asked, ranked);
    if (claimed) return found([claimed, ...ranked.filter((one) => one !== claimed)]);

    const slot = openSlot(asked, best);
    if (slot !== undefined) return unknown('quantity', slot, ranked);

    const pointed = [...asked.pointed, ...unknownNames(asked, best), ...nameAlone(asked, best)];
    const near = ranked.filter(({ hit }) => hit.score >= best.hit.score * nearEnough);
    const isHeld = (one: Ranked): boolean => pointed.every((word) => accountsFor(one, word));
    const accounted = near
      .filter(isHeld)
      // Where the best one lacks a word, another has to be nearly as good: having the word is not enough.
      .filter((one) => isHeld(best) || one.hit.score >= best.hit.score * nearlyAsGood);
    if (accounted.length === 0) {
      const missing = pointed.filter((word) => !accountsFor(best, word));
      const [first] = missing;
      if (first) return unknown(first.why, listed(missing), ranked);
    }

    if (asked.wantsNumber && asked.metrics.size > 0) {
      const holding = accounted.filter(({ entry }) => holdsQuantity(entry, asked));
      if (holding.length > 0)
        return judged([
          ...disputedFirst(asked, holding),
          ...accounted.filter((one) => !holding.includes(one)),
        ]);
      const [first] = accounted;
      if (first === undefined || first.likeness < sameQuestion) {
        return unknown('quantity', asked.metricSaid, ranked);
      }
    }
    if (asked.wantsNumber && asked.metrics.size === 0 && asked.frameworks.size > 0) {
      // "Numbers", "benchmark": any figure will do, but of each framework that is named.
      const holding = accounted.filter(({ entry }) =>
        [...asked.frameworks].every((id) => entry.figures.some(({ subject }) => subject === id)),
      );
      if (holding.length > 0) return found(holding);
    }
    return notHeld(asked, best, ranked) ?? judged(disputedFirst(asked, accounted));
  };

  /** The false claim that the question takes for granted: all its words, making up much of the question. */
  function assertedClaim(asked: AskedFor, ranked: readonly Ranked[]): Ranked | undefined {
    if (asked.wantsNumber) return undefined;
    const stems = new Set(asked.content.map(({ stem }) => stem));
    const total = weightOf([...stems]);
    return ranked.find(
      ({ entry }) =>
        entry.kind === 'correction' &&
        speaksOf(asked, entry.about) &&
        entry.claims.some(
          (claim) =>
            claim.size > 1 &&
            [...claim].every((stem) => stems.has(stem)) &&
            weightOf([...claim]) > total * claimShare,
        ),
    );
  }

  /** A claim about one option is not made by the same words about another. The one it is about stands first. */
  function speaksOf(asked: AskedFor, about: ReadonlySet<string>): boolean {
    const [first] = about;
    return asked.options.size === 0 || first === undefined || asked.options.has(first);
  }

  function weightOf(stems: readonly string[]): number {
    return stems.reduce((total, stem) => total + index.rarity(stem), 0);
  }

  /** A typed fact about a subject for which the knowledge does not hold it. */
  function openSlot(asked: AskedFor, best: Ranked): string | undefined {
    for (const slot of asked.slots) {
      const { subjects, closed, missing } = slot;
      if (subjects === undefined) continue;
      // Somebody wrote an answer to this very question.
      if (best.likeness >= sameQuestion && reader.slots(best.closest ?? '').includes(slot)) continue;
      const holds = (subject: string): boolean =>
        subjects.includes(subject) ||
        figures.some((figure) => asked.metrics.has(figure.metric) && figure.subject === subject);
      if (asked.content.some(({ text }) => holds(text))) continue;
      const [named = []] = [[...asked.frameworks], [...asked.spelled], asked.outside].filter(
        (names) => names.length > 0,
      );
      // Where no option is named, something else is asked about; a closed slot has nothing on that.
      if (named.length > 0 ? !named.some(holds) : closed) return missing;
    }
    return undefined;
  }

  /**
   * Words that stand nowhere in the knowledge and are no ordinary ones: names of something else. Where the rest of
   * the question is well answered, an odd word is only an odd word.
   */
  function unknownNames(asked: AskedFor, best: Ranked): readonly Pointed[] {
    if (!asked.wantsNumber && best.coverage > wellAnswered) return [];
    return asked.content
      .filter(
        (token) =>
          token.kind === 'word' &&
          !index.has(token.stem) &&
          !isCommon(token.stem) &&
          !isInflected(token) &&
          !best.holds(token) &&
          !asked.explained.has(asked.tokens.indexOf(token)),
      )
      .map(({ text, stem }) => ({ kind: 'words', why: 'subject', said: text, stems: [stem] }));
  }

  /** Whether a figure of the metric, or a sentence with a number, speaks of every subject named. */
  function holdsQuantity(entry: SearchEntry, asked: AskedFor): boolean {
    const named = [...asked.frameworks, ...asked.things];
    const subjects = named.length > 0 ? named : [...asked.options];
    if (entry.kind === 'card') {
      return [...asked.metrics].some((metric) => {
        const held = entry.figures.filter((figure) => figure.metric === metric);
        return (
          held.length > 0 && subjects.every((subject) => held.some((figure) => isAbout(figure, subject)))
        );
      });
    }
    const phrases = [...asked.metrics].flatMap((metric) => metricPhrases.get(metric) ?? []);
    return (
      entry.sentences.some(
        ({ stems, hasNumber }) =>
          hasNumber &&
          phrases.some((phrase) => phrase.every(({ stem }) => stems.has(stem))) &&
          [...asked.frameworks].every((id) => terms.of(id).every((stem) => stems.has(stem))),
      ) &&
      subjects.every(
        (subject) =>
          entry.about.has(subject) || terms.of(subject).every((stem) => entry.vocabulary.has(stem)),
      )
    );
  }

  /** Where sources disagree about the very quantity, the dispute goes before a card that holds one of its sides. */
  function disputedFirst(asked: AskedFor, holding: readonly Ranked[]): readonly Ranked[] {
    const [best] = holding;
    if (best?.entry.kind !== 'card') return holding;
    const subjects = asked.frameworks.size > 0 ? asked.frameworks : asked.options;
    // One of the options alone is asked for its own figure, not for the dispute between them.
    if (asked.frameworks.size === 0 && subjects.size === 1) return holding;
    const dispute = holding.find(
      ({ entry }) =>
        entry.kind === 'dispute' &&
        entry.metrics.some((metric) => asked.metrics.has(metric)) &&
        [...subjects].every((subject) => entry.about.has(subject)) &&
        asked.content.every(({ stem }) => !best.entry.facets.has(stem) || entry.vocabulary.has(stem)),
    );
    return dispute ? [dispute, ...holding.filter((one) => one !== dispute)] : holding;
  }

  function isAbout(figure: KnownFigure, subject: string): boolean {
    return figure.subject === subject || figure.option === subject;
  }

  /**
   * It shares nothing with the question but a name: what is asked of the name is something else. Ordinary words
   * carry no point, unless there are only such; a word that one could misspell is left to the ranking.
   */
  function nameAlone(asked: AskedFor, best: Ranked): readonly Pointed[] {
    if (best.likeness >= alikeQuestion || asked.wantsNumber) return [];
    const rest = asked.content.filter((token) => !asked.named.has(token));
    // Several names together are a matter of their own.
    if (rest.length === 0 || asked.content.length - rest.length !== 1) return [];
    const holds = (token: Token): boolean =>
      best.holds(token) ||
      [token.stem, ...terms.family(token.stem)].some((stem) => best.entry.vocabulary.has(stem));
    const telling = rest.filter(({ kind, stem }) => kind === 'word' && !isCommon(stem));
    if (telling.length === 0 || rest.some(holds)) return [];
    return telling.map(({ text, stem }) => ({ kind: 'words', why: 'subject', said: text, stems: [stem] }));
  }

  /** Most of what the question is about stands nowhere in the knowledge. */
  function notHeld(asked: AskedFor, best: Ranked, ranked: readonly Ranked[]): Unknown | undefined {
    const weights = asked.content
      // Numbers are judged where they narrow a question or are claimed; they are no subject.
      .filter(({ kind }, _at, all) => kind !== 'number' || all.every((one) => one.kind === 'number'))
      .map((token) => ({
        stem: token.stem,
        weight: index.rarity(token.stem),
        known: index.has(token.stem) || terms.family(token.stem).some(index.has) || best.holds(token),
      }))
      // An ordinary word that the knowledge happens not to use says nothing, unless there are only such words.
      .filter(({ stem, known }, _at, all) => known || !isCommon(stem) || all.every((one) => !one.known));
    const total = weights.reduce((all, { weight }) => all + weight, 0);
    const known = weights.reduce((all, { weight, known }) => all + (known ? weight : 0), 0);
    return known < total * someSubject ? unknown('nothing', '', ranked) : undefined;
  }
};

const listed = (missing: readonly Pointed[]): string =>
  [...new Map(missing.toReversed().map(({ said }) => [said.toLowerCase(), said])).values()]
    .toReversed()
    .join(', ');

const found = (ranked: readonly Ranked[], verdict?: Verdict): Finding => ({
  kind: 'found',
  hits: ranked.slice(0, most).map(({ hit }) => hit),
  ...(verdict === undefined ? {} : { verdict }),
});

const unknown = (why: Unknown['why'], missing: string, ranked: readonly Ranked[]): Unknown => ({
  kind: 'unknown',
  why,
  missing,
  // Beside the point, it would only look like an answer.
  nearest: ranked
    .filter(({ likeness }) => likeness >= alikeNearest)
    .slice(0, 2)
    .map(({ hit }) => hit),
});

const nothing = (): Unknown => unknown('nothing', '', []);
