import { keptWith, type Words } from '../lexemes.ts';
import { extendByWord, finish } from './hash.ts';
import { pairStart, skipStart, wordForm } from './token-features.ts';

/** How the words of a text stand together: the features of the pair and of the skip that each token begins. */
export type Joined = {
  /** Of all tokens but the last. */
  readonly pairs: Uint32Array;
  /** Of all tokens but the last two. */
  readonly skips: Uint32Array;
};

// The letters of a word are gone through once for all features that begin with it.
const begunOf = keptWith((token) => {
  const form = wordForm(token);
  return { form, pair: extendByWord(pairStart, form), skip: extendByWord(skipStart, form) };
});

export const joinedOf = ({ lexemes }: Words): Joined => {
  const count = lexemes.length;
  const pairs = new Uint32Array(Math.max(0, count - 1));
  const skips = new Uint32Array(Math.max(0, count - 2));
  const begun = lexemes.map(begunOf);
  for (let i = 0; i + 1 < count; i += 1) {
    const { pair, skip } = begun[i] as ReturnType<typeof begunOf>;
    pairs[i] = finish(extendByWord(pair, begun[i + 1]?.form ?? ''));
    if (i + 2 < count) skips[i] = finish(extendByWord(skip, begun[i + 2]?.form ?? ''));
  }
  return { pairs, skips };
};
