import type { Token } from '../../text/types.ts';
import { type FeatureList, push } from './feature-list.ts';
import { extend, extendByWord, finish, start } from './hash.ts';

/** Families of the features of words, by number; those from 5 on are in `features.ts`. */
const family = { word: 1, pair: 2, skip: 3, letters: 4 } as const;

const shortestGram = 3;
const longestGram = 4;

/** Numbers speak by their size: "40k sockets" and "50,000 sockets" say the same. */
export const wordForm = (token: Token): string => {
  if (token.kind !== 'number') return token.stem;
  const value = token.value ?? 0;
  if (value >= 1e6) return '#1e6';
  if (value >= 1e4) return '#1e4';
  if (value >= 1e3) return '#1e3';
  if (value >= 1e2) return '#1e2';
  return '#';
};

/** The features of a single token: its stem, and the letters it is made of. */
export const pushToken = (list: FeatureList, token: Token, form: string): void => {
  push(list, finish(extendByWord(start(family.word), form)));
  if (token.kind !== 'word') return;
  const length = mark(token.text);
  const from = start(family.letters);
  for (let i = 0; i + shortestGram <= length; i += 1) {
    let hash = from;
    const longest = Math.min(length, i + longestGram);
    for (let end = i; end < longest; end += 1) {
      hash = extend(hash, units[end] as number);
      if (end - i + 1 >= shortestGram) push(list, finish(hash));
    }
  }
};

/** Lays out "<word>" as numbers, so that its letters are looked at without making strings; returns its length. */
const mark = (word: string): number => {
  const length = word.length + 2;
  if (units.length < length) units = new Uint16Array(length * 2);
  units[0] = 0x3c;
  for (let i = 0; i < word.length; i += 1) units[i + 1] = word.charCodeAt(i);
  units[length - 1] = 0x3e;
  return length;
};
let units = new Uint16Array(64);

export const pairStart = start(family.pair);
export const skipStart = start(family.skip);

export const pairFeature = (a: string, b: string): number =>
  finish(extendByWord(extendByWord(pairStart, a), b));
export const skipFeature = (a: string, b: string): number =>
  finish(extendByWord(extendByWord(skipStart, a), b));
