import { stem } from './stem.ts';

/** A word as it is written in a text. */
export type Word = {
  readonly written: string;
  /** Folded: lower case, of each letter the commonest form. */
  readonly text: string;
  readonly stem: string;
  /** What begins with it among the spellings of the tokenizer that met it last, and whose spellings these are. */
  begins: unknown;
  spellings: object | undefined;
};

/** Words met lately, each in the one place that its letters lead to: what comes later takes that place. */
const places = 16_384;
const met: (Word | undefined)[] = new Array(places).fill(undefined);

/**
 * The word at [from, to) of a text. Most words have been met before, and then nothing is made: they are compared
 * where they stand. Whatever is looked up by a word afterwards finds the very same string.
 */
export const wordAt = (text: string, from: number, to: number): Word => {
  let hash = to - from;
  for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  const place = (hash ^ (hash >>> 13)) & (places - 1);
  const known = met[place];
  if (known !== undefined && stands(known.written, text, from, to)) return known;
  const written = copied(text, from, to);
  const folded = lower(written);
  const word: Word = { written, text: folded, stem: stem(folded), begins: undefined, spellings: undefined };
  // Long ones are seldom words.
  if (to - from <= longest) met[place] = word;
  return word;
};
const longest = 40;

/** A string of its own: a slice would keep the whole message in memory that it is cut from. */
const copied = (text: string, from: number, to: number): string => {
  const slice = text.slice(from, to);
  return to - from > longest
    ? slice
    : String.fromCharCode(...Array.from({ length: to - from }, (_, i) => slice.charCodeAt(i)));
};

const stands = (word: string, text: string, from: number, to: number): boolean => {
  if (word.length !== to - from) return false;
  for (let i = 0; i < word.length; i += 1) {
    if (word.charCodeAt(i) !== text.charCodeAt(from + i)) return false;
  }
  return true;
};

/** Lower case; the dot that Turkish capitals leave behind is dropped, and ё is е as most people type it. */
export const lower = (text: string): string => {
  const made = text.toLowerCase();
  return /^[\x20-\x7e]*$/.test(made)
    ? made
    : made.replaceAll('i̇', 'i').replaceAll('ё', 'е').replaceAll('_', '');
};
