import type { Token } from '../../text/types.ts';
import { keptWith, type Lexeme } from '../lexemes.ts';
import { createFeatureList, type FeatureList, findRows } from './feature-list.ts';
import type { Weights } from './weights.ts';

/** What the features of a token by itself add to each sum, in steps, and how many of them are known. */
export type TokenSums = { readonly sums: Int32Array; readonly known: number };

/** Sums up the features that `pushFeatures` lists of a token, repeats included. */
export const createTokenSums = (
  weights: Weights,
  pushFeatures: (list: FeatureList, token: Token) => void,
): ((lexeme: Lexeme) => TokenSums) => {
  const tally = weights.createTally();
  const list = createFeatureList();
  return keptWith((token) => {
    list.count = 0;
    pushFeatures(list, token);
    findRows(list, weights.index);
    const known = tally.add(list.rows, 0, list.count);
    return { sums: tally.sums.slice(0, weights.width), known };
  });
};
