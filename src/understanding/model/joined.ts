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

const formOf = keptWith(wordForm);
// The letters of a word are gone through once for all features that begin with it.
const begunOf = keptWith((token) => {
  const form = wordForm(token);
  return { pair: extendByWord(pairStart, form), skip: extendByWord(skipStart, form) };
});

export const joinedOf = ({ lexemes }: Words): Joined => {
  const count = lexemes.length;
  const pairs = new Uint32Array(Math.max(0, count - 1));
  const skips = new Uint32Array(Math.max(0, count - 2));
  const forms = lexemes.map(formOf);
  lexemes.forEach((lexeme, i) => {
    const { pair, skip } = begunOf(lexeme);
    if (i + 1 < count) pairs[i] = finish(extendByWord(pair, forms[i + 1] as string));
    if (i + 2 < count) skips[i] = finish(extendByWord(skip, forms[i + 2] as string));
  });
  return { pairs, skips };
};
