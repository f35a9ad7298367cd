import type { Token } from '../../text/types.ts';
import { type Lexeme, lexemesOf } from '../lexemes.ts';
import { createFeatureList, findRows, push } from './feature-list.ts';
import { pairFeature, pushToken, skipFeature, wordForm } from './token-features.ts';
import { createTokenSums } from './token-sums.ts';
import type { Weights } from './weights.ts';

/** Lengths of the stretches of text that are judged, in tokens, shortest first. */
const sizes = [2, 4, 7] as const;
const longest = 7;

export type Stretch = readonly [from: number, to: number];

/** All stretches of a text of `count` tokens; one shorter than a window is a single stretch. */
export const stretchesOf = (count: number): readonly Stretch[] => {
  const all: Stretch[] = [];
  for (const size of sizes) {
    for (let from = 0; from === 0 || from + size <= count; from += 1)
      all.push([from, Math.min(count, from + size)]);
  }
  return all;
};

/** The features of one stretch, repeats included: the same that `createWindowScorer` adds up. */
export const stretchFeatures = (tokens: readonly Token[], [from, to]: Stretch): readonly number[] => {
  const list = createFeatureList();
  const inside = tokens.slice(from, to);
  const forms = inside.map(wordForm);
  inside.forEach((token, i) => {
    const form = forms[i] ?? '';
    pushToken(list, token, form);
    const next = forms[i + 1];
    if (next !== undefined) push(list, pairFeature(form, next));
    const afterNext = forms[i + 2];
    if (afterNext !== undefined) push(list, skipFeature(form, afterNext));
  });
  return [...list.ids.subarray(0, list.count)];
};

/** Best stretch of a text for each output. */
export type WindowScores = {
  /** Log-odds per output; −∞ for an empty text. */
  readonly score: Float32Array;
  /** Of the second best: a need that is really there is heard in more than one stretch. */
  readonly second: Float32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
};

/**
 * Scores every stretch of a text for every output, in time linear in its length: the score of a stretch is the
 * sum of its features' weights over the root of their number, plus a bias.
 *
 * Sums run from the start of the text, over the features that begin before a token; only the last few are kept. What
 * lies wholly in [a, b) is what begins before b and not before a, less the pairs and skips that reach beyond b: at
 * most three.
 */
export const createWindowScorer = (weights: Weights): ((tokens: readonly Token[]) => WindowScores) => {
  const { width } = weights;
  const bias = Float64Array.from(weights.bias);
  const scale = Float64Array.from(weights.scale);
  const outputs = weights.outputs.length;
  const ring = longest + 1;
  const opened = new Int32Array(ring * width);
  const closed = new Int32Array(width);
  // How many of the features were known.
  const openedCount = new Int32Array(ring);
  let closedCount = 0;
  const sumsOf = createTokenSums(weights, (list, token) => pushToken(list, token, wordForm(token)));
  // The pair and the skip that each token begins, none of them at the end of a text.
  const list = createFeatureList();
  const top = new Float64Array(outputs);
  const second = new Float64Array(outputs);
  // Of the best stretch: its size, by index, and where it ends.
  const topSize = new Int32Array(outputs);
  const topEnd = new Int32Array(outputs);

  const clear = (): void => {
    opened.fill(0, 0, width);
    openedCount[0] = 0;
    top.fill(Number.NEGATIVE_INFINITY);
    second.fill(Number.NEGATIVE_INFINITY);
  };

  /** Lists the pair and the skip of each token, in their order. */
  const listJoined = (tokens: readonly Token[]): void => {
    const forms = tokens.map(wordForm);
    list.count = 0;
    for (let i = 0; i + 1 < tokens.length; i += 1) {
      const form = forms[i] as string;
      push(list, pairFeature(form, forms[i + 1] as string));
      if (i + 2 < tokens.length) push(list, skipFeature(form, forms[i + 2] as string));
    }
    findRows(list, weights.index);
  };
  /** Row of the pair (1) or the skip (2) that a token begins; below zero where there is none or it is unknown. */
  const joined = (i: number, step: 1 | 2, count: number): number =>
    i >= 0 && i + step < count ? (list.rows[2 * i + step - 1] as number) : -1;

  const passToken = (i: number, lexemes: readonly Lexeme[]): void => {
    const count = lexemes.length;
    const { sums, known } = sumsOf(lexemes[i] as Lexeme);
    const here = (i % ring) * width;
    const after = (i + 1) % ring;
    const next = after * width;
    for (let k = 0; k < width; k += 1) {
      opened[next + k] = (opened[here + k] as number) + (sums[k] as number);
    }
    let begun = (openedCount[i % ring] as number) + known;
    const pair = joined(i, 1, count);
    const skip = joined(i, 2, count);
    const before = joined(i - 1, 2, count);
    begun += open(pair, next);
    begun += open(skip, next);
    openedCount[after] = begun;
    for (let k = 0; k < width; k += 1) closed[k] = opened[next + k] as number;
    closedCount = begun - close(pair) - close(skip) - close(before);
  };
  const open = (row: number, at: number): number => {
    if (row < 0) return 0;
    weights.add(row, opened, at);
    return 1;
  };
  const close = (row: number): number => {
    if (row < 0) return 0;
    weights.subtract(row, closed);
    return 1;
  };

  /**
   * Judges the stretch of the given size (by its index) that ends before token `to`. Among equals the shorter
   * counts, then the earlier.
   */
  const judge = (size: number, from: number, to: number): void => {
    const known = closedCount - (openedCount[from % ring] as number);
    if (known === 0) return;
    const begin = (from % ring) * width;
    const norm = 1 / Math.sqrt(known);
    for (let k = 0; k < outputs; k += 1) {
      const steps = (closed[k] as number) - (opened[begin + k] as number);
      const value = steps * (scale[k] as number) * norm + (bias[k] as number);
      if (value < (second[k] as number)) continue;
      const most = top[k] as number;
      if (value > most) {
        second[k] = most;
        top[k] = value;
      } else {
        second[k] = value;
        if (value < most || size >= (topSize[k] as number)) continue;
      }
      topSize[k] = size;
      topEnd[k] = to;
    }
  };

  const read = (): WindowScores => {
    const from = new Int32Array(outputs);
    const to = new Int32Array(outputs);
    for (let k = 0; k < outputs; k += 1) {
      if (top[k] === Number.NEGATIVE_INFINITY) continue;
      to[k] = topEnd[k] as number;
      from[k] = Math.max(0, (to[k] as number) - (sizes[topSize[k] as number] as number));
    }
    return { score: Float32Array.from(top), second: Float32Array.from(second), from, to };
  };

  return (tokens) => {
    const count = tokens.length;
    clear();
    listJoined(tokens);
    const lexemes = lexemesOf(tokens);
    for (let i = 0; i < count; i += 1) {
      passToken(i, lexemes);
      for (let size = 0; size < sizes.length; size += 1) {
        const from = i + 1 - (sizes[size] as number);
        if (from >= 0) judge(size, from, i + 1);
        else if (i + 1 === count) judge(size, 0, count);
      }
    }
    return read();
  };
};
