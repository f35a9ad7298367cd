import type { Knowledge } from '../domain/knowledge.ts';
import type { Folded, Token } from '../text/types.ts';
import { nameToken } from './name-class.ts';
import { createPhraseFinder } from './phrase-finder.ts';

/** What a message names. Each once, in order of appearance. */
export type Named = {
  readonly options: readonly string[];
  /** Options that the sentence rules out ("anything but X", "X is banned here"). */
  readonly ruledOut: readonly string[];
  readonly frameworks: readonly string[];
  /** Names outside the knowledge, as the person wrote them. */
  readonly outside: readonly string[];
  /** Kinds of the outside names, in the same order. */
  readonly outsideKinds: readonly string[];
};

export type NameReader = { read(folded: Folded): Named };

export const createNameReader = (knowledge: Knowledge, fold: (text: string) => Folded): NameReader => {
  const options = new Map(knowledge.options.map(({ id }) => [nameToken(id), id]));
  const frameworks = new Map(
    knowledge.options.flatMap((option) =>
      option.frameworks.map(({ id }) => [nameToken(id), { id, option: option.id }] as const),
    ),
  );
  const outside = createPhraseFinder(
    knowledge.searchWords.outside.flatMap(({ kind, names }) =>
      names.map((phrase) => ({ phrase, value: kind })),
    ),
    (phrase) => fold(phrase).tokens,
  );
  const ruling = createPhraseFinder(
    bans.map((phrase) => ({ phrase, value: 'ban' as const })),
    (phrase) => fold(phrase).tokens,
  );

  return {
    read: (folded) => {
      const { tokens } = folded;
      const named = tokens.flatMap((token, at) => {
        const option = options.get(token.text);
        return option === undefined ? [] : [{ option, at }];
      });
      const foundFrameworks = tokens.flatMap((token) => frameworks.get(token.text) ?? []);
      const foreign = outside(tokens);
      const banned = ruling(tokens);
      return {
        options: unique([
          ...named.map(({ option }) => option),
          ...foundFrameworks.map(({ option }) => option),
        ]),
        ruledOut: unique(
          named.filter(({ at }) => isRuledOut(tokens, at, banned)).map(({ option }) => option),
        ),
        frameworks: unique(foundFrameworks.map(({ id }) => id)),
        outside: unique(
          foreign.map(({ from, to }) =>
            folded.text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0),
          ),
        ),
        outsideKinds: foreign.map(({ value }) => value),
      };
    },
  };
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
