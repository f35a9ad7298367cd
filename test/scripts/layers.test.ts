import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createConvolution } from '../../scripts/training/net/convolution.ts';
import { createDenseLayer } from '../../scripts/training/net/dense-layer.ts';
import { createDropout } from '../../scripts/training/net/dropout.ts';
import { createEmbedding } from '../../scripts/training/net/embedding.ts';
import { createParameters, type Parameters } from '../../scripts/training/net/parameters.ts';

/** Numbers away from zero, where a unit has a kink. */
const numbers = (length: number) =>
  fc
    .array(fc.integer({ min: -40, max: 40 }), { minLength: length, maxLength: length })
    .map((values) => Float32Array.from(values, (value) => (value < 0 ? value - 5 : value + 5) / 20));

const nudge = 1e-2;
/** How steeply `of` rises with number `i`, by two looks on either side. */
const steepness = (values: Float32Array, i: number, of: () => number): number => {
  const before = values[i] as number;
  values[i] = before + nudge;
  const above = of();
  values[i] = before - nudge;
  const below = of();
  values[i] = before;
  return (above - below) / (2 * nudge);
};
const dot = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);

/** The same parameters, listed as they are made, so that their slopes can be looked at. */
const listed = (): { readonly parameters: Parameters; readonly all: ReturnType<Parameters['dense']>[] } => {
  const inner = createParameters();
  const all: ReturnType<Parameters['dense']>[] = [];
  const keep = <P extends ReturnType<Parameters['dense']>>(parameter: P): P => {
    all.push(parameter);
    return parameter;
  };
  return {
    all,
    parameters: {
      dense: (...args) => keep(inner.dense(...args)),
      sparse: (...args) => keep(inner.sparse(...args)),
      step: inner.step,
    },
  };
};

test('a dense layer knows how its outputs rise with its inputs and weights', () => {
  fc.assert(
    fc.property(numbers(3), numbers(2), (inputs, slopes) => {
      const { parameters, all } = listed();
      const layer = createDenseLayer(parameters, 3, 2);
      const out = new Float32Array(2);
      const value = (): number => {
        layer.forward(inputs, 0, out, 0);
        return dot(out, slopes);
      };
      const back = new Float32Array(3);
      layer.backward(inputs, 0, slopes, 0, back);
      for (let i = 0; i < 3; i += 1) expect(back[i]).toBeCloseTo(steepness(inputs, i, value), 2);
      for (const { values, slopes: own } of all)
        for (let i = 0; i < values.length; i += 1) {
          expect(own[i]).toBeCloseTo(steepness(values, i, value), 2);
        }
    }),
  );
});

test('a convolution knows how its units rise with its words and weights', () => {
  const shape = { dimensions: 4, units: 3, reach: 1 };
  fc.assert(
    fc.property(numbers(3 * 4), numbers(3 * 3), (vectors, slopes) => {
      const { parameters, all } = listed();
      const layer = createConvolution(parameters, createDropout(0), shape);
      const units = new Float32Array(3 * 3);
      const value = (): number => {
        layer.forward(vectors, 3, units);
        return dot(units, slopes);
      };
      value();
      // Where a unit is all but off, two looks on either side see a kink.
      fc.pre(units.every((unit) => unit === 0 || unit > 0.1));
      const back = new Float32Array(3 * 4);
      layer.backward(vectors, 3, units.slice(), slopes, back);
      const isKinked = (values: Float32Array, i: number): boolean => {
        const before = values[i] as number;
        const on = (at: number) => {
          values[i] = at;
          value();
          return units.map((unit) => Number(unit > 0)).join();
        };
        const kinked = on(before + nudge) !== on(before - nudge);
        values[i] = before;
        return kinked;
      };
      for (let i = 0; i < vectors.length; i += 1) {
        if (!isKinked(vectors, i)) expect(back[i]).toBeCloseTo(steepness(vectors, i, value), 2);
      }
      for (const { values, slopes: own } of all)
        for (let i = 0; i < values.length; i += 1) {
          if (!isKinked(values, i)) expect(own[i]).toBeCloseTo(steepness(values, i, value), 2);
        }
    }),
    { numRuns: 30 },
  );
});

test('a word is its own row and the mean of those of its letters', () => {
  const vocabulary = { features: new Uint32Array(3), rows: [Int32Array.of(0, 1, 2), Int32Array.of(-1, 2)] };
  const { parameters, all } = listed();
  const layer = createEmbedding(parameters, createDropout(0), vocabulary, { dimensions: 1, wordDropout: 0 });
  const [rows] = all;
  const [own = 0, first = 0, second = 0] = rows?.values ?? [];
  const out = new Float32Array(2);
  const words = Int32Array.of(0, 1);
  layer.forward(words, 2, out);
  expect(out[0]).toBeCloseTo(own + (first + second) / 2, 6);
  expect(out[1]).toBeCloseTo(second, 6);
  layer.backward(words, 2, out, Float32Array.of(1, 10));
  expect([...(rows?.slopes ?? [])]).toEqual([1, 0.5, 10.5]);
});

test('a step goes down, and leaves rows alone that no text touched', () => {
  const parameters = createParameters();
  const rows = parameters.sparse(2, 1, 1);
  const before = [...rows.values];
  rows.slopes.fill(1);
  rows.touch(0);
  parameters.step(0.1);
  expect(rows.values[0]).toBeCloseTo((before[0] as number) - 0.1, 5);
  expect(rows.values[1]).toBe(before[1]);
});
