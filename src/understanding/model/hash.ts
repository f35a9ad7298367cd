/**
 * 32-bit FNV-1a with a final mix, so that features which differ in one letter land far apart.
 * Features are named by number only: the model holds no text.
 * Source: Fowler, Noll, Vo, "The FNV non-cryptographic hash algorithm"; mixing constants by Ellis ("prospecting for hash functions").
 */
const offset = 0x811c9dc5;
const prime = 0x01000193;

/** Continues a hash over the characters [from, to) of a text. */
export const extend = (hash: number, text: string, from = 0, to = text.length): number => {
  let value = hash;
  for (let i = from; i < to; i += 1) value = Math.imul(value ^ text.charCodeAt(i), prime);
  return value;
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

/** Feature of a family ("bigram") and its words. Words are set apart, so that "ab c" and "a bc" differ. */
export const feature = (family: number, ...words: readonly string[]): number => {
  let hash = start(family);
  for (const word of words) hash = Math.imul(extend(hash, word) ^ 0x1f, prime);
  return finish(hash);
};
