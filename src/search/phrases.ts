import type { Token } from '../text/types.ts';

type Node<T> = { readonly next: Map<string, Node<T>>; readonly values: T[] };

/** A phrase found in a question: tokens [from, to). */
export type Found<T> = { readonly value: T; readonly from: number; readonly to: number };

/** Finds, at every token, the longest phrase that begins there; compares stems, or what `keyOf` gives. Linear in the text. */
export type Phrases<T> = (tokens: readonly Token[]) => readonly Found<T>[];

/** Creates a finder for phrases that are given as tokens. One phrase may stand for several values. */
export const createPhrases = <T>(
  entries: readonly { readonly phrase: readonly Token[]; readonly value: T }[],
  keyOf: (token: Token) => string = ({ stem }) => stem,
): Phrases<T> => {
  const root: Node<T> = { next: new Map(), values: [] };
  for (const { phrase, value } of entries) {
    let node = root;
    for (const token of phrase) {
      const stem = keyOf(token);
      const next = node.next.get(stem) ?? { next: new Map(), values: [] };
      node.next.set(stem, next);
      node = next;
    }
    if (node !== root && !node.values.includes(value)) node.values.push(value);
  }
  return (tokens) => {
    const found: Found<T>[] = [];
    for (let from = 0; from < tokens.length; from += 1) {
      let node: Node<T> | undefined = root;
      let best: { readonly values: readonly T[]; readonly to: number } | undefined;
      for (let at = from; at < tokens.length; at += 1) {
        const token: Token | undefined = tokens[at];
        if (token === undefined) break;
        node = node.next.get(keyOf(token));
        if (node === undefined) break;
        if (node.values.length > 0) best = { values: node.values, to: at + 1 };
      }
      for (const value of best?.values ?? []) found.push({ value, from, to: best?.to ?? from });
    }
    return found;
  };
};
