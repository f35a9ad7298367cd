import type { Knowledge } from '../domain/knowledge.ts';
import type { Folded, Token } from '../text/types.ts';
import { choosing } from './language/choice-words.ts';
import { byNumber, wordsOf } from './lexemes.ts';
import { nameToken } from './name-class.ts';
import { createPhraseFinder } from './phrase-finder.ts';
import { isWithin } from './within.ts';

/** What a message names. Each once, in order of appearance. */
export type Named = {
  readonly options: readonly string[];
  /** Options that the sentence rules out ("anything but X", "X is banned here"). */
  readonly ruledOut: readonly string[];
  /** Options that the choice does not extend to: it lies within another ("which framework for X?", "X's A or B"). */
  readonly unasked: readonly string[];
  readonly frameworks: readonly string[];
  /** An option or framework stands in a choice with another name: "X or Y". */
  readonly isChoice: boolean;
  /** Names outside the knowledge, as the person wrote them. */
  readonly outside: readonly string[];
  /** Kinds of the outside names, in the same order. */
  readonly outsideKinds: readonly string[];
  /** Names of ours stand in it, each of them as the word of another trade: "the lymph node is swollen". */
  readonly isElsewhere: boolean;
  /** Nothing stands in it but names of ours. */
  readonly isBare: boolean;
  /** A choice between options, put in words of which none says what it is for. */
  readonly isBareChoice: boolean;
};

export type NameReader = { read(folded: Folded): Named };

export const createNameReader = (knowledge: Knowledge, fold: (text: string) => Folded): NameReader => {
  const { values: options } = byNumber(new Map(knowledge.options.map(({ id }) => [nameToken(id), id])));
  const { values: frameworks } = byNumber(
    new Map(
      knowledge.options.flatMap((option) =>
        option.frameworks.map(({ id }) => [nameToken(id), { id, option: option.id }] as const),
      ),
    ),
  );
  const outside = createPhraseFinder(
    knowledge.searchWords.outside.flatMap(({ kind, names, alsoWords }) => [
      ...names.map((phrase) => ({ phrase, value: { kind, isWord: false } })),
      ...alsoWords.map((phrase) => ({ phrase, value: { kind, isWord: true } })),
    ]),
    (phrase) => fold(phrase).tokens,
  );
  const ruling = createPhraseFinder(
    bans.map((phrase) => ({ phrase, value: 'ban' as const })),
    (phrase) => fold(phrase).tokens,
  );

  const elsewhere = createPhraseFinder(
    knowledge.options
      .flatMap((option) => [option, ...option.frameworks])
      .flatMap(({ id, elsewhere }) => elsewhere.map((phrase) => ({ phrase, value: nameToken(id) }))),
    (phrase) => fold(phrase).tokens,
  );

  const insisting = createPhraseFinder(
    insists.map((phrase) => ({ phrase, value: 'insist' as const })),
    (phrase) => fold(phrase).tokens,
  );
  /** One option is insisted on, so the others are out; several insisted on rule out nothing. */
  const othersThan = (insisted: readonly string[]): readonly string[] =>
    unique(insisted).length === 1
      ? knowledge.options.map(({ id }) => id).filter((id) => id !== insisted[0])
      : [];

  return {
    read: (folded) => {
      const { tokens } = folded;
      let names = 0;
      let namesElsewhere = 0;
      const named: { readonly option: string; readonly at: number }[] = [];
      const foundFrameworks: { readonly id: string; readonly option: string }[] = [];
      const { numbers } = wordsOf(tokens);
      const isName = (at: number): boolean => {
        const number = numbers[at] ?? 0;
        return options[number] !== undefined || frameworks[number] !== undefined;
      };
      // What a word means in one place of a message it means throughout.
      const others = new Set(
        tokens.some((_, at) => isName(at)) ? elsewhere(tokens).map(({ value }) => value) : [],
      );
      numbers.forEach((number, at) => {
        const option = options[number];
        const framework = frameworks[number];
        if (option === undefined && framework === undefined) return;
        names += 1;
        if (others.has(tokens[at]?.text ?? '') && isPlainWord(folded, at)) {
          namesElsewhere += 1;
          return;
        }
        if (option !== undefined) named.push({ option, at });
        if (framework !== undefined) foundFrameworks.push(framework);
      });
      const met = longest(outside(tokens));
      const isAnyName = (at: number): boolean =>
        isName(at) || met.some(({ from, to }) => from <= at && at < to);
      const foreign = met.filter((found) => !found.value.isWord || isListed(tokens, found, met, isName));
      const banned = named.length === 0 ? [] : ruling(tokens);
      const insisted = named.length === 0 ? [] : insisting(tokens);
      const candidates = unique([
        ...named.map(({ option }) => option),
        ...foundFrameworks.map(({ option }) => option),
      ]);
      const isChoice = tokens.some(
        (_, at) =>
          between.has(tokens[at]?.text ?? '') &&
          (isName(at - 1) || isName(at + 1)) &&
          isAnyName(at - 1) &&
          isAnyName(at + 1),
      );
      const namedFrameworks = unique(foundFrameworks.map(({ id }) => id));
      const namedAt = (at: number) => {
        const number = numbers[at] ?? 0;
        if (options[number] !== undefined) return 'option';
        return frameworks[number] === undefined ? undefined : 'framework';
      };
      const isOfOne =
        candidates.length === 1 && ((isChoice && namedFrameworks.length > 1) || isWithin(tokens, namedAt));
      const isBare = names > 0 && tokens.every(({ kind }, at) => kind === 'punctuation' || isName(at));
      return {
        options: candidates,
        ruledOut: unique([
          ...named.filter(({ at }) => isRuledOut(tokens, at, banned)).map(({ option }) => option),
          ...othersThan(
            named.filter(({ at }) => isRuledOut(tokens, at, insisted)).map(({ option }) => option),
          ),
        ]),
        unasked: isOfOne ? othersThan(candidates) : [],
        isChoice,
        frameworks: namedFrameworks,
        outside: unique(
          foreign.map(({ from, to }) =>
            folded.text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0),
          ),
        ),
        outsideKinds: foreign.map(({ value }) => value.kind),
        isElsewhere: names > 0 && namesElsewhere === names,
        isBare,
        isBareChoice:
          !isBare &&
          candidates.length > 1 &&
          tokens.every(({ kind, text }, at) => kind === 'punctuation' || isName(at) || choosing.has(text)),
      };
    },
  };
};

/** Written as an ordinary word is: "lymph node", but "kubernetes node.js". */
const isPlainWord = ({ text, tokens }: Folded, at: number): boolean => {
  const written = text.slice(tokens[at]?.start, tokens[at]?.end);
  return /^\p{L}+$/u.test(written) && !/js$/i.test(written);
};

/** "Ruby on Rails" is one name, not three. */
const longest = <Found extends { readonly from: number; readonly to: number }>(
  found: readonly Found[],
): readonly Found[] =>
  found.filter(
    ({ from, to }, i) =>
      !found.some(
        (other, j) =>
          other.from <= from &&
          to <= other.to &&
          (other.to - other.from > to - from || (i > j && other.to - other.from === to - from)),
      ),
  );

type Met = { readonly value: { readonly isWord: boolean }; readonly from: number; readonly to: number };

/** Words between the names of a choice: "go or rust", "spring vs django". */
const between = new Set([
  'or',
  'vs',
  'versus',
  '/',
  ',',
  'and',
  'oder',
  'ou',
  'o',
  'of',
  'czy',
  'или',
  'veya',
  'atau',
  '还是',
  'against',
  'over',
]);

/** A name that is an ordinary word too counts where it stands in a choice with a plain name. */
const isListed = (
  tokens: readonly Token[],
  found: Met,
  all: readonly Met[],
  isName: (at: number) => boolean,
): boolean => {
  const plain = (at: number): boolean =>
    isName(at) || all.some((other) => !other.value.isWord && other.from <= at && at < other.to);
  const joins = (at: number): boolean => between.has(tokens[at]?.text ?? '');
  return (joins(found.to) && plain(found.to + 1)) || (joins(found.from - 1) && plain(found.from - 2));
};

/**
 * Ways of taking an option out of the choice; the name stands right before or after. The scope of ordinary
 * negation would be too wide here: "we don't know X" rules nothing out.
 */
const bans = [
  'banned',
  'forbidden',
  'not allowed',
  'no such thing as',
  'anything but',
  'everything but',
  'off the table',
  'out of the question',
  'ruled out',
  'is out',
  'refuse to use',
  'cannot use',
  "can't use",
  'must not use',
  'must not be used',
  'do not use',
  "don't use",
  'dont use',
  'do not recommend',
  "don't recommend",
  'dont recommend',
  'do not suggest',
  "don't suggest",
  'never again',
  'no more',
  'anything except',
  'pretend there is no',
  'forget about',
  'rule out',
  'rules out',
  'may not use',
  'not an option',
  'no option',
  'without',
  'excluding',
  'except',
  'apart from',
  'verboten',
  'kommt nicht in frage',
  'interdit',
  'hors de question',
  'prohibido',
  'descartado',
  'proibido',
  'vietato',
  'запрещен',
  'нельзя',
  '禁止',
  '不能用',
];

/** Ways of leaving only one option; the name stands right after, or right before "only" and its like. */
const insists = [
  'have to use',
  'has to use',
  'must use',
  'must be written in',
  'has to be written in',
  'have to be written in',
  'insist on',
  'insists on',
  'demands',
  'mandates',
  'is mandated',
  'is mandatory',
  'is compulsory',
  'company policy is',
  'only allowed is',
  'müssen verwenden',
  'ist vorgeschrieben',
  'obligatoire',
  'es obligatorio',
  'é obrigatório',
  'è obbligatorio',
  'обязателен',
  '必须用',
];

/** Farthest a ban may stand from the name, in tokens. */
const reach = 3;

const isRuledOut = (
  tokens: readonly Token[],
  at: number,
  banned: readonly { readonly from: number; readonly to: number }[],
): boolean =>
  banned.some(({ from, to }) => {
    const between = from > at ? tokens.slice(at + 1, from) : tokens.slice(to, at);
    const near = from > at ? from - at - 1 <= reach : at - to <= reach;
    return near && between.every(({ kind, text }) => kind !== 'punctuation' || text === ',');
  });

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];
