import type { Folded, Token } from '../../text/types.ts';
import { type Lexeme, wordsOf } from '../lexemes.ts';
import type { NameClass } from '../name-class.ts';
import { createFeatureList, type FeatureList, push, uniqueOf } from './feature-list.ts';
import { feature } from './hash.ts';
import { type Joined, joinedOf } from './joined.ts';
import { pairFeature, pushToken, skipFeature } from './token-features.ts';

/** Families of features, by number. Changing one changes every feature of it: train again. */
const family = {
  first: 5,
  firstPair: 6,
  last: 7,
  length: 8,
  thread: 9,
  shape: 10,
  classPair: 11,
  classSkip: 12,
  classTriple: 13,
  classCount: 14,
} as const;

/** Where a message stands in its thread. */
export type Place = {
  readonly isFollowUp: boolean;
  /** Kind of the message before; empty in the first. */
  readonly before: string;
};

/**
 * All features of a message, for what it wants as a whole: those of each different word, and once each those of how
 * its words stand together.
 */
export const messageFeatures = (folded: Folded, place: Place, nameClass: NameClass): Uint32Array => {
  const alone = createFeatureList();
  for (const { token } of wordsOf(folded.tokens).different) pushAlone(alone, token);
  const together = createFeatureList();
  pushMessage(together, folded, place, nameClass, joinedOf(wordsOf(folded.tokens)));
  return Uint32Array.of(...alone.ids.subarray(0, alone.count), ...uniqueOf(together));
};

/** The features that a message has beyond those of its tokens by themselves, repeats included. */
export const pushMessage = (
  list: FeatureList,
  folded: Folded,
  place: Place,
  nameClass: NameClass,
  joined: Joined,
): void => {
  const { lexemes } = wordsOf(folded.tokens);
  const forms = lexemes.map(messageForm);
  const classes = lexemes.map(nameClass);
  for (let i = 0; i < forms.length; i += 1) {
    pushJoined(list, i, lexemes, forms, joined);
    pushClasses(list, i, forms, classes);
  }
  pushCounts(list, folded.tokens, classes);
  const [first = '', second = ''] = forms;
  pushEnds(list, first, second, forms.at(-1) ?? '');
  pushShape(list, folded.text, forms.length);
  push(list, feature(family.thread, String(place.isFollowUp), place.before));
  if (place.isFollowUp) push(list, feature(family.thread, 'first', first));
  if (folded.code.length > 0) push(list, feature(family.shape, 'code'));
};

/** The pair and the skip that a token begins. Here numbers are all alike; all else is joined as it is elsewhere. */
const pushJoined = (
  list: FeatureList,
  i: number,
  lexemes: readonly Lexeme[],
  forms: readonly string[],
  { pairs, skips }: Joined,
): void => {
  const isNumber = lexemes[i]?.kind === 'number';
  const form = forms[i] as string;
  const next = lexemes[i + 1];
  if (isNumber || next === undefined || next.kind === 'number') {
    push(list, pairFeature(form, forms[i + 1] ?? '$'));
  } else push(list, pairs[i] as number);
  const afterNext = lexemes[i + 2];
  if (afterNext === undefined) return;
  if (isNumber || afterNext.kind === 'number') push(list, skipFeature(form, forms[i + 2] as string));
  else push(list, skips[i] as number);
};

/** The features of a word by itself, whatever message it stands in. */
export const pushAlone = (list: FeatureList, token: Token): void =>
  pushToken(list, token, messageForm(token));

/** The words that a message opens and ends with. */
const pushEnds = (list: FeatureList, first: string, second: string, last: string): void => {
  push(list, feature(family.first, first));
  push(list, feature(family.firstPair, first, second));
  push(list, feature(family.last, last));
};

/** How long the message is, and whether it ends as a question. */
const pushShape = (list: FeatureList, text: string, tokens: number): void => {
  const asks = text.trimEnd().endsWith('?') ? '?' : '.';
  const size = Math.floor(Math.log2(tokens + 1) * 2);
  for (let step = 0; step <= size; step += 1) push(list, feature(family.length, String(step)));
  push(list, feature(family.shape, asks));
  push(list, feature(family.shape, asks, String(Math.min(9, size))));
};

const messageForm = ({ kind, stem }: Pick<Token, 'kind' | 'stem'>): string =>
  kind === 'number' ? '#' : stem;

const pushClasses = (
  list: FeatureList,
  i: number,
  forms: readonly string[],
  classes: readonly (string | undefined)[],
): void => {
  const first = classes[i];
  const second = classes[i + 1];
  const third = classes[i + 2];
  if (first === undefined && second === undefined && third === undefined) return;
  const a = first ?? forms[i] ?? '$';
  const b = second ?? forms[i + 1] ?? '$';
  const c = third ?? forms[i + 2] ?? '$';
  const hasThird = i + 2 < forms.length;
  if (first !== undefined || second !== undefined) {
    push(list, feature(family.classPair, a, b));
    if (hasThird) push(list, feature(family.classTriple, a, b, c));
  }
  if ((first !== undefined || third !== undefined) && hasThird) push(list, feature(family.classSkip, a, c));
};

/** How many different names of each class there are: none, one, or several. */
const pushCounts = (
  list: FeatureList,
  tokens: readonly Token[],
  classes: readonly (string | undefined)[],
): void => {
  const named = new Map<string, Set<string>>();
  for (let i = 0; i < tokens.length; i += 1) {
    const name = classes[i];
    if (name === undefined) continue;
    const seen = named.get(name);
    const text = (tokens[i] as Token).text;
    if (seen === undefined) named.set(name, new Set([text]));
    else seen.add(text);
  }
  const counts = [...named].map(([name, seen]) => [name, String(Math.min(2, seen.size))] as const);
  for (const [name, count] of counts) push(list, feature(family.classCount, name, count));
  const all = counts.map(([name, count]) => `${name}${count}`).sort();
  push(list, feature(family.classCount, all.join(' ')));
};
