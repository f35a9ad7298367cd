import type { Token } from '../../text/types.ts';
import { createFeatureList, findRows, push } from './feature-list.ts';
import { pairFeature, pushToken, skipFeature, wordForm } from './token-features.ts';
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
 * Sums run from the start of the text, `opened` over the features that begin before a token and `closed` over those
 * that end before it. What lies wholly in [a, b) is then closed(b) − opened(a), and only the last few sums are kept.
 */
export const createWindowScorer = (weights: Weights): ((tokens: readonly Token[]) => WindowScores) => {
  const { width } = weights;
  const bias = Float64Array.from(weights.bias);
  const scale = Float64Array.from(weights.scale);
  const outputs = weights.outputs.length;
  const ring = longest + 1;
  const opened = new Int32Array(ring * width);
  const closed = new Int32Array(width);
  // What pairs and skips add to `closed` only when their last token comes.
  const waiting = new Int32Array(3 * width);
  // The same three sums of how many features were known.
  const openedCount = new Int32Array(ring);
  const waitingCount = new Int32Array(3);
  let closedCount = 0;
  const tally = weights.createTally();
  const list = createFeatureList();
  // Where the features of each token end on the list.
  let ends = new Int32Array(256);
  const best = new Float64Array(sizes.length * outputs);
  const bestEnd = new Int32Array(sizes.length * outputs);
  // Of whatever size.
  const top = new Float64Array(outputs);
  const second = new Float64Array(outputs);

  const clear = (): void => {
    opened.fill(0, 0, width);
    closed.fill(0);
    waiting.fill(0);
    openedCount[0] = 0;
    waitingCount.fill(0);
    closedCount = 0;
    best.fill(Number.NEGATIVE_INFINITY);
    top.fill(Number.NEGATIVE_INFINITY);
    second.fill(Number.NEGATIVE_INFINITY);
  };

  /** Lists the features of the whole text: those of each token up to its end, its pair and its skip last. */
  const listFeatures = (tokens: readonly Token[]): void => {
    const forms = tokens.map(wordForm);
    list.count = 0;
    if (ends.length < tokens.length) ends = new Int32Array(tokens.length * 2);
    for (let i = 0; i < tokens.length; i += 1) {
      const form = forms[i] as string;
      pushToken(list, tokens[i] as Token, form);
      if (i + 1 < tokens.length) push(list, pairFeature(form, forms[i + 1] as string));
      if (i + 2 < tokens.length) push(list, skipFeature(form, forms[i + 2] as string));
      ends[i] = list.count;
    }
    findRows(list, weights.index);
  };

  const passToken = (i: number, tokens: number): void => {
    const end = ends[i] as number;
    const joined = end - Math.min(2, tokens - 1 - i);
    const count = tally.add(list.rows, i === 0 ? 0 : (ends[i - 1] as number), joined);
    const here = i % ring;
    const after = (i + 1) % ring;
    const ending = i % 3;
    for (let k = 0; k < width; k += 1) {
      const steps = tally.sums[k] as number;
      opened[after * width + k] = (opened[here * width + k] as number) + steps;
      closed[k] = (closed[k] as number) + (waiting[ending * width + k] as number) + steps;
      waiting[ending * width + k] = 0;
    }
    openedCount[after] = (openedCount[here] as number) + count;
    closedCount += count + (waitingCount[ending] as number);
    waitingCount[ending] = 0;
    for (let at = joined; at < end; at += 1) {
      passJoined(list.rows[at] as number, after, (i + 1 + at - joined) % 3);
    }
  };
  const passJoined = (row: number, after: number, ending: number): void => {
    if (row < 0) return;
    weights.add(row, opened, after * width);
    weights.add(row, waiting, ending * width);
    openedCount[after] = (openedCount[after] as number) + 1;
    waitingCount[ending] = (waitingCount[ending] as number) + 1;
  };

  /** Judges the stretch of the given size (by its index) that ends before token `to`. */
  const judge = (size: number, from: number, to: number): void => {
    const known = closedCount - (openedCount[from % ring] as number);
    if (known === 0) return;
    const begin = (from % ring) * width;
    const norm = 1 / Math.sqrt(known);
    const at = size * outputs;
    for (let k = 0; k < outputs; k += 1) {
      const steps = (closed[k] as number) - (opened[begin + k] as number);
      const value = steps * (scale[k] as number) * norm + (bias[k] as number);
      if (value > (best[at + k] as number)) {
        best[at + k] = value;
        bestEnd[at + k] = to;
      }
      if (value <= (second[k] as number)) continue;
      if (value > (top[k] as number)) {
        second[k] = top[k] as number;
        top[k] = value;
      } else second[k] = value;
    }
  };

  return (tokens) => {
    const count = tokens.length;
    clear();
    listFeatures(tokens);
    for (let i = 0; i < count; i += 1) {
      passToken(i, count);
      for (let size = 0; size < sizes.length; size += 1) {
        const from = i + 1 - (sizes[size] as number);
        if (from >= 0) judge(size, from, i + 1);
        else if (i + 1 === count) judge(size, 0, count);
      }
    }

    return read();
  };

  /** The best stretch of each output; among equals the shorter counts, then the earlier. */
  function read(): WindowScores {
    const from = new Int32Array(outputs);
    const to = new Int32Array(outputs);
    for (let size = sizes.length - 1; size >= 0; size -= 1) {
      for (let k = 0; k < outputs; k += 1) {
        const value = best[size * outputs + k] as number;
        if (value !== top[k] || value === Number.NEGATIVE_INFINITY) continue;
        to[k] = bestEnd[size * outputs + k] as number;
        from[k] = Math.max(0, (to[k] as number) - (sizes[size] as number));
      }
    }
    return { score: Float32Array.from(top), second: Float32Array.from(second), from, to };
  }
};
