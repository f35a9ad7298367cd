import type { Token } from '../../text/types.ts';
import { keptWith, type Lexeme } from '../lexemes.ts';
import { createFeatureList, type FeatureList, findRows } from './feature-list.ts';
import type { Weights } from './weights.ts';

/** What the features of a token by itself add to each sum, in steps, and how many of them are known. */
export type TokenSums = {
  /** Its sums are `at` and what follows. */
  readonly sums: Int32Array;
  readonly at: number;
  readonly known: number;
};

/** Tokens whose sums lie in one array: arrays of a few numbers each would cost more than what is in them. */
const perBlock = 128;

/** Sums up the features that `pushFeatures` lists of a token, repeats included. */
export const createTokenSums = (
  weights: Weights,
  pushFeatures: (list: FeatureList, token: Token) => void,
): ((lexeme: Lexeme) => TokenSums) => {
  const width = weights.outputs.length;
  const list = createFeatureList();
  let block = new Int32Array(perBlock * width);
  let end = 0;
  return keptWith((token) => {
    list.count = 0;
    pushFeatures(list, token);
    findRows(list, weights);
    if (end === block.length) {
      block = new Int32Array(perBlock * width);
      end = 0;
    }
    const at = end;
    end += width;
    let known = 0;
    for (let i = 0; i < list.count; i += 1) {
      const row = list.rows[i] as number;
      if (row < 0) continue;
      weights.add(row, block, at, 1);
      known += 1;
    }
    return { sums: block, at, known };
  });
};
