import type { Folded, Token } from '../../text/types.ts';
import type { NameClass } from '../name-class.ts';
import { extend, feature, finish, start } from './hash.ts';

/** Families of features, by number. Changing one changes every feature of it: train again. */
const family = {
  word: 1,
  pair: 2,
  skip: 3,
  letters: 4,
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

const shortestGram = 3;
const longestGram = 5;

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

/** Calls `visit` with the features of a single token: its stem, and the letters it is made of. */
export const visitToken = (token: Token, form: string, visit: (feature: number) => void): void => {
  visit(feature(family.word, form));
  if (token.kind !== 'word') return;
  const marked = `<${token.text}>`;
  const from = start(family.letters);
  for (let i = 0; i + shortestGram <= marked.length; i += 1) {
    let hash = extend(from, marked, i, i + shortestGram - 1);
    const longest = Math.min(marked.length, i + longestGram);
    for (let end = i + shortestGram - 1; end < longest; end += 1) {
      hash = extend(hash, marked, end, end + 1);
      visit(finish(hash));
    }
  }
};

export const pairFeature = (a: string, b: string): number => feature(family.pair, a, b);
export const skipFeature = (a: string, b: string): number => feature(family.skip, a, b);

/** Where a message stands in its thread. */
export type Place = {
  readonly isFollowUp: boolean;
  /** Kind of the message before; empty in the first. */
  readonly before: string;
};

/** All features of a message, each once, for what the message wants as a whole. */
export const messageFeatures = (folded: Folded, place: Place, nameClass: NameClass): Uint32Array => {
  const { tokens } = folded;
  const found = new Set<number>();
  const add = (id: number) => found.add(id);
  const forms = tokens.map((token) => (token.kind === 'number' ? '#' : token.stem));
  const classes = tokens.map((token) => nameClass(token));
  tokens.forEach((token, i) => {
    const form = forms[i] ?? '';
    visitToken(token, form, add);
    add(pairFeature(form, forms[i + 1] ?? '$'));
    const next = forms[i + 2];
    if (next !== undefined) add(skipFeature(form, next));
    addClasses(i, forms, classes, add);
  });
  const counts = countClasses(tokens, classes);
  for (const [name, count] of counts) add(feature(family.classCount, name, String(Math.min(2, count))));
  add(
    feature(
      family.classCount,
      [...counts]
        .map(([name, count]) => `${name}${Math.min(2, count)}`)
        .sort()
        .join(' '),
    ),
  );

  const [first = '', second = ''] = forms;
  add(feature(family.first, first));
  add(feature(family.firstPair, first, second));
  add(feature(family.last, forms.at(-1) ?? ''));
  const asks = folded.text.trimEnd().endsWith('?') ? '?' : '.';
  const size = Math.floor(Math.log2(tokens.length + 1) * 2);
  for (let step = 0; step <= size; step += 1) add(feature(family.length, String(step)));
  add(feature(family.shape, asks));
  add(feature(family.shape, asks, String(Math.min(9, size))));
  add(feature(family.thread, String(place.isFollowUp), place.before));
  if (place.isFollowUp) add(feature(family.thread, 'first', first));
  if (folded.code.length > 0) add(feature(family.shape, 'code'));
  return Uint32Array.from(found);
};

const addClasses = (
  i: number,
  forms: readonly string[],
  classes: readonly (string | undefined)[],
  add: (id: number) => void,
): void => {
  const at = (j: number): string => classes[j] ?? forms[j] ?? '$';
  const isClass = (j: number): boolean => classes[j] !== undefined;
  if (isClass(i) || isClass(i + 1)) {
    add(feature(family.classPair, at(i), at(i + 1)));
    if (i + 2 < forms.length) add(feature(family.classTriple, at(i), at(i + 1), at(i + 2)));
  }
  if ((isClass(i) || isClass(i + 2)) && i + 2 < forms.length)
    add(feature(family.classSkip, at(i), at(i + 2)));
};

const countClasses = (
  tokens: readonly Token[],
  classes: readonly (string | undefined)[],
): ReadonlyMap<string, number> => {
  const named = new Map<string, Set<string>>();
  tokens.forEach((token, i) => {
    const name = classes[i];
    if (name === undefined) return;
    const seen = named.get(name) ?? new Set<string>();
    seen.add(token.text);
    named.set(name, seen);
  });
  return new Map([...named].map(([name, seen]) => [name, seen.size]));
};
