/**
 * 32-bit FNV-1a with a final mix, so that features which differ in one letter land far apart.
 * Features are named by number only: the model holds no text.
 * Source: Fowler, Noll, Vo, "The FNV non-cryptographic hash algorithm"; mixing constants by Ellis ("prospecting for hash functions").
 */
const offset = 0x811c9dc5;
const prime = 0x01000193;

/** Continues a hash by one UTF-16 unit. */
export const extend = (hash: number, unit: number): number => Math.imul(hash ^ unit, prime);

/** Continues a hash by a whole word. Words are set apart, so that "ab c" and "a bc" differ. */
export const extendByWord = (hash: number, word: string): number => {
  let value = hash;
  for (let i = 0; i < word.length; i += 1) value = extend(value, word.charCodeAt(i));
  return extend(value, 0x1f);
};

export const start = (family: number): number => Math.imul(offset ^ family, prime);

/** The number of a feature, 0 … 2³²−1. */
export const finish = (hash: number): number => {
  let value = hash ^ (hash >>> 15);
  value = Math.imul(value, 0x2c1b3c6d);
  value ^= value >>> 12;
  value = Math.imul(value, 0x297a2d39);
  return (value ^ (value >>> 15)) >>> 0;
};

/** Feature of a family ("bigram") and its words. */
export const feature = (family: number, ...words: readonly string[]): number => {
  let hash = start(family);
  for (const word of words) hash = extendByWord(hash, word);
  return finish(hash);
};
