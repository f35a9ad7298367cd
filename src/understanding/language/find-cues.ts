import { tokenize } from '../../text/tokenize.ts';
import type { Token } from '../../text/types.ts';
import { byNumber, type Lookup, numberOf, wordsOf } from '../lexemes.ts';
import type { Cues } from './cues.ts';

/** The lists of a language that hold phrases. */
export type CueKind = Exclude<keyof Cues, 'language' | 'markers' | 'verbLast'>;

/** A cue found in a message: tokens [from, to). */
export type Cue = {
  readonly kind: CueKind;
  readonly from: number;
  readonly to: number;
  readonly verbLast: boolean;
};

/** What goes on with a word, by its number. */
type Node = { readonly next: Map<number, Node>; kinds: CueKind[] };
/** What begins with a word, by its number. */
type Firsts = Lookup<Node>;

/** Finds the cues of some languages in tokens, in one pass; the longest of a kind at each place. */
export type CueFinder = (tokens: readonly Token[], languages: readonly Cues[]) => readonly Cue[];

/** Creates a finder. Each language's phrases are planted once, accents optional, and walked token by token. */
export const createCueFinder = (all: readonly Cues[]): CueFinder => {
  // A language is planted when it is first heard: most processes never hear most of them.
  const roots = new Map<string, Firsts>();
  const rootOf = (cues: Cues): Firsts => {
    const root = roots.get(cues.language) ?? plant(cues);
    roots.set(cues.language, root);
    return root;
  };
  const served = new Set(all);
  return (tokens, languages) => {
    const found: Cue[] = [];
    for (const language of languages) {
      if (!served.has(language)) continue;
      const { values, mark } = rootOf(language);
      // Planting a language numbers its words, so they are looked up after that.
      const { numbers, marks } = wordsOf(tokens);
      for (let from = 0; from < marks.length; from += 1) {
        // At most places nothing begins.
        if (((marks[from] as number) & mark) === 0) continue;
        const node = values[numbers[from] as number];
        if (node !== undefined) walk(numbers, from, node, language.verbLast === true, found);
      }
    }
    return found;
  };
};

const walk = (numbers: Int32Array, from: number, begun: Node, verbLast: boolean, found: Cue[]): void => {
  let node: Node | undefined = begun;
  const first = found.length;
  for (let to = from + 1; node !== undefined; to += 1) {
    for (const kind of node.kinds) extend(found, first, { kind, from, to, verbLast });
    node = to < numbers.length ? node.next.get(numbers[to] as number) : undefined;
  }
};

/** A longer cue of the same kind takes the place of the shorter one; those of one place stand from `first` on. */
const extend = (found: Cue[], first: number, longer: Cue): void => {
  let at = first;
  while (at < found.length && found[at]?.kind !== longer.kind) at += 1;
  found[at] = longer;
};

const plant = (cues: Cues): Firsts => {
  const begun = new Map<string, Node>();
  for (const [key, phrases] of Object.entries(cues)) {
    if (!Array.isArray(phrases) || key === 'markers') continue;
    for (const phrase of phrases) {
      plantPhrase(begun, phrase, key as CueKind);
      const bare = phrase
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC');
      if (bare !== phrase) plantPhrase(begun, bare, key as CueKind);
    }
  }
  return byNumber(begun);
};

const plantPhrase = (begun: Map<string, Node>, phrase: string, kind: CueKind): void => {
  const [first, ...others] = tokenize(phrase);
  if (first === undefined) return;
  let node: Node = begun.get(first.text) ?? { next: new Map(), kinds: [] };
  begun.set(first.text, node);
  for (const { text } of others) {
    const number = numberOf(text);
    const next: Node = node.next.get(number) ?? { next: new Map(), kinds: [] };
    node.next.set(number, next);
    node = next;
  }
  if (!node.kinds.includes(kind)) node.kinds.push(kind);
};
