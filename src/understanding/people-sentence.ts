import type { Folded } from '../text/types.ts';
import type { PeopleWord } from './language/people-words.ts';
import type { Found } from './phrase-finder.ts';
import type { Span } from './scope.ts';

const breaks = new Set(['.', ';', '!', '?', '\n', '…', '(', ')', '—', '|', '•']);

/** A message with the words about people marked in it, for the grammar to look around in. */
export type Sentence = {
  readonly folded: Folded;
  is(index: number, kind: PeopleWord): Found<PeopleWord> | undefined;
  /** All words of these kinds, in their order. */
  all(...kinds: readonly PeopleWord[]): readonly Found<PeopleWord>[];
  /** A word of this kind ends right before `index`. */
  endsAt(index: number, kind: PeopleWord): Found<PeopleWord> | undefined;
  /** The clause around a token, up to `limit` tokens each way; commas end it where asked. */
  clause(index: number, commas: boolean): Span;
  some(span: Span, kind: PeopleWord): Found<PeopleWord> | undefined;
  text(index: number): string;
};

/** Lays out the words about people by where they begin and end. */
export const layOut = (folded: Folded, words: readonly Found<PeopleWord>[]): Sentence => {
  const starts: (Found<PeopleWord>[] | undefined)[] = new Array(folded.tokens.length + 1);
  const ends: (Found<PeopleWord>[] | undefined)[] = new Array(folded.tokens.length + 1);
  const said = new Set<PeopleWord>();
  for (const word of words) {
    said.add(word.value);
    put(starts, word.from, word);
    put(ends, word.to, word);
  }
  const text = (index: number): string => folded.tokens[index]?.text ?? '';
  const isEnd = (index: number, commas: boolean): boolean =>
    index < 0 || index >= folded.tokens.length || breaks.has(text(index)) || (commas && text(index) === ',');
  const is: Sentence['is'] = (index, kind) => ofKind(index < 0 ? undefined : starts[index], kind);
  return {
    folded,
    text,
    is,
    all: (...kinds) =>
      kinds.some((kind) => said.has(kind)) ? words.filter(({ value }) => kinds.includes(value)) : [],
    endsAt: (index, kind) => ofKind(index < 0 ? undefined : ends[index], kind),
    clause: (index, commas) => {
      let from = index;
      let to = index;
      while (!isEnd(from - 1, commas) && index - from < 14) from -= 1;
      while (!isEnd(to, commas) && to - index < 14) to += 1;
      return [from, to];
    },
    some: ([from, to], kind) => {
      for (let index = from; index < to; index += 1) {
        const found = is(index, kind);
        if (found !== undefined && found.to <= to) return found;
      }
      return undefined;
    },
  };
};

const put = (places: (Found<PeopleWord>[] | undefined)[], index: number, word: Found<PeopleWord>): void => {
  const here = places[index];
  if (here === undefined) places[index] = [word];
  else here.push(word);
};

/** The last one of its kind: where several end at one place, the shortest. */
const ofKind = (
  words: readonly Found<PeopleWord>[] | undefined,
  kind: PeopleWord,
): Found<PeopleWord> | undefined => {
  if (words === undefined) return undefined;
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (word?.value === kind) return word;
  }
  return undefined;
};
