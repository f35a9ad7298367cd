import type { FindOptions } from '../domain/finding.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { Qualifier, SearchWords, Slot } from '../domain/search.ts';
import type { Token } from '../text/types.ts';
import type { AskedFor, Pointed } from './asked-for.ts';
import { entitiesOf, type Name, namesOf, withoutInner } from './names.ts';
import { createPhrases, type Found } from './phrases.ts';
import { properNames } from './proper-names.ts';
import type { Terms } from './terms.ts';
import type { Tone } from './tone.ts';

export type QuestionReader = {
  read(question: string, named: FindOptions): AskedFor;
  /** The typed facts that a wording asks for. */
  slots(wording: string): readonly Slot[];
  /** Whether a wording holds one thing against another. */
  opposes(wording: string): boolean;
};

type Cue =
  | 'quantity'
  | 'compare'
  | 'companies'
  | 'context'
  | 'counting'
  | 'categories'
  | 'contextAfter'
  | 'employing'
  | 'superlative';
const cueKinds = [
  'employing',
  'superlative',
  'quantity',
  'compare',
  'companies',
  'context',
  'counting',
  'categories',
  'contextAfter',
] as const;

/** Furthest that a name may stand behind the words that make it the person's own situation, in words. */
const contextReach = 2;
/** Furthest that a verb may stand behind the name that does it, in words: "does X really use …". */
const verbReach = 2;
/** Furthest that two names stand from the word that holds them against each other. */
const contrastReach = 2;
/** Words that may stand beside a quantity and a framework, and still nothing but the figure is asked for. */
const strayWords = 1;
/** Furthest that the words of a quantity stand behind the number they belong to. */
const metricReach = 2;
/** Numbers from here on are no versions. */
const versionLimit = 100;

/** Creates the reader of typed slots. It knows no language beyond the cues it is given. */
export const createQuestionReader = (
  knowledge: Knowledge,
  words: SearchWords,
  terms: Terms,
  toneOf: (texts: readonly string[]) => Tone | undefined,
): QuestionReader => {
  const table = <T>(entries: readonly (readonly [string, T])[]) =>
    createPhrases(entries.map(([phrase, value]) => ({ phrase: terms.tokens(phrase), value })));

  // Names are no words of a language: two of them may share a stem.
  const findNames = createPhrases(
    namesOf(knowledge, words).map(([phrase, value]) => ({ phrase: terms.tokens(phrase), value })),
    ({ text }) => text,
  );
  const findMetrics = table(
    knowledge.metrics.flatMap(({ id, words: phrases }) => phrases.map((phrase) => [phrase, id] as const)),
  );
  const findSlots = table(words.slots.flatMap((slot) => slot.cues.map((cue) => [cue, slot] as const)));
  const findQualifiers = table<Qualifier>(
    words.qualifiers.flatMap((entry) => entry.words.map((word) => [word, entry] as const)),
  );
  const findCues = table<Cue>(
    cueKinds.flatMap((cue) => words.cues[cue].map((phrase) => [phrase, cue] as const)),
  );

  const units = new Set(words.cues.units.flatMap((unit) => terms.tokens(unit).map(({ stem }) => stem)));
  const sourceYears = new Set(knowledge.sources.flatMap(({ date }) => date.match(/\d{4}/g) ?? []));
  const entities = entitiesOf(knowledge);
  const proper = properNames(knowledge, terms);
  const opposing = new Set(words.cues.opposing);
  const asking = new Set(words.cues.asking);
  const locating = new Set(words.cues.locating);
  const isAsking = ({ text }: Token): boolean => asking.has(text);
  const isOpposing = ({ text }: Token): boolean => opposing.has(text);

  const read: QuestionReader['read'] = (question, named) => {
    const { text, tokens } = terms.fold(question);
    const said = ({ from, to }: { from: number; to: number }): string =>
      text.slice(tokens[from]?.start, tokens[to - 1]?.end);
    const cues = findCues(tokens);
    const has = (cue: Cue): boolean => cues.some(({ value }) => value === cue);
    const names = withoutInner(findNames(tokens));
    const metrics = findMetrics(tokens);

    const isOwnSituation = (name: { from: number; to: number }): boolean =>
      cues.some(({ value, to }) => value === 'context' && to <= name.from && name.from - to < contextReach) ||
      // Whoever asks what such people earn, or how many there are, asks about them.
      (metrics.length === 0 && cues.some(({ value, from }) => value === 'contextAfter' && from === name.to));
    const told = new Set(names.filter(isOwnSituation).flatMap(({ from, to }) => tokens.slice(from, to)));
    const isTold = names.length > 0 && names.some((name) => !isOwnSituation(name));
    const slots = findSlots(tokens);
    const inNames = new Set(names.flatMap(({ from, to }) => tokens.slice(from, to)));
    const cued = new Set(
      slots
        .filter(({ value }) => value.answers.length > 0)
        .flatMap(({ from, to }) => tokens.slice(from, to))
        .filter((token) => !inNames.has(token)),
    );
    const content = withRest(
      terms.content(tokens).filter((token) => !isTold || !told.has(token)),
      cued,
    );

    const options = new Set(named.options);
    const frameworks = new Set(named.frameworks);
    const things = new Set<string>();
    const spelled = new Set(named.options);
    for (const name of names) {
      const { value } = name;
      if (isTold && isOwnSituation(name)) continue;
      if (value.kind === 'option' || value.kind === 'hint') options.add(value.id);
      if (value.kind === 'option') spelled.add(value.id);
      if (value.kind === 'framework') frameworks.add(value.id);
      if (value.kind === 'thing') things.add(value.id);
    }

    const explained = new Set<number>();
    for (const { from, to } of [...names, ...metrics, ...cues]) {
      for (let at = from; at < to; at += 1) explained.add(at);
    }
    const qualifiers = findQualifiers(tokens);
    const narrowed = new Set(qualifiers.flatMap(({ from, to }) => range(from, to)));
    const unexplained = content.filter((token) => {
      const at = tokens.indexOf(token);
      return !explained.has(at) && !narrowed.has(at);
    });
    // "Memory of an X process": a quantity of one framework and hardly more asks for its figure.
    const isElliptic =
      metrics.length > 0 &&
      (unexplained.length === 0 || (frameworks.size === 1 && unexplained.length <= strayWords));
    const wantsNumber = has('quantity') || isElliptic;

    const isQuantity = ({ from, to }: { from: number; to: number }): boolean =>
      metrics.some((metric) => metric.from < to && metric.to > from);
    /** "… in X?": behind a preposition at the very end a word names what the question is put about. */
    const endsIn = ({ from, to }: Found<Name>): boolean =>
      to === tokens.length && locating.has(tokens[from - 1]?.text ?? '');
    const isEmploying = ({ from, to }: { from: number; to: number }): boolean =>
      cues.some((cue) => cue.value === 'employing' && cue.from >= to && cue.from - to < verbReach) ||
      tokens[from - 1]?.text === 'at';
    const isShownAsName = (name: Found<Name>): boolean =>
      (name.value.kind === 'outside' && name.value.group !== undefined && isEmploying(name)) ||
      (wantsNumber && !isQuantity(name)) ||
      endsIn(name) ||
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
    const stemsOf = ({ from, to }: { from: number; to: number }): readonly string[] =>
      tokens.slice(from, to).map(({ stem }) => stem);
    const point = (why: Pointed['why'], found: { from: number; to: number }): Pointed => ({
      kind: 'words',
      why,
      said: said(found),
      stems: stemsOf(found),
    });
    const isOpposed = ({ from, to }: Found<Name>): boolean =>
      [tokens[from - 1], tokens[to]].some((next) => next !== undefined && isOpposing(next)) ||
      (has('compare') && names.some(({ value }) => value.kind === 'option'));
    const shape = terms.shape(tokens);
    const inContent = new Set(content);
    /** "how many *companies*": the words right behind the cue. */
    const counted = cues.flatMap(({ value, to }): Pointed[] => {
      if (value !== 'counting' || metrics.length > 0) return [];
      const head = [to, to + 1].filter((at, place) => {
        const token = tokens[at];
        const isNext = place === 0 || inContent.has(tokens[to] as Token);
        return token !== undefined && isNext && inContent.has(token) && !inNames.has(token);
      });
      const last = head.at(-1);
      if (last === undefined) return [];
      const span = { from: to, to: last + 1 };
      return [
        {
          kind: 'head',
          why: 'quantity',
          said: said(span),
          stems: stemsOf(span),
          counted: true,
          ranked: false,
        },
      ];
    });
    const sorts = cues.flatMap((found): Pointed[] => {
      const before = tokens[found.from - 1];
      if (found.value !== 'categories' || before === undefined) return [];
      const best = cues.some(({ value, to }) => value === 'superlative' && to === found.from);
      if (!isAsking(before) && !best) return [];
      const ranked = has('superlative');
      return [
        { kind: 'head', why: 'subject', said: said(found), stems: stemsOf(found), counted: false, ranked },
      ];
    });
    const isHeldSlot = slots.some(({ value }) => value.answers.length > 0);
    /** "came out *in 2015*", "does *200k* requests a second": said, not asked. */
    const isStated = (at: number): boolean => {
      if (tokens[at]?.kind !== 'number' || has('quantity')) return false;
      const isYear = /^(19[89]|20[0-3])\d$/.test(tokens[at].stem);
      return isYear
        ? isHeldSlot && tokens[at - 1]?.text === 'in'
        : metrics.some(({ from }) => from > at && from - at <= metricReach);
    };
    const stated = tokens.flatMap((token, at) =>
      isStated(at) && token.value !== undefined
        ? [{ value: token.value, said: said({ from: at, to: at + 1 }) }]
        : [],
    );
    const numbers = tokens.flatMap((token, at): Pointed[] => {
      if (isStated(at)) return [];
      const before = tokens[at - 1];
      const after = tokens[at + 1];
      const value = token.value ?? Number.NaN;
      if (token.kind !== 'number') return [];
      if (/^(19[89]|20[0-3])\d$/.test(token.stem)) {
        if (sourceYears.has(token.stem) && !wantsNumber) return [];
        return [{ kind: 'words', why: 'qualifier', said: token.text, stems: [token.stem] }];
      }
      // How much a thousand of them take is another question than how much a hundred do.
      if (wantsNumber && value >= versionLimit) {
        return [{ kind: 'words', why: 'qualifier', said: token.text, stems: [token.stem] }];
      }
      if (before === undefined || value >= versionLimit || (after && units.has(after.stem))) return [];
      const name = inNames.has(before);
      if (!name && !inContent.has(before)) return [];
      const span = { from: at - 1, to: at + 1 };
      return [
        { kind: 'pair', why: 'qualifier', said: said(span), word: before.stem, number: token.stem, name },
      ];
    });
    const isOurs = (token: Token): boolean =>
      names.some(
        ({ value, from, to }) =>
          (value.kind === 'option' || value.kind === 'framework') && tokens.slice(from, to).includes(token),
      );
    const hintOf = (token: Token): string | undefined =>
      names.flatMap(({ value, from, to }) =>
        value.kind === 'hint' && tokens.slice(from, to).includes(token) ? [value.id] : [],
      )[0];
    const isNamelike = (token: Token | undefined): token is Token =>
      token !== undefined && token.kind === 'word' && inContent.has(token) && proper.has(token.stem);
    /** The names on both sides of "vs" that are neither option nor framework. */
    const contrasts = tokens.flatMap((token, at): Pointed[] => {
      if (!isOpposing(token)) return [];
      const one = tokens.slice(Math.max(0, at - contrastReach), at).findLast(isNamelike);
      const other = tokens.slice(at + 1, at + 1 + contrastReach).find(isNamelike);
      if (!one || !other || one.stem === other.stem || isOurs(one) || isOurs(other)) return [];
      // Tools of different options stand for them.
      if (hintOf(one) !== undefined && hintOf(other) !== undefined && hintOf(one) !== hintOf(other))
        return [];
      const span = { from: tokens.indexOf(one), to: tokens.indexOf(other) + 1 };
      return [{ kind: 'contrast', why: 'subject', said: said(span), one: one.stem, other: other.stem }];
    });
    const employer = tokens.find((token, at) => isNamelike(token) && isEmploying({ from: at, to: at + 1 }));
    const [only, ...others] = content;
    const isDefinition =
      only !== undefined && others.length === 0 && !isOurs(only) && shape.includes('?what is');
    const defined: readonly Pointed[] = isDefinition
      ? [{ kind: 'defined', why: 'subject', said: only.text, stem: only.stem }]
      : [];
    const asEntities = wantsNumber
      ? content
          .filter(({ text }) => entities.has(text))
          .map(({ text, stem }): Pointed => ({ kind: 'words', why: 'subject', said: text, stems: [stem] }))
      : [];

    return {
      tokens,
      content,
      shape,
      options,
      spelled,
      frameworks,
      things,
      outside: outside.map(said),
      isComparison: has('compare'),
      tone: toneOf([question]),
      wantsNumber,
      metrics: new Set(metrics.map(({ value }) => value)),
      metricSaid: metrics.map(said).join(' '),
      named: new Set(
        tokens.filter((token) => inNames.has(token) || proper.has(token.stem) || entities.has(token.text)),
      ),
      explained,
      slots: [...new Set(slots.map(({ value }) => value))],
      stated,
      employer,
      pointed: [
        ...outside.map((found): Pointed => {
          if (isOpposed(found) && metrics.length === 0) {
            return { kind: 'opposed', why: 'subject', said: said(found) };
          }
          const group = found.value.kind === 'outside' ? found.value.group : undefined;
          return group !== undefined && isEmploying(found)
            ? { kind: 'member', why: 'subject', said: said(found), group, stems: stemsOf(found) }
            : point('subject', found);
        }),
        ...contrasts,
        ...defined,
        ...narrowing.map((found) => point('qualifier', found)),
        ...counted,
        ...sorts,
        ...numbers,
        ...asEntities,
      ],
    };
  };

  return {
    read,
    opposes: (wording) => terms.tokens(wording).some(isOpposing),
    slots: (wording) => [...new Set(findSlots(terms.tokens(wording)).map(({ value }) => value))],
  };
};

/** The words of a cue ("who came up with") are read as a slot and looked up only where there is nothing else. */
const withRest = (content: readonly Token[], cued: ReadonlySet<Token>): readonly Token[] => {
  const rest = content.filter((token) => !cued.has(token));
  return rest.length > 0 ? rest : content;
};

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

/** A capital inside a sentence; the first word of a message has one anyway. */
const isCapital = (text: string, token: Token | undefined, at: number): boolean =>
  token !== undefined && at > 0 && /^\p{Lu}/u.test(text.slice(token.start, token.end));
