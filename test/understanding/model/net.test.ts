import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWordList, vocabularyOf } from '../../../scripts/training/net/net-instances.ts';
import { packNet } from '../../../scripts/training/net/pack-net.ts';
import { type NetInstance, type NetTraining, trainNet } from '../../../scripts/training/net/train-net.ts';
import { createFolder } from '../../../src/text/fold.ts';
import type { Folded } from '../../../src/text/types.ts';
import { contextOf, createNetReader } from '../../../src/understanding/model/net.ts';
import { toTable } from '../../../src/understanding/model/table-bytes.ts';
import { createWeights } from '../../../src/understanding/model/weights.ts';

const { fold } = createFolder({ spellings: [] });
const kinds = ['tell', 'ask'];
const first = { isFollowUp: false, before: '' };
const training: NetTraining = {
  dimensions: 8,
  units: 12,
  reach: 1,
  hidden: 6,
  epochs: 40,
  carefulEpochs: 2,
  batch: 4,
  rate: 0.02,
  dropout: 0.1,
  wordDropout: 0,
  byWord: 0.1,
  longest: 20,
};

const words = createWordList();
const lesson = (text: string, need: boolean, isQuestion: boolean): NetInstance => {
  const folded = fold(text);
  const at = folded.tokens.findIndex((token) => token.text === 'sails');
  return {
    words: Int32Array.from(folded.tokens, words.numberOf),
    context: contextOf(folded, first, kinds),
    needs: Float32Array.of(need ? 1 : 0),
    said: need ? Int32Array.of(0, at, at + 1) : new Int32Array(0),
    kinds: Float32Array.of(isQuestion ? 0 : 1, isQuestion ? 1 : 0),
    needsWeight: 1,
    kindsWeight: 1,
    isCareful: true,
  };
};
// Sails are wanted unless "no" stands right before them; elsewhere it means nothing.
const things = ['ropes', 'oars', 'masts', 'charts', 'lamps', 'flags', 'nets', 'buoys', 'pumps', 'tents'];
const lessons = things
  .slice(0, 8)
  .flatMap((thing) => [
    lesson(`${thing} and sails`, true, false),
    lesson(`${thing} and no sails`, false, false),
    lesson(`no ${thing} but sails`, true, false),
    lesson(`no ${thing} here`, false, false),
    lesson(`sails or ${thing}?`, true, true),
  ]);
const trained = trainNet(lessons, vocabularyOf(words, lessons), training, () => {});
const packed = packNet(trained);
const read = createNetReader(createWeights(toTable(packed.embeddings)), packed.layers, kinds);

test.each([
  ['tents and sails', true],
  ['tents and no sails', false],
  ['no pumps but sails', true],
  ['no pumps here', false],
])('it hears words in the light of those around them: %s', (text, wanted) => {
  expect((read(fold(text), first).needs[0] as number) > 0).toBe(wanted);
});

test('it tells what a text wants', () => {
  const leads = (text: string): boolean => {
    const [tell = 0, ask = 0] = read(fold(text), first).kinds;
    return ask > tell;
  };
  expect(leads('sails or tents?')).toBe(true);
  expect(leads('tents and sails')).toBe(false);
});

/** The same, by its definition: vectors of all words first, then the units of each, and so on. */
const plainly = (folded: Folded): number => {
  const { dimensions: d, units: c, reach, hidden: h } = training;
  const { layers } = packed;
  const { features, starts, columns, values, scale } = packed.embeddings;
  const rowOf = (feature: number): Float64Array | undefined => {
    const row = features.indexOf(feature);
    if (row < 0) return undefined;
    const vector = new Float64Array(d);
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i += 1) {
      vector[columns[i] as number] = (values[i] as number) * (scale[columns[i] as number] as number);
    }
    return vector;
  };
  const vectors = folded.tokens.map((token) => {
    const [own, ...letters] = [...(words.features[words.numberOf(token)] as Uint32Array)].map(rowOf);
    const known = letters.filter((letter) => letter !== undefined);
    return Float64Array.from(
      { length: d },
      (_, a) =>
        (own?.[a] ?? 0) +
        known.reduce((sum, letter) => sum + (letter[a] as number), 0) / Math.max(1, known.length),
    );
  });
  const units = vectors.map((_, i) =>
    Float64Array.from({ length: c }, (_, u) => {
      let sum = layers.convolutionBias[u] as number;
      for (let j = 0; j <= 2 * reach; j += 1) {
        vectors[i + j - reach]?.forEach((value, a) => {
          sum += value * (layers.convolution[(j * d + a) * c + u] as number);
        });
      }
      return Math.max(0, sum);
    }),
  );
  const said = units.map((own) =>
    own.reduce(
      (sum, value, u) => sum + value * (layers.wordNeeds[u] as number),
      layers.wordNeedsBias[0] as number,
    ),
  );
  const column = (u: number): readonly number[] => units.map((own) => own[u] as number);
  const pooled = [
    ...Array.from({ length: c }, (_, u) => Math.max(...column(u))),
    ...Array.from({ length: c }, (_, u) => column(u).reduce((a, b) => a + b, 0) / Math.sqrt(units.length)),
    ...contextOf(folded, first, kinds),
  ];
  const hidden = Array.from({ length: h }, (_, a) =>
    Math.max(
      0,
      pooled.reduce(
        (sum, value, p) => sum + value * (layers.hidden[p * h + a] as number),
        layers.hiddenBias[a] as number,
      ),
    ),
  );
  return hidden.reduce(
    (sum, value, a) => sum + value * (layers.needs[a] as number),
    (layers.needsBias[0] as number) +
      (layers.loudness[0] as number) * Math.log(said.reduce((sum, score) => sum + Math.exp(score), 0)),
  );
};

test('it reads as it is defined, whatever it has read before', () => {
  const word = fc.constantFrom('no', 'sails', 'and', 'xyzzy', '12', '?', ...things);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (list) => {
      const folded = fold(list.join(' '));
      expect(read(folded, first).needs[0]).toBeCloseTo(plainly(folded), 3);
    }),
  );
});

test('a flood of words changes nothing of what it says', () => {
  const folded = fold('tents and no sails');
  const before = [...read(folded, first).needs];
  for (let i = 0; i < 3; i += 1) {
    read(fold(Array.from({ length: 2500 }, (_, j) => `w${i}x${j}`).join(' ')), first);
  }
  expect([...read(folded, first).needs]).toEqual(before);
});

test('nothing said is read, too', () => {
  expect(read(fold(''), first).needs.every(Number.isFinite)).toBe(true);
});
