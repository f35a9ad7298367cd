import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../../src/text/fold.ts';
import { lexemesOf } from '../../../src/understanding/lexemes.ts';
import {
  createFeatureList,
  findRows,
  push,
  uniqueOf,
} from '../../../src/understanding/model/feature-list.ts';
import { decodeModel, encodeModel } from '../../../src/understanding/model/model-file.ts';
import { type Layers, layerNames } from '../../../src/understanding/model/net.ts';
import { createSummer } from '../../../src/understanding/model/summer.ts';
import { toTable } from '../../../src/understanding/model/table-bytes.ts';
import { createTokenSums } from '../../../src/understanding/model/token-sums.ts';
import { createWeights, type PackedWeights, type Table } from '../../../src/understanding/model/weights.ts';
import {
  createWindowScorer,
  stretchesOf,
  stretchFeatures,
} from '../../../src/understanding/model/windows.ts';

/** Weights for some features, as training would pack them: ascending features, some outputs of each. */
const pack = (rows: ReadonlyMap<number, readonly number[]>, outputs: number): PackedWeights => {
  const features = [...rows.keys()].sort((a, b) => a - b);
  const starts = [0];
  const columns: number[] = [];
  const values: number[] = [];
  for (const feature of features) {
    rows.get(feature)?.forEach((steps, column) => {
      if (steps === 0) return;
      columns.push(column);
      values.push(steps);
    });
    starts.push(columns.length);
  }
  return {
    outputs: Array.from({ length: outputs }, (_, k) => `output-${k}`),
    bias: Float32Array.from({ length: outputs }, (_, k) => -k / 4),
    scale: Float32Array.from({ length: outputs }, (_, k) => (k + 1) / 64),
    features: Uint32Array.from(features),
    starts: Uint32Array.from(starts),
    columns: Uint8Array.from(columns),
    values: Int8Array.from(values),
  };
};

const rowOf = (outputs: number) =>
  fc.array(fc.integer({ min: -127, max: 127 }), { minLength: outputs, maxLength: outputs });

/** Score of a list of features by its definition: the sum of the weights over the root of how many are known. */
const plainScores = (packed: PackedWeights, features: Iterable<number>): readonly number[] => {
  const sums = packed.outputs.map(() => 0);
  let known = 0;
  for (const feature of features) {
    const row = packed.features.indexOf(feature);
    if (row < 0) continue;
    known += 1;
    for (let i = packed.starts[row] ?? 0; i < (packed.starts[row + 1] ?? 0); i += 1) {
      const k = packed.columns[i] ?? 0;
      sums[k] = (sums[k] ?? 0) + (packed.values[i] ?? 0) * (packed.scale[k] ?? 0);
    }
  }
  return sums.map((sum, k) => (known === 0 ? 0 : sum / Math.sqrt(known)) + (packed.bias[k] ?? 0));
};

const texts = fc
  .array(fc.constantFrom('chat', 'maps', 'for', 'a', '50', '5000', 'clinic', '.', 'chats', 'no'), {
    maxLength: 14,
  })
  .map((words) => words.join(' '));

test('a text is scored by its best stretch, as each stretch alone would be', () => {
  fc.assert(
    fc.property(texts, rowOf(5), (text, row) => {
      const { tokens } = fold(text);
      const known = new Map<number, readonly number[]>();
      // Two of three features are known, with weights that differ between them.
      for (const feature of stretchFeatures(tokens, [0, tokens.length])) {
        if (feature % 3 > 0)
          known.set(
            feature,
            row.map((steps, k) => (steps * ((feature >>> k) & 1)) % 127),
          );
      }
      const packed = pack(known, 5);
      const found = createWindowScorer(createWeights(toTable(packed)))(tokens);
      const stretches = tokens.length === 0 ? [] : stretchesOf(tokens.length);
      const scored = stretches
        .filter((stretch) => stretchFeatures(tokens, stretch).some((feature) => known.has(feature)))
        .map((stretch) => ({ stretch, scores: plainScores(packed, stretchFeatures(tokens, stretch)) }));
      for (let k = 0; k < 5; k += 1) {
        const [best, second] = scored.map(({ scores }) => scores[k] ?? 0).sort((a, b) => b - a);
        if (best === undefined) {
          expect(found.score[k]).toBe(Number.NEGATIVE_INFINITY);
          continue;
        }
        expect(found.score[k]).toBeCloseTo(best, 4);
        if (second !== undefined) expect(found.second[k]).toBeCloseTo(second, 4);
        const shown = scored.find(({ stretch: [from, to] }) => from === found.from[k] && to === found.to[k]);
        expect(shown?.scores[k]).toBeCloseTo(best, 4);
      }
    }),
  );
});

test('a list of features is summed up with each counted once, however long it is', () => {
  const feature = fc.integer({ min: 0, max: 2 ** 32 - 1 });
  const known = fc.uniqueArray(fc.tuple(feature, rowOf(6)), { maxLength: 60, selector: ([id]) => id });
  fc.assert(
    fc.property(
      known,
      fc.array(feature, { maxLength: 20 }),
      fc.integer({ min: 1, max: 60 }),
      (rows, others, times) => {
        const packed = pack(new Map(rows), 6);
        const list = createFeatureList();
        for (let i = 0; i < times; i += 1) {
          for (const id of [...rows.map(([id]) => id), ...others]) push(list, id);
        }
        const scores = createSummer(createWeights(toTable(packed))).score(list);
        plainScores(packed, uniqueOf(list)).forEach((score, k) => {
          expect(scores[k]).toBeCloseTo(score, 3);
        });
      },
    ),
  );
});

test('many rows at the largest weight add up exactly, and are taken away again', () => {
  const rows = new Map(Array.from({ length: 3000 }, (_, i) => [i * 1_000_003, [127, -127, 127, -127, 127]]));
  const weights = createWeights(toTable(pack(rows, 5)));
  const list = createFeatureList();
  for (const id of rows.keys()) push(list, id);
  findRows(list, weights);
  const sums = new Float64Array(7);
  for (const row of list.rows.subarray(0, list.count)) weights.add(row, sums, 1, 1);
  expect([...sums]).toEqual([0, 381_000, -381_000, 381_000, -381_000, 381_000, 0]);
  for (const row of list.rows.subarray(0, list.count)) weights.add(row, sums, 1, -1);
  expect([...sums]).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

/** What reading finds of each feature, as training would have packed it. */
const unpack = (table: Table, features: Uint32Array): PackedWeights => {
  const weights = createWeights(table);
  const rows = new Int32Array(features.length);
  weights.find(features, features.length, rows);
  const found = [...features].map((feature, i) => {
    const sums = new Float64Array(table.outputs.length);
    weights.add(rows[i] ?? -1, sums, 0, 1);
    return [feature, [...sums]] as const;
  });
  return { ...pack(new Map(found), table.outputs.length), bias: table.bias, scale: table.scale };
};

/** A few numbers in each layer, more in each than in the one before. */
const layers = Object.fromEntries(
  layerNames.map((name, i) => [name, Float32Array.from({ length: i + 1 }, (_, k) => i - k / 4)]),
) as Layers;

test('a model is read back as it was written, wherever its bytes lie', () => {
  const packed = pack(
    new Map([
      [7, [1, 0, -3]],
      [4_000_000_000, [0, 127, -127]],
    ]),
    3,
  );
  const bytes = encodeModel({ madeFrom: 'x', fitted: { slopes: [0.5] }, tables: { one: packed }, layers });
  for (const offset of [0, 1, 2, 3]) {
    const shifted = new Uint8Array(bytes.length + offset);
    shifted.set(bytes, offset);
    const table = decodeModel(shifted.subarray(offset)).tables['one'] as Table;
    expect(unpack(table, packed.features)).toEqual(packed);
    expect(decodeModel(shifted.subarray(offset)).layers).toEqual(layers);
  }
  expect(() => decodeModel(bytes.subarray(0, bytes.length - 4))).toThrow('cut short');
});

test('whatever its rows, a table is read back as it was written', () => {
  const feature = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
  const tables = fc
    .oneof(fc.integer({ min: 1, max: 19 }), fc.integer({ min: 30, max: 70 }))
    .chain((outputs) =>
      fc
        .uniqueArray(fc.tuple(feature, rowOf(outputs)), { maxLength: 40, selector: ([id]) => id })
        // Features that speak of nothing are not kept.
        .map((rows) => pack(new Map(rows.filter(([, row]) => row.some((steps) => steps !== 0))), outputs)),
    );
  fc.assert(
    fc.property(tables, (table) => {
      const bytes = encodeModel({ madeFrom: 'x', fitted: {}, tables: { one: table }, layers });
      const read = decodeModel(bytes).tables['one'] as Table;
      expect(unpack(read, table.features)).toEqual(table);
      // Neighbours of what is known are unknown.
      const others = table.features.map((id) => (id + 1) >>> 0).filter((id) => !table.features.includes(id));
      const rows = new Int32Array(others.length);
      createWeights(read).find(others, others.length, rows);
      expect([...rows].every((row) => row === -1)).toBe(true);
    }),
  );
});

test('words count as often as they differ, and each with all that it is made of', () => {
  const weights = createWeights(
    toTable(
      pack(
        new Map([
          [5, [3, -1]],
          [6, [1, 4]],
        ]),
        2,
      ),
    ),
  );
  const list = createFeatureList();
  push(list, 5);
  // A word that has the same feature three times.
  const alone = createTokenSums(weights, (features) => {
    for (let i = 0; i < 3; i += 1) push(features, 6);
  });
  const scores = createSummer(weights, alone).score(list, lexemesOf(fold('chat maps').tokens));
  // Seven features are known: the one on the list, and three of each word.
  expect(scores[0]).toBeCloseTo(((3 + 3 + 3) * (1 / 64)) / Math.sqrt(7), 5);
  expect(scores[1]).toBeCloseTo(((-1 + 12 + 12) * (2 / 64)) / Math.sqrt(7) - 1 / 4, 5);
});
