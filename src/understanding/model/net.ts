import type { Folded } from '../../text/types.ts';
import { createKeeper, type Lexeme, wordsOf } from '../lexemes.ts';
import { createFeatureList, findRows } from './feature-list.ts';
import type { Place } from './features.ts';
import { logSum } from './log-sum.ts';
import { pushToken, wordForm } from './token-features.ts';
import type { Weights } from './weights.ts';

/** Names of the layers behind the embeddings, in the order in which the file holds them. */
export const layerNames = [
  'convolution',
  'convolutionBias',
  'wordNeeds',
  'wordNeedsBias',
  'loudness',
  'hidden',
  'hiddenBias',
  'needs',
  'needsBias',
  'kinds',
  'kindsBias',
] as const;

/** Weights lie input by input, those of the convolution by place first. */
export type Layers = Readonly<Record<(typeof layerNames)[number], Float32Array>>;

/** The network as it is trained. */
export type TrainedNet = {
  /** Feature of each embedding, and the embeddings one after the other. */
  readonly features: Uint32Array;
  readonly dimensions: number;
  readonly vectors: Float32Array;
  readonly layers: Layers;
};

/** Name of the table of embeddings, one output a dimension. */
export const embeddingTable = 'embeddings';

/** What the network says of a text. The arrays are used again for the next one. */
export type NetVotes = {
  /** Log-odds of each requirement. */
  readonly needs: Float32Array;
  /** Score of each kind; their differences are logarithms of odds. */
  readonly kinds: Float32Array;
};

export type NetReader = (folded: Folded, place: Place) => NetVotes;

/** Where a message stands, as numbers: in a thread or not, behind which kind, a question or not, how long. */
export const contextOf = (
  folded: Folded,
  { isFollowUp, before }: Place,
  kinds: readonly string[],
): Float32Array => {
  const context = new Float32Array(3 + kinds.length + 1);
  context[0] = isFollowUp ? 1 : 0;
  context[1] = folded.text.trimEnd().endsWith('?') ? 1 : 0;
  context[2] = Math.log1p(folded.tokens.length) / 3;
  context[3 + 1 + kinds.indexOf(before)] = 1;
  return context;
};

/**
 * Words whose part in the convolution is kept: the first ones to come, which are mostly those that come most often, and
 * as many of the later ones as were last seen. Some five megabytes in all.
 */
const kept = { first: 1536, later: 512 } as const;
const placeOf = (slot: number): number => (slot < kept.first ? slot : kept.first + (slot % kept.later));

/**
 * Creates the reader of texts by a small convolutional network. A word is a vector: its own, and the mean of those of
 * its letters, so that a word nobody wrote before is read by its letters. Units look at each word together with its
 * neighbours; from them comes what each word says of each requirement, and, by their highest and mean over the text,
 * what the text says as a whole. Where a linear model adds up words, it hears them together: in time linear in the
 * length of the text.
 * Source for the form: Kim, "Convolutional neural networks for sentence classification", EMNLP 2014.
 */
export const createNetReader = (embeddings: Weights, layers: Layers, kinds: readonly string[]): NetReader => {
  const { wordNeeds, wordNeedsBias, loudness } = layers;
  const unitCount = layers.convolutionBias.length;
  const needCount = layers.needsBias.length;
  const project = createProjector(embeddings, layers.convolution, unitCount);
  const reach = (project.width - 1) / 2;

  const summer = createRowSummer();
  let units = new Float32Array(0);
  let said = new Float32Array(0);
  const pooled = new Float32Array(layers.hidden.length / layers.hiddenBias.length);
  const hidden = new Float32Array(layers.hiddenBias.length);
  const needs = new Float32Array(needCount);
  const kindScores = new Float32Array(layers.kindsBias.length);

  /** Each word adds its part to the units of its neighbours and its own. */
  const fillUnits = (lexemes: readonly Lexeme[]): void => {
    const count = lexemes.length;
    if (units.length < count * unitCount) units = new Float32Array(2 * count * unitCount);
    for (let i = 0; i < count; i += 1) units.set(layers.convolutionBias, i * unitCount);
    for (let i = 0; i < count; i += 1) {
      const { parts, at } = project.part(lexemes[i] as Lexeme);
      for (let j = 0; j < project.width; j += 1) {
        const place = i + reach - j;
        if (place < 0 || place >= count) continue;
        const from = at + j * unitCount;
        const to = place * unitCount;
        for (let u = 0; u < unitCount; u += 1) {
          units[to + u] = (units[to + u] as number) + (parts[from + u] as number);
        }
      }
    }
  };

  /** Pools the units above zero, the others being off, and writes what each word says of each requirement. */
  const passUnits = (count: number): void => {
    if (said.length < count * needCount) said = new Float32Array(2 * count * needCount);
    const root = Math.sqrt(count);
    pooled.fill(0);
    for (let i = 0; i < count; i += 1) {
      summer.clear();
      for (let u = 0; u < unitCount; u += 1) {
        const value = units[i * unitCount + u] as number;
        if (value <= 0) continue;
        if (value > (pooled[u] as number)) pooled[u] = value;
        pooled[unitCount + u] = (pooled[unitCount + u] as number) + value / root;
        summer.push(value, u * needCount);
      }
      said.set(wordNeedsBias, i * needCount);
      summer.addRows(wordNeeds, needCount, said, i * needCount);
    }
  };

  return (folded, place) => {
    const { lexemes } = wordsOf(folded.tokens);
    const count = lexemes.length;
    fillUnits(lexemes);
    passUnits(count);
    pooled.set(contextOf(folded, place, kinds), 2 * unitCount);
    dense(summer, pooled, layers.hidden, layers.hiddenBias, hidden);
    for (let a = 0; a < hidden.length; a += 1) hidden[a] = Math.max(0, hidden[a] as number);
    dense(summer, hidden, layers.needs, layers.needsBias, needs);
    for (let k = 0; k < needCount && count > 0; k += 1) {
      needs[k] = (needs[k] as number) + (loudness[k] as number) * logSum(said, k, needCount, count);
    }
    dense(summer, hidden, layers.kinds, layers.kindsBias, kindScores);
    return { needs, kinds: kindScores };
  };
};

/** What a word brings to the units of its neighbours and its own. */
type Part = { readonly parts: Float32Array; at: number };

const createProjector = (embeddings: Weights, convolution: Float32Array, unitCount: number) => {
  const { scale } = embeddings;
  const dimensions = scale.length;
  const size = convolution.length / dimensions;
  const width = size / unitCount;
  const keeper = createKeeper(placeOf);
  const list = createFeatureList();
  const summer = createRowSummer();
  const own = new Float64Array(dimensions);
  const letters = new Float64Array(dimensions);
  const part: Part = { parts: new Float32Array((kept.first + kept.later) * size), at: 0 };

  const vectorOf = ({ token }: Lexeme): void => {
    list.count = 0;
    pushToken(list, token, wordForm(token));
    findRows(list, embeddings);
    own.fill(0);
    letters.fill(0);
    let known = 0;
    for (let i = 0; i < list.count; i += 1) {
      const row = list.rows[i] as number;
      if (row < 0) continue;
      embeddings.add(row, i === 0 ? own : letters, 0, 1);
      if (i > 0) known += 1;
    }
    for (let a = 0; a < dimensions; a += 1) {
      const sum = (own[a] as number) + (letters[a] as number) / Math.max(1, known);
      own[a] = sum * (scale[a] as number);
    }
  };

  return {
    width,
    /** Read before the next word is asked for. */
    part: (lexeme: Lexeme): Part => {
      part.at = placeOf(lexeme.slot) * size;
      if (!keeper.isNew(lexeme)) return part;
      vectorOf(lexeme);
      const { parts, at } = part;
      parts.fill(0, at, at + size);
      for (let j = 0; j < width; j += 1) {
        summer.clear();
        for (let a = 0; a < dimensions; a += 1) {
          summer.push(own[a] as number, (j * dimensions + a) * unitCount);
        }
        summer.addRows(convolution, unitCount, parts, at + j * unitCount);
      }
      return part;
    },
  };
};

/** Writes bias + weights · inputs. */
const dense = (
  summer: RowSummer,
  inputs: Float32Array,
  weights: Float32Array,
  bias: Float32Array,
  out: Float32Array,
): void => {
  summer.clear();
  for (let i = 0; i < inputs.length; i += 1) summer.push(inputs[i] as number, i * out.length);
  out.set(bias);
  summer.addRows(weights, out.length, out, 0);
};

/** Adds up rows of a matrix, each so many times: what all layers come down to. */
type RowSummer = {
  clear(): void;
  /** The row that begins at `row`, `times` over. */
  push(times: number, row: number): void;
  /** Adds the sum of all rows pushed, of `width` numbers each, to `out` from `at` on. */
  addRows(matrix: Float32Array, width: number, out: Float32Array, at: number): void;
};

/** Rows added at once: each number of the sum is then fetched and stored an eighth as often, a third of the time. */
const together = 8;

const createRowSummer = (): RowSummer => {
  let times = new Float64Array(1024);
  let rows = new Int32Array(1024);
  let count = 0;
  return {
    clear: () => {
      count = 0;
    },
    push: (time, row) => {
      if (time === 0) return;
      if (count + together >= times.length) {
        times = Float64Array.from({ length: times.length * 2 }, (_, i) => times[i] ?? 0);
        rows = Int32Array.from({ length: rows.length * 2 }, (_, i) => rows[i] ?? 0);
      }
      times[count] = time;
      rows[count] = row;
      count += 1;
    },
    addRows: (matrix, width, out, at) => {
      // Filled up with rows that weigh nothing.
      times.fill(0, count, count + together);
      rows.fill(0, count, count + together);
      for (let i = 0; i < count; i += together) {
        const t0 = times[i] as number;
        const t1 = times[i + 1] as number;
        const t2 = times[i + 2] as number;
        const t3 = times[i + 3] as number;
        const t4 = times[i + 4] as number;
        const t5 = times[i + 5] as number;
        const t6 = times[i + 6] as number;
        const t7 = times[i + 7] as number;
        const r0 = rows[i] as number;
        const r1 = rows[i + 1] as number;
        const r2 = rows[i + 2] as number;
        const r3 = rows[i + 3] as number;
        const r4 = rows[i + 4] as number;
        const r5 = rows[i + 5] as number;
        const r6 = rows[i + 6] as number;
        const r7 = rows[i + 7] as number;
        for (let k = 0; k < width; k += 1) {
          out[at + k] =
            (out[at + k] as number) +
            t0 * (matrix[r0 + k] as number) +
            t1 * (matrix[r1 + k] as number) +
            t2 * (matrix[r2 + k] as number) +
            t3 * (matrix[r3 + k] as number) +
            t4 * (matrix[r4 + k] as number) +
            t5 * (matrix[r5 + k] as number) +
            t6 * (matrix[r6 + k] as number) +
            t7 * (matrix[r7 + k] as number);
        }
      }
    },
  };
};
