import type { Token } from '../text/types.ts';
import {
  alternatives,
  articles,
  determining,
  endsAsking,
  ofIt,
  parts,
  seeking,
} from './language/part-words.ts';

/** Words before a part within which somebody asks for it: "what would be a good light …". */
const reach = 6;
/** Words between a name and what belongs to it: "X's light web framework", "framework for a small X". */
const gap = 3;

/** What stands at a place: the name of something that can be chosen itself, or of a framework of it. */
export type NamedAt = (at: number) => 'option' | 'framework' | undefined;

/**
 * Whether the choice lies within the one option that is named: "which framework for X", "the best X library",
 * "alternatives to" one of its frameworks. To be asked where all that is named belongs to one option.
 */
export const isWithin = (tokens: readonly Token[], namedAt: NamedAt): boolean =>
  tokens.some(({ text }, at) => {
    if (parts.has(text))
      return (isOf(tokens, at, namedAt) || isBefore(tokens, at, namedAt)) && isAsked(tokens, at);
    return alternatives.has(text) && isToFramework(tokens, at, namedAt);
  });

/** Places from `at` on in one direction, up to the end of the clause. */
const along = (tokens: readonly Token[], at: number, step: 1 | -1, most: number): readonly number[] => {
  const places: number[] = [];
  for (let place = at + step; places.length < most; place += step) {
    const token = tokens[place];
    if (token === undefined || token.kind === 'punctuation') break;
    places.push(place);
  }
  return places;
};

const isAsked = (tokens: readonly Token[], part: number): boolean => {
  let isMentioned = false;
  for (const at of along(tokens, part, -1, reach)) {
    const { text = '' } = tokens[at] ?? {};
    if (seeking.has(text) || (determining.has(text) && !isMentioned)) return true;
    if (endsAsking.has(text)) return false;
    if (articles.has(text)) isMentioned = true;
  }
  return false;
};

/** "… framework for X". */
const isOf = (tokens: readonly Token[], part: number, namedAt: NamedAt): boolean => {
  const after = along(tokens, part, 1, gap + 2);
  const from = after.findIndex((at) => ofIt.has(tokens[at]?.text ?? ''));
  return from >= 0 && after.slice(from + 1).some((at) => namedAt(at) !== undefined);
};

/** "X framework", "X web framework". */
const isBefore = (tokens: readonly Token[], part: number, namedAt: NamedAt): boolean =>
  along(tokens, part, -1, gap).some((at) => namedAt(at) !== undefined);

/** "alternatives to X", "X alternatives": to a whole option they lie elsewhere. */
const isToFramework = (tokens: readonly Token[], at: number, namedAt: NamedAt): boolean =>
  [...along(tokens, at, 1, gap), at - 1].some((place) => namedAt(place) === 'framework');
