import type { Token } from '../../text/types.ts';
import { type Lexeme, wordsOf } from '../lexemes.ts';
import { createFeatureList, findRows, push } from './feature-list.ts';
import { type Joined, joinedOf } from './joined.ts';
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

/** `joined` is made of the tokens where it is not given. */
export type WindowScorer = (tokens: readonly Token[], joined?: Joined) => WindowScores;

/**
 * Scores every stretch of a text for every output, in time linear in its length: the score of a stretch is the
 * sum of its features' weights over the root of their number, plus a bias.
 *
 * Sums run from the start of the text, over the features that begin before a token; only the last few are kept. What
 * lies wholly in [a, b) is what begins before b and not before a, less the pairs and skips that reach beyond b: at
 * most three.
 */
export const createWindowScorer = (weights: Weights): WindowScorer => {
  const bias = Float64Array.from(weights.bias);
  const scale = Float64Array.from(weights.scale);
  const outputs = weights.outputs.length;
  const ring = longest + 1;
  // Whole numbers, but kept as what they are multiplied as.
  const opened = new Float64Array(ring * outputs);
  const closed = new Float64Array(outputs);
  // How many of the features were known.
  const openedCount = new Int32Array(ring);
  let closedCount = 0;
  const alone = createTokenSums(weights, (list, token) => pushToken(list, token, wordForm(token)));
  // The pair and the skip that each token begins, none of them at the end of a text.
  const list = createFeatureList();
  const top = new Float64Array(outputs);
  const second = new Float64Array(outputs);
  // Of the best stretch: its size, by index, and where it ends.
  const topSize = new Int32Array(outputs);
  const topEnd = new Int32Array(outputs);
  // Steps over the root of their number that a stretch needs to come second.
  const least = new Float64Array(outputs);

  const clear = (): void => {
    opened.fill(0, 0, outputs);
    openedCount[0] = 0;
    top.fill(Number.NEGATIVE_INFINITY);
    second.fill(Number.NEGATIVE_INFINITY);
    least.fill(Number.NEGATIVE_INFINITY);
  };

  /** Lists the pair and the skip of each token, in their order. */
  const listJoined = ({ pairs, skips }: Joined): void => {
    list.count = 0;
    for (let i = 0; i < pairs.length; i += 1) {
      push(list, pairs[i] as number);
      if (i < skips.length) push(list, skips[i] as number);
    }
    findRows(list, weights);
  };
  /** Row of the pair (1) or the skip (2) that a token begins; below zero where there is none or it is unknown. */
  const joinedRow = (i: number, step: 1 | 2, count: number): number =>
    i >= 0 && i + step < count ? (list.rows[2 * i + step - 1] as number) : -1;

  const passToken = (i: number, lexemes: readonly Lexeme[]): void => {
    const count = lexemes.length;
    const lexeme = lexemes[i] as Lexeme;
    const at = alone.at(lexeme);
    const { sums } = alone;
    const here = (i % ring) * outputs;
    const after = (i + 1) % ring;
    const next = after * outputs;
    for (let k = 0; k < outputs; k += 1) {
      const sum = (opened[here + k] as number) + (sums[at + k] as number);
      opened[next + k] = sum;
      closed[k] = sum;
    }
    // What ends here is all that began before, but for the pair and the skip of this token and the skip before it.
    const begun = (openedCount[i % ring] as number) + alone.known(lexeme);
    const pair = joinedRow(i, 1, count);
    const skip = joinedRow(i, 2, count);
    const before = joinedRow(i - 1, 2, count);
    if (pair >= 0) weights.add(pair, opened, next, 1);
    if (skip >= 0) weights.add(skip, opened, next, 1);
    if (before >= 0) weights.add(before, closed, 0, -1);
    openedCount[after] = begun + one(pair) + one(skip);
    closedCount = begun - one(before);
  };
  const one = (row: number): number => (row < 0 ? 0 : 1);

  /** Over the root of how many features are known in the stretch from `from` to here; 0 where none is. */
  const normFrom = (from: number): number => {
    const known = closedCount - (openedCount[from % ring] as number);
    return known === 0 ? 0 : 1 / Math.sqrt(known);
  };

  /** Judges for output `k` the stretch of the given size (by its index) that ends before token `to`. */
  const judge = (k: number, size: number, from: number, to: number): void => {
    const norm = normFrom(from);
    if (norm === 0) return;
    const steps = (closed[k] as number) - (opened[(from % ring) * outputs + k] as number);
    const value = steps * (scale[k] as number) * norm + (bias[k] as number);
    if (value < (second[k] as number)) return;
    const most = top[k] as number;
    // Among equals the shorter counts, then the earlier.
    if (value > most || (value === most && size < (topSize[k] as number))) {
      topSize[k] = size;
      topEnd[k] = to;
    }
    if (value > most) {
      second[k] = most;
      top[k] = value;
    } else second[k] = value;
    least[k] = leastSteps(k);
  };

  /** A little less than what `second` needs, since the product is rounded in another order. */
  const leastSteps = (k: number): number => {
    const wanted = second[k] as number;
    const step = scale[k] as number;
    if (wanted === Number.NEGATIVE_INFINITY || step === 0) return Number.NEGATIVE_INFINITY;
    const own = bias[k] as number;
    return (wanted - own) / step - (1 + (Math.abs(wanted) + Math.abs(own)) / step) * 1e-9;
  };

  /** Judges the stretches of all sizes that end before token `to`, for outputs where one of them may be heard. */
  const judgeAll = (to: number): void => {
    const [shortFrom, middleFrom, longFrom] = [to - sizes[0], to - sizes[1], to - sizes[2]];
    const short = (shortFrom % ring) * outputs;
    const middle = (middleFrom % ring) * outputs;
    const long = (longFrom % ring) * outputs;
    const shortNorm = normFrom(shortFrom);
    const middleNorm = normFrom(middleFrom);
    const longNorm = normFrom(longFrom);
    for (let k = 0; k < outputs; k += 1) {
      const all = closed[k] as number;
      const wanted = least[k] as number;
      if (
        (all - (opened[short + k] as number)) * shortNorm < wanted &&
        (all - (opened[middle + k] as number)) * middleNorm < wanted &&
        (all - (opened[long + k] as number)) * longNorm < wanted
      )
        continue;
      judge(k, 0, shortFrom, to);
      judge(k, 1, middleFrom, to);
      judge(k, 2, longFrom, to);
    }
  };

  /** The same where a text is not yet as long as the longest stretch; a text that ends sooner is a stretch itself. */
  const judgeFirst = (to: number, isEnd: boolean): void => {
    sizes.forEach((size, index) => {
      if (to < size && !isEnd) return;
      for (let k = 0; k < outputs; k += 1) judge(k, index, Math.max(0, to - size), to);
    });
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

  return (tokens, joined) => {
    const count = tokens.length;
    clear();
    const words = wordsOf(tokens);
    const { lexemes } = words;
    listJoined(joined ?? joinedOf(words));
    for (let i = 0; i < count; i += 1) {
      passToken(i, lexemes);
      if (i + 1 < longest) judgeFirst(i + 1, i + 1 === count);
      else judgeAll(i + 1);
    }
    return read();
  };
};
