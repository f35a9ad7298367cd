import type { FindOptions } from '../domain/finding.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { Qualifier, SearchWords, Slot } from '../domain/search.ts';
import type { Token } from '../text/types.ts';
import { createPhrases, type Found } from './phrases.ts';
import type { Terms } from './terms.ts';

/** A word or name that an answer has to account for: it narrows the question or is its subject. */
export type Pointed = {
  readonly why: 'subject' | 'qualifier';
  /** The person's own words. */
  readonly said: string;
  readonly stems: readonly string[];
};

/** A question in slots: what is asked, of whom, narrowed by what. */
export type AskedFor = {
  readonly tokens: readonly Token[];
  /** Tokens that carry a subject. */
  readonly content: readonly Token[];
  /** Its question words. */
  readonly shape: readonly string[];
  readonly options: ReadonlySet<string>;
  readonly frameworks: ReadonlySet<string>;
  /** Subjects of figures that are neither option nor framework, as they stand there. */
  readonly things: ReadonlySet<string>;
  readonly isComparison: boolean;
  readonly wantsNumber: boolean;
  readonly metrics: ReadonlySet<string>;
  /** The words that ask for the quantity. */
  readonly metricSaid: string;
  /** Positions of tokens that are metric words or names: the rest of a question narrows it. */
  readonly explained: ReadonlySet<number>;
  readonly slots: readonly Slot[];
  readonly pointed: readonly Pointed[];
};

export type QuestionReader = {
  read(question: string, named: FindOptions): AskedFor;
  /** The typed facts that a wording asks for. */
  slots(wording: string): readonly Slot[];
};

type Name =
  | { readonly kind: 'option' | 'hint' | 'framework' | 'thing'; readonly id: string }
  | { readonly kind: 'outside'; readonly isWord: boolean };

type Cue = 'quantity' | 'compare' | 'companies' | 'context';

/** Furthest that a name may stand behind the words that make it the person's own situation, in words. */
const contextReach = 2;

/** Creates the reader of typed slots. It knows no language beyond the cues it is given. */
export const createQuestionReader = (
  knowledge: Knowledge,
  words: SearchWords,
  terms: Terms,
): QuestionReader => {
  const table = <T>(entries: readonly (readonly [string, T])[]) =>
    createPhrases(entries.map(([phrase, value]) => ({ phrase: terms.tokens(phrase), value })));

  const findNames = table<Name>(namesOf(knowledge, words));
  const findMetrics = table(
    knowledge.metrics.flatMap(({ id, words: phrases }) => phrases.map((phrase) => [phrase, id] as const)),
  );
  const findSlots = table(words.slots.flatMap((slot) => slot.cues.map((cue) => [cue, slot] as const)));
  const findQualifiers = table<Qualifier>(
    words.qualifiers.flatMap((entry) => entry.words.map((word) => [word, entry] as const)),
  );
  const findCues = table<Cue>(
    (['quantity', 'compare', 'companies', 'context'] as const).flatMap((cue) =>
      words.cues[cue].map((phrase) => [phrase, cue] as const),
    ),
  );

  const opposing = new Set(words.cues.opposing);
  const isOpposing = ({ text }: Token): boolean => opposing.has(text);

  const read: QuestionReader['read'] = (question, named) => {
    const { text, tokens } = terms.fold(question);
    const said = ({ from, to }: { from: number; to: number }): string =>
      text.slice(tokens[from]?.start, tokens[to - 1]?.end);
    const cues = findCues(tokens);
    const has = (cue: Cue): boolean => cues.some(({ value }) => value === cue);
    const names = withoutInner(findNames(tokens));
    const metrics = findMetrics(tokens);

    const isOwnSituation = ({ from }: { from: number }): boolean =>
      cues.some(({ value, to }) => value === 'context' && to <= from && from - to < contextReach);
    const told = new Set(names.filter(isOwnSituation).flatMap(({ from, to }) => tokens.slice(from, to)));
    const isTold = names.length > 0 && names.some((name) => !isOwnSituation(name));
    const slots = findSlots(tokens);
    const inNames = new Set(names.flatMap(({ from, to }) => tokens.slice(from, to)));
    const cued = new Set(
      slots.flatMap(({ from, to }) => tokens.slice(from, to)).filter((token) => !inNames.has(token)),
    );
    const content = withRest(
      terms.content(tokens).filter((token) => !isTold || !told.has(token)),
      cued,
    );

    const options = new Set(named.options);
    const frameworks = new Set(named.frameworks);
    const things = new Set<string>();
    for (const name of names) {
      const { value } = name;
      if (isTold && isOwnSituation(name)) continue;
      if (value.kind === 'option' || value.kind === 'hint') options.add(value.id);
      if (value.kind === 'framework') frameworks.add(value.id);
      if (value.kind === 'thing') things.add(value.id);
    }

    const explained = new Set<number>();
    for (const { from, to } of [...names, ...metrics, ...cues]) {
      for (let at = from; at < to; at += 1) explained.add(at);
    }
    const qualifiers = findQualifiers(tokens);
    const narrowed = new Set(qualifiers.flatMap(({ from, to }) => range(from, to)));
    const isElliptic =
      metrics.length > 0 &&
      content.every((token) => {
        const at = tokens.indexOf(token);
        return explained.has(at) || narrowed.has(at);
      });
    const wantsNumber = has('quantity') || isElliptic;

    const isShownAsName = (name: Found<Name>): boolean =>
      wantsNumber ||
      isCapital(text, tokens[name.from], name.from) ||
      [tokens[name.from - 1], tokens[name.to]].some((next) => next !== undefined && isOpposing(next));
    const outside = names.filter(
      (name) =>
        name.value.kind === 'outside' && (!name.value.isWord || isShownAsName(name)) && !isOwnSituation(name),
    );
    const narrowing = qualifiers.filter(
      ({ value }) =>
        value.when === 'always' ||
        (value.when === 'quantity' && wantsNumber) ||
        (value.when === 'companies' && has('companies')),
    );
    const point = (why: Pointed['why'], found: { from: number; to: number }): Pointed => ({
      why,
      said: said(found),
      stems: tokens.slice(found.from, found.to).map(({ stem }) => stem),
    });

    return {
      tokens,
      content,
      shape: terms.shape(tokens),
      options,
      frameworks,
      things,
      isComparison: has('compare'),
      wantsNumber,
      metrics: new Set(metrics.map(({ value }) => value)),
      metricSaid: metrics.map(said).join(' '),
      explained,
      slots: [...new Set(slots.map(({ value }) => value))],
      pointed: [
        ...outside.map((found) => point('subject', found)),
        ...narrowing.map((found) => point('qualifier', found)),
      ],
    };
  };

  return {
    read,
    slots: (wording) => [...new Set(findSlots(terms.tokens(wording)).map(({ value }) => value))],
  };
};

const namesOf = (knowledge: Knowledge, words: SearchWords): readonly (readonly [string, Name])[] => {
  const own = knowledge.options.flatMap((option) => [
    ...option.names.map((name) => [name, { kind: 'option', id: option.id }] as const),
    ...option.frameworks.flatMap(({ id, names }) =>
      [id, ...names].map((name) => [name, { kind: 'framework', id }] as const),
    ),
  ]);
  const hints = knowledge.options.flatMap((option) =>
    option.hints.map((hint) => [hint, { kind: 'hint', id: option.id }] as const),
  );
  const taken = new Set([
    ...knowledge.options.flatMap(({ id, frameworks }) => [id, ...frameworks.map((one) => one.id)]),
  ]);
  const things = knowledge.cards.flatMap((card) =>
    card.sets.flatMap((set) =>
      set.figures
        .filter(({ subject }) => !taken.has(subject))
        .flatMap(({ subject }) =>
          subject.split('/').map((part) => [part, { kind: 'thing', id: subject }] as const),
        ),
    ),
  );
  const outside = words.outside.flatMap(({ names, alsoWords }) => [
    ...names.map((name) => [name, { kind: 'outside', isWord: false }] as const),
    ...alsoWords.map((name) => [name, { kind: 'outside', isWord: true }] as const),
  ]);
  return shared([...own, ...hints, ...things, ...outside]);
};

/** One object for each meaning, so that the same name does not stand for it twice. */
const shared = (names: readonly (readonly [string, Name])[]): readonly (readonly [string, Name])[] => {
  const seen = new Map<string, Name>();
  return names.map(([phrase, name]) => {
    const key = JSON.stringify(name);
    const known = seen.get(key) ?? name;
    seen.set(key, known);
    return [phrase, known];
  });
};

/** The words of a cue ("who came up with") are read as a slot and looked up only where there is nothing else. */
const withRest = (content: readonly Token[], cued: ReadonlySet<Token>): readonly Token[] => {
  const rest = content.filter((token) => !cued.has(token));
  return rest.length > 0 ? rest : content;
};

/** Where one name lies inside a longer one, only the longer counts. */
const withoutInner = <T>(found: readonly Found<T>[]): readonly Found<T>[] =>
  found.filter(
    (one) =>
      !found.some(
        (other) => other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from,
      ),
  );

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

/** A capital inside a sentence; the first word of a message has one anyway. */
const isCapital = (text: string, token: Token | undefined, at: number): boolean =>
  token !== undefined && at > 0 && /^\p{Lu}/u.test(text.slice(token.start, token.end));
