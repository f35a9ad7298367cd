import type { Token } from '../../text/types.ts';
import { createKeeper, type Lexeme } from '../lexemes.ts';
import { addKnown, createFeatureList, type FeatureList } from './feature-list.ts';
import type { Weights } from './weights.ts';

/** What the features of words by themselves add to each sum, in steps. */
export type TokenSums = {
  /** Where the sums of a word begin in `sums`. */
  at(lexeme: Lexeme): number;
  /** How many of its features are known. Asked after `at`. */
  known(lexeme: Lexeme): number;
  /** Those of all words kept; another array once there are more. */
  sums: Int32Array;
};

/** Sums up the features that `pushFeatures` lists of a token, repeats included. */
export const createTokenSums = (
  weights: Weights,
  pushFeatures: (list: FeatureList, token: Token) => void,
): TokenSums => {
  const width = weights.outputs.length;
  const keeper = createKeeper();
  const list = createFeatureList();
  const sums = new Float64Array(width);
  let counts = new Int32Array(1024);

  const make = ({ token, slot }: Lexeme, at: number): void => {
    list.count = 0;
    pushFeatures(list, token);
    if (slot >= counts.length) {
      counts = grown(counts, slot * 2);
      all.sums = grown(all.sums, slot * 2 * width);
    }
    sums.fill(0);
    counts[slot] = addKnown(list, weights, sums);
    all.sums.set(sums, at);
  };

  const all: TokenSums = {
    at: (lexeme) => {
      const at = lexeme.slot * width;
      if (keeper.isNew(lexeme)) make(lexeme, at);
      return at;
    },
    known: ({ slot }) => counts[slot] as number,
    sums: new Int32Array(counts.length * width),
  };
  return all;
};

const grown = (values: Int32Array, length: number): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(length);
  larger.set(values);
  return larger;
};
