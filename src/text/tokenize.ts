import { type Atom, scan } from './scan.ts';
import { generalSpellings, gluedEndings, type Spelling } from './spellings.ts';
import { stem } from './stem.ts';
import type { Token } from './types.ts';

type Node = { readonly next: Map<string, Node>; as?: string };

/** Splits a cleaned text into folded tokens, whose offsets are those of the text. */
export type Tokenizer = (text: string) => readonly Token[];

/** Creates a tokenizer that also joins the given spellings; a later one wins over a general one of the same form. */
export const createTokenizer = (spellings: readonly Spelling[]): Tokenizer => {
  const root: Node = { next: new Map() };
  for (const spelling of [...generalSpellings, ...spellings]) {
    for (const form of spelling.forms) plant(root, form, spelling.as);
  }
  return (text) => join(scan(text), root);
};

const plant = (root: Node, form: string, as: string): void => {
  let node = root;
  for (const atom of scan(form)) {
    if (atom.kind === 'punctuation') continue;
    let next = node.next.get(atom.text);
    if (next === undefined) {
      next = { next: new Map() };
      node.next.set(atom.text, next);
    }
    node = next;
  }
  if (node !== root) node.as = as;
};

const join = (atoms: readonly Atom[], root: Node): readonly Token[] => {
  const tokens: Token[] = [];
  for (let at = 0; at < atoms.length; ) {
    const atom = atoms[at];
    if (atom === undefined) break;
    const found = atom.kind === 'word' || atom.kind === 'number' ? spellingAt(atoms, at, root) : undefined;
    if (found !== undefined) {
      const last = atoms[found.to - 1] ?? atom;
      tokens.push({ text: found.as, stem: found.as, kind: 'word', start: atom.start, end: last.end });
      at = found.to;
    } else {
      at = pushPlain(tokens, atoms, at, atom);
    }
  }
  return tokens;
};

/** The longest spelling that begins at an atom. */
const spellingAt = (
  atoms: readonly Atom[],
  at: number,
  root: Node,
): { as: string; to: number } | undefined => {
  // "socket.io" is one name: its second half is not the word that it would be alone.
  if (atoms[at]?.link === '.' && !beginsSentence(atoms, at)) return undefined;
  let node = begunBy(atoms[at], root);
  if (node === undefined) return undefined;
  let best: { as: string; to: number } | undefined;
  if (node.as !== undefined && !isGlued(atoms, at + 1)) best = { as: node.as, to: at + 1 };
  for (let to = at + 1; to < atoms.length; to += 1) {
    const atom = atoms[to];
    if (atom === undefined || atom.kind === 'punctuation' || atom.kind === 'emoji') break;
    if (atom.link === 'cut' || (atom.link === "'" && isClitic(atom))) {
      if (!(atom.link === "'" && node.next.has(atom.text))) break;
    }
    node = node.next.get(atom.text);
    if (node === undefined) break;
    if (node.as !== undefined && !isGlued(atoms, to + 1)) best = { as: node.as, to: to + 1 };
  }
  return best;
};

/** What begins with an atom. Nothing does with most words, and a word remembers that. */
const begunBy = (atom: Atom | undefined, root: Node): Node | undefined => {
  const word = atom?.word;
  if (word === undefined) return root.next.get(atom?.text ?? '');
  if (word.spellings !== root) {
    word.spellings = root;
    word.begins = root.next.get(word.text);
  }
  return word.begins as Node | undefined;
};

const clitics = new Set(['s', 're', 've', 'll', 'd', 'm']);
const isClitic = (atom: Atom): boolean => clitics.has(atom.text);
const beginsSentence = (atoms: readonly Atom[], at: number): boolean => (atoms[at]?.text.length ?? 0) > 2;
const isGlued = (atoms: readonly Atom[], at: number): boolean =>
  atoms[at]?.link === '.' && gluedEndings.has(atoms[at]?.text ?? '');

const elided =
  /^(l|d|j|n|m|t|s|c|qu|jusqu|lorsqu|puisqu|quelqu|dell|all|nell|un|dall|sull|quell|quest|com|dov)$/;

/** Pushes the token for one plain atom and what is glued to it; returns where to go on. */
const pushPlain = (tokens: Token[], atoms: readonly Atom[], at: number, atom: Atom): number => {
  const next = atoms[at + 1];
  if (atom.kind === 'number') {
    tokens.push(numberToken(atom));
    return at + 1;
  }
  if (atom.kind !== 'word') {
    tokens.push({ text: atom.text, stem: atom.text, kind: atom.kind, start: atom.start, end: atom.end });
    return at + 1;
  }
  if (atom.link === '.' && at > 0 && startsAfresh(tokens, atom)) {
    tokens.push({ text: '.', stem: '.', kind: 'punctuation', start: atom.start - 1, end: atom.start });
  }
  if (next?.link === "'" && next.text === 't' && atom.text.endsWith('n')) {
    tokens.push(wordToken(`${atom.text}'t`, atom.start, next.end));
    return at + 2;
  }
  if (next?.link === "'" && elided.test(atom.text) && !(isClitic(next) && next.text !== 'd')) {
    tokens.push({
      text: `${atom.text}'`,
      stem: `${atom.text}'`,
      kind: 'word',
      start: atom.start,
      end: next.start,
    });
    return at + 1;
  }
  if (atom.link === "'" && isClitic(atom)) {
    tokens.push({
      text: `'${atom.text}`,
      stem: `'${atom.text}`,
      kind: 'word',
      start: atom.start - 1,
      end: atom.end,
    });
    return at + 1;
  }
  let end = at + 1;
  let text = atom.text;
  while (isGlued(atoms, end)) {
    text += atoms[end]?.text ?? '';
    end += 1;
  }
  // "e.g." and "i.e.": the last dot belongs to the abbreviation.
  const after = atoms[end];
  if (text.length === end - at && end > at + 1 && after?.text === '.' && after.start === atoms[end - 1]?.end)
    end += 1;
  const isName = end > at + 1;
  tokens.push({
    text,
    stem: isName ? text : (atom.word?.stem ?? stem(text)),
    kind: 'word',
    start: atom.start,
    end: atoms[end - 1]?.end ?? atom.end,
  });
  return end;
};

/** "It works.Then it fails": a dot without a space that ends a sentence all the same. */
const startsAfresh = (tokens: readonly Token[], atom: Atom): boolean => {
  const before = tokens.at(-1);
  return (
    before !== undefined && before.kind === 'word' && atom.text.length > 1 && before.end === atom.start - 1
  );
};

const numberToken = (atom: Atom): Token => ({
  text: atom.text,
  stem: atom.text,
  kind: 'number',
  value: atom.value ?? Number.NaN,
  start: atom.start,
  end: atom.end,
});

const wordToken = (text: string, start: number, end: number): Token => ({
  text,
  stem: stem(text),
  kind: 'word',
  start,
  end,
});

const plain = createTokenizer([]);

/** Tokens of a text that needs no cleaning, with the general spellings only. */
export const tokenize: Tokenizer = (text) => plain(text);
