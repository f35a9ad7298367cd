import type { Token } from '../text/types.ts';
import { byNumber, numberOf, wordsOf } from './lexemes.ts';

/** A phrase found at tokens [from, to), with what it stands for. */
export type Found<Value> = { readonly value: Value; readonly from: number; readonly to: number };

export type PhraseFinder<Value> = (tokens: readonly Token[]) => readonly Found<Value>[];

/** What goes on with a word, by its number. */
type Node<Value> = { readonly next: Map<number, Node<Value>>; readonly values: Value[] };

/**
 * Creates a finder of phrases in tokens, by their folded text: one walk over the tokens whatever the number of
 * phrases. At each place the longest phrase of each value is found; different values may overlap.
 */
export const createPhraseFinder = <Value>(
  entries: readonly { readonly phrase: string; readonly value: Value }[],
  tokenize: (phrase: string) => readonly Token[],
): PhraseFinder<Value> => {
  const begun = new Map<string, Node<Value>>();
  for (const { phrase, value } of entries) {
    const [first, ...others] = tokenize(phrase);
    if (first === undefined) continue;
    let node: Node<Value> = begun.get(first.text) ?? { next: new Map(), values: [] };
    begun.set(first.text, node);
    for (const { text } of others) {
      const number = numberOf(text);
      const next: Node<Value> = node.next.get(number) ?? { next: new Map(), values: [] };
      node.next.set(number, next);
      node = next;
    }
    if (!node.values.includes(value)) node.values.push(value);
  }
  const { values: firsts, mark } = byNumber(begun);
  return (tokens) => {
    const found: Found<Value>[] = [];
    const { numbers, marks } = wordsOf(tokens);
    for (let from = 0; from < marks.length; from += 1) {
      // At most places nothing begins.
      if (((marks[from] as number) & mark) === 0) continue;
      let node = firsts[numbers[from] as number];
      if (node === undefined) continue;
      const first = found.length;
      for (let to = from + 1; node !== undefined; to += 1) {
        for (const value of node.values) extend(found, first, { value, from, to });
        node = to < numbers.length ? node.next.get(numbers[to] as number) : undefined;
      }
    }
    return found;
  };
};

/** A longer phrase of the same value takes the place of the shorter one; those of one place stand from `first` on. */
const extend = <Value>(found: Found<Value>[], first: number, longer: Found<Value>): void => {
  let at = first;
  while (at < found.length && found[at]?.value !== longer.value) at += 1;
  found[at] = longer;
};
