import type { Token } from '../../text/types.ts';
import { pairFeature, skipFeature, visitToken, wordForm } from './features.ts';
import type { Weights } from './weights.ts';

/** Lengths of the stretches of text that are judged, in tokens. */
export const windowSizes: readonly number[] = [2, 4, 7];

export type Stretch = readonly [from: number, to: number];

/** All stretches of a text of `count` tokens; one shorter than a window is a single stretch. */
export const stretchesOf = (count: number): readonly Stretch[] => {
  const all: Stretch[] = [];
  for (const size of windowSizes) {
    for (let from = 0; from === 0 || from + size <= count; from += 1)
      all.push([from, Math.min(count, from + size)]);
  }
  return all;
};

/** The features of one stretch, repeats included: the same that `createWindowScorer` adds up. */
export const stretchFeatures = (tokens: readonly Token[], [from, to]: Stretch): readonly number[] => {
  const found: number[] = [];
  const forms = tokens.slice(from, to).map(wordForm);
  for (let i = from; i < to; i += 1) {
    const token = tokens[i];
    if (token === undefined) continue;
    const form = forms[i - from] ?? '';
    visitToken(token, form, (id) => found.push(id));
    const next = forms[i - from + 1];
    if (next !== undefined) found.push(pairFeature(form, next));
    const afterNext = forms[i - from + 2];
    if (afterNext !== undefined) found.push(skipFeature(form, afterNext));
  }
  return found;
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
 * sum of its features' weights over the root of their number, plus a bias, so sums from the start suffice.
 */
export const createWindowScorer = (weights: Weights): ((tokens: readonly Token[]) => WindowScores) => {
  const outputs = weights.outputs.length;

  return (tokens) => {
    const count = tokens.length;
    const forms = tokens.map(wordForm);
    const single = sums(count, outputs, weights, (i, add) => {
      const token = tokens[i];
      if (token) visitToken(token, forms[i] ?? '', add);
    });
    const pairs = sums(count, outputs, weights, (i, add) => {
      if (i + 1 < count) add(pairFeature(forms[i] ?? '', forms[i + 1] ?? ''));
    });
    const skips = sums(count, outputs, weights, (i, add) => {
      if (i + 2 < count) add(skipFeature(forms[i] ?? '', forms[i + 2] ?? ''));
    });

    const score = new Float32Array(outputs).fill(Number.NEGATIVE_INFINITY);
    const second = new Float32Array(outputs).fill(Number.NEGATIVE_INFINITY);
    const from = new Int32Array(outputs);
    const to = new Int32Array(outputs);
    for (const [a, b] of count === 0 ? [] : stretchesOf(count)) {
      const pairEnd = Math.max(a, b - 1);
      const skipEnd = Math.max(a, b - 2);
      const known = single.known(a, b) + pairs.known(a, pairEnd) + skips.known(a, skipEnd);
      if (known === 0) continue;
      const norm = 1 / Math.sqrt(known);
      for (let k = 0; k < outputs; k += 1) {
        const sum = single.sum(a, b, k) + pairs.sum(a, pairEnd, k) + skips.sum(a, skipEnd, k);
        const value = sum * norm + (weights.bias[k] as number);
        if (value > (score[k] as number)) {
          second[k] = score[k] as number;
          score[k] = value;
          from[k] = a;
          to[k] = b;
        } else if (value > (second[k] as number)) {
          second[k] = value;
        }
      }
    }
    return { score, second, from, to };
  };
};

/** Running sums of the weights, and of how many features were known, from the start of the text. */
const sums = (
  count: number,
  outputs: number,
  weights: Weights,
  visit: (i: number, add: (feature: number) => void) => void,
) => {
  const total = new Float32Array((count + 1) * outputs);
  const seen = new Int32Array(count + 1);
  for (let i = 0; i < count; i += 1) {
    const at = (i + 1) * outputs;
    total.copyWithin(at, i * outputs, at);
    seen[i + 1] = seen[i] as number;
    visit(i, (feature) => {
      const row = weights.row(feature);
      if (row < 0) return;
      weights.add(row, total, at);
      seen[i + 1] = (seen[i + 1] as number) + 1;
    });
  }
  return {
    sum: (a: number, b: number, k: number): number =>
      (total[b * outputs + k] as number) - (total[a * outputs + k] as number),
    known: (a: number, b: number): number => (seen[b] as number) - (seen[a] as number),
  };
};
