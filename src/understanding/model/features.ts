import type { Folded, Token } from '../../text/types.ts';
import type { NameClass } from '../name-class.ts';
import { createFeatureList, type FeatureList, push, uniqueOf } from './feature-list.ts';
import { feature } from './hash.ts';
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

/** All features of a message, each once, for what the message wants as a whole. */
export const messageFeatures = (folded: Folded, place: Place, nameClass: NameClass): Uint32Array => {
  const list = createFeatureList();
  pushMessage(list, folded, place, nameClass);
  return uniqueOf(list);
};

/** The same features, repeats included. */
export const pushMessage = (list: FeatureList, folded: Folded, place: Place, nameClass: NameClass): void => {
  const { tokens } = folded;
  const forms = tokens.map(messageForm);
  const classes = tokens.map(nameClass);
  for (let i = 0; i < tokens.length; i += 1) {
    const form = forms[i] ?? '';
    pushToken(list, tokens[i] as Token, form);
    push(list, pairFeature(form, forms[i + 1] ?? '$'));
    const next = forms[i + 2];
    if (next !== undefined) push(list, skipFeature(form, next));
    pushClasses(list, i, forms, classes);
  }
  pushCounts(list, tokens, classes);
  const [first = '', second = ''] = forms;
  pushEnds(list, first, second, forms.at(-1) ?? '');
  pushShape(list, folded.text, tokens.length);
  push(list, feature(family.thread, String(place.isFollowUp), place.before));
  if (place.isFollowUp) push(list, feature(family.thread, 'first', first));
  if (folded.code.length > 0) push(list, feature(family.shape, 'code'));
};

/** What a message of one token would have, named by nothing and in no thread: the features of the token … */
export const pushAlone = (list: FeatureList, token: Token): void => {
  const form = messageForm(token);
  pushToken(list, token, form);
  push(list, pairFeature(form, '$'));
  pushEnds(list, form, '', form);
};

/** … and those that it has whatever the token is. */
export const pushLone = (list: FeatureList, text: string): void => {
  push(list, feature(family.classCount, ''));
  pushShape(list, text, 1);
  push(list, feature(family.thread, 'false', ''));
};

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

const messageForm = (token: Token): string => (token.kind === 'number' ? '#' : token.stem);

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
