import { logSum } from '../../../src/understanding/model/log-sum.ts';
import type { TrainedNet } from '../../../src/understanding/model/net.ts';
import { createConvolution } from './convolution.ts';
import { createDenseLayer } from './dense-layer.ts';
import { createDropout } from './dropout.ts';
import { createEmbedding, type Vocabulary } from './embedding.ts';
import { createParameters } from './parameters.ts';
import type { NetInstance, NetShape } from './train-net.ts';

/** Most words are no part of a need's: each starts from there. */
const silence = -4;

/** A network while it learns. */
export type NetLearner = {
  /** One step at the given rate, against the slope of the loss of these texts; returns the loss. */
  learn(batch: readonly NetInstance[], rate: number): number;
  /** What it has become. */
  result(): TrainedNet;
};

/** Numbers that each text comes with. */
export type NetSizes = { readonly needs: number; readonly kinds: number; readonly context: number };

/**
 * Creates a network that learns by back-propagation: cross entropy of kinds and needs, and of what each word says where
 * it is known which words give a need. What goes forward here is what `createNetReader` reads by, but for what is left
 * out at random.
 */
export const createNetLearner = (
  vocabulary: Vocabulary,
  { needs: needCount, kinds: kindCount, context: contextSize }: NetSizes,
  shape: NetShape,
): NetLearner => {
  const { dimensions, units: unitCount, hidden: hiddenCount, longest } = shape;
  const pooledSize = 2 * unitCount + contextSize;

  const parameters = createParameters();
  const dropout = createDropout(shape.dropout);
  const embedding = createEmbedding(parameters, dropout, vocabulary, shape);
  const convolution = createConvolution(parameters, dropout, shape);
  const wordNeeds = createDenseLayer(parameters, unitCount, needCount, silence);
  const hidden = createDenseLayer(parameters, pooledSize, hiddenCount);
  const needs = createDenseLayer(parameters, hiddenCount, needCount, -1);
  const kinds = createDenseLayer(parameters, hiddenCount, kindCount);
  const loudness = parameters.dense(needCount, 0, 1);

  const vectors = new Float32Array(longest * dimensions);
  const vectorSlopes = new Float32Array(longest * dimensions);
  const units = new Float32Array(longest * unitCount);
  const unitSlopes = new Float32Array(longest * unitCount);
  const said = new Float32Array(longest * needCount);
  const saidSlopes = new Float32Array(longest * needCount);
  const spoken = new Uint8Array(longest * needCount);
  const loudest = new Float32Array(needCount);
  const pooled = new Float32Array(pooledSize);
  const pooledSlopes = new Float32Array(pooledSize);
  const peaks = new Int32Array(unitCount);
  const hiddenUnits = new Float32Array(hiddenCount);
  const hiddenSlopes = new Float32Array(hiddenCount);
  const moreSlopes = new Float32Array(hiddenCount);
  const needScores = new Float32Array(needCount);
  const needSlopes = new Float32Array(needCount);
  const kindScores = new Float32Array(kindCount);
  const kindSlopes = new Float32Array(kindCount);

  const forward = ({ words, context }: NetInstance, count: number): void => {
    embedding.forward(words, count, vectors);
    convolution.forward(vectors, count, units);
    for (let i = 0; i < count; i += 1) wordNeeds.forward(units, i * unitCount, said, i * needCount);
    for (let k = 0; k < needCount; k += 1) loudest[k] = logSum(said, k, needCount, count);
    pool(count);
    pooled.set(context, 2 * unitCount);
    hidden.forward(pooled, 0, hiddenUnits, 0);
    for (let a = 0; a < hiddenCount; a += 1) {
      const value = hiddenUnits[a] as number;
      hiddenUnits[a] = value > 0 && dropout.stays() ? value / dropout.keep : 0;
    }
    needs.forward(hiddenUnits, 0, needScores, 0);
    for (let k = 0; k < needCount; k += 1) {
      needScores[k] = (needScores[k] as number) + (loudness.values[k] as number) * (loudest[k] as number);
    }
    kinds.forward(hiddenUnits, 0, kindScores, 0);
  };

  /** The highest of each unit, and its mean, which falls with the root of the length only. */
  const pool = (count: number): void => {
    const root = Math.sqrt(count);
    for (let u = 0; u < unitCount; u += 1) {
      let highest = 0;
      let sum = 0;
      peaks[u] = -1;
      for (let i = 0; i < count; i += 1) {
        const value = units[i * unitCount + u] as number;
        sum += value;
        if (value <= highest) continue;
        highest = value;
        peaks[u] = i;
      }
      pooled[u] = highest;
      pooled[unitCount + u] = sum / root;
    }
  };

  /** Slopes of the loss at the scores; returns the loss. */
  const judge = (instance: NetInstance, needsShare: number, kindsShare: number): number => {
    let loss = 0;
    const total = logSum(kindScores, 0, 1, kindCount);
    for (let k = 0; k < kindCount; k += 1) {
      const log = (kindScores[k] as number) - total;
      const right = instance.kinds[k] as number;
      loss -= kindsShare * right * log;
      kindSlopes[k] = kindsShare * (Math.exp(log) - right);
    }
    for (let k = 0; k < needCount; k += 1) {
      const right = instance.needs[k] as number;
      const chance = chanceOf(needScores[k] as number);
      needSlopes[k] = Number.isNaN(right) ? 0 : needsShare * (chance - right);
      if (!Number.isNaN(right)) loss -= needsShare * Math.log((right > 0 ? chance : 1 - chance) + 1e-9);
    }
    return loss;
  };

  /** Marks the words that give a need, and what can be learned word by word: needs that are nowhere, or somewhere known. */
  const learnable = new Uint8Array(needCount);
  const markSpoken = ({ needs: right, said: places }: NetInstance, count: number): void => {
    spoken.fill(0, 0, count * needCount);
    for (let k = 0; k < needCount; k += 1) learnable[k] = right[k] === 0 ? 1 : 0;
    for (let s = 0; s < places.length; s += 3) {
      const k = places[s] as number;
      learnable[k] = right[k] === 1 ? 1 : 0;
      const to = Math.min(count, places[s + 2] as number);
      for (let i = places[s + 1] as number; i < to; i += 1) spoken[i * needCount + k] = 1;
    }
  };

  const backward = (instance: NetInstance, count: number, wordShare: number): void => {
    kinds.backward(hiddenUnits, 0, kindSlopes, 0, hiddenSlopes);
    needs.backward(hiddenUnits, 0, needSlopes, 0, moreSlopes);
    for (let a = 0; a < hiddenCount; a += 1) {
      const slope = (hiddenSlopes[a] as number) + (moreSlopes[a] as number);
      hiddenSlopes[a] = hiddenUnits[a] === 0 ? 0 : slope / dropout.keep;
    }
    hidden.backward(pooled, 0, hiddenSlopes, 0, pooledSlopes);
    markSpoken(instance, count);
    for (let k = 0; k < needCount; k += 1) {
      const slope = needSlopes[k] as number;
      const loud = loudness.values[k] as number;
      loudness.slopes[k] = (loudness.slopes[k] as number) + slope * (loudest[k] as number);
      for (let i = 0; i < count; i += 1) {
        const at = i * needCount + k;
        const score = said[at] as number;
        const own = learnable[k] === 1 ? wordShare * (chanceOf(score) - (spoken[at] as number)) : 0;
        saidSlopes[at] = own + slope * loud * Math.exp(score - (loudest[k] as number));
      }
    }
    const root = Math.sqrt(count);
    for (let i = 0; i < count; i += 1) {
      wordNeeds.backward(units, i * unitCount, saidSlopes, i * needCount, unitSlopes);
      for (let u = 0; u < unitCount; u += 1) {
        const at = i * unitCount + u;
        const peak = peaks[u] === i ? (pooledSlopes[u] as number) : 0;
        unitSlopes[at] = (unitSlopes[at] as number) + peak + (pooledSlopes[unitCount + u] as number) / root;
      }
    }
    convolution.backward(vectors, count, units, unitSlopes, vectorSlopes);
    embedding.backward(instance.words, count, vectors, vectorSlopes);
  };

  const learnFrom = (batch: readonly NetInstance[]): number => {
    const needsTotal = Math.max(
      1,
      total(batch, ({ needsWeight }) => needsWeight),
    );
    const kindsTotal = Math.max(
      1,
      total(batch, ({ kindsWeight }) => kindsWeight),
    );
    let loss = 0;
    for (const instance of batch) {
      const count = Math.min(instance.words.length, longest);
      if (count === 0) continue;
      const needsShare = instance.needsWeight / needsTotal;
      forward(instance, count);
      loss += judge(instance, needsShare, instance.kindsWeight / kindsTotal);
      backward(instance, count, needsShare * shape.byWord);
    }
    return loss;
  };

  return {
    learn: (batch, rate) => {
      const loss = learnFrom(batch);
      parameters.step(rate);
      return loss;
    },
    result: () => ({
      features: vocabulary.features,
      dimensions,
      vectors: embedding.vectors,
      layers: {
        convolution: convolution.weights,
        convolutionBias: convolution.bias,
        wordNeeds: wordNeeds.weights,
        wordNeedsBias: wordNeeds.bias,
        loudness: loudness.values,
        hidden: hidden.weights,
        hiddenBias: hidden.bias,
        needs: needs.weights,
        needsBias: needs.bias,
        kinds: kinds.weights,
        kindsBias: kinds.bias,
      },
    }),
  };
};

const chanceOf = (score: number): number => 1 / (1 + Math.exp(-score));

const total = (batch: readonly NetInstance[], of: (instance: NetInstance) => number): number =>
  batch.reduce((sum, instance) => sum + of(instance), 0);
