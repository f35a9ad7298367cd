import { expect, test } from 'vitest';
import { packWeights, trainLogistic } from '../../../scripts/training/logistic.ts';
import { createFolder } from '../../../src/text/fold.ts';
import { createFeatureList, uniqueOf } from '../../../src/understanding/model/feature-list.ts';
import { toTable } from '../../../src/understanding/model/table-bytes.ts';
import { createTopics, pushTopic } from '../../../src/understanding/model/topics.ts';

const { fold } = createFolder({ spellings: [] });
const featuresOf = (text: string): Uint32Array => {
  const list = createFeatureList();
  pushTopic(list, fold(text));
  return uniqueOf(list);
};
const lessons = [
  ['sails', 'how much sail in a storm'],
  ['sails', 'when to reef the mainsail'],
  ['anchors', 'how long a chain for the anchor'],
  ['anchors', 'anchoring on rock'],
] as const;
const entries = ['anchors', 'sails'];
const trained = trainLogistic(
  lessons.map(([entry, text]) => ({
    features: featuresOf(text),
    targets: Float32Array.from(entries, (id) => Number(id === entry)),
    weight: 1,
  })),
  { outputs: entries, exclusive: 2, epochs: 20, rate: 0.5, l1: 0, least: 1 },
);
const topicsOf = createTopics({ tables: { topics: toTable(packWeights(trained, 1)) } });

test.each([
  ['how do I reef', 'sails'],
  ['a lighter anchor?', 'anchors'],
])('%s → %s', (text, entry) => {
  const chanceOf = topicsOf(fold(text));
  const [best] = entries.toSorted((a, b) => (chanceOf(b) ?? 0) - (chanceOf(a) ?? 0));
  expect(best).toBe(entry);
});

test('the chances of all entries make up one, whatever is asked', () => {
  for (const text of ['how do I reef', 'xyzzy', '']) {
    const chanceOf = topicsOf(fold(text));
    const sum = entries.reduce((all, id) => all + Math.exp(chanceOf(id) ?? Number.NaN), 0);
    expect(sum).toBeCloseTo(1);
  }
});

test('of an entry that was not there, and without a table, nothing is said', () => {
  expect(topicsOf(fold('how do I reef'))('rudders')).toBeUndefined();
  expect(createTopics({ tables: {} })(fold('reef'))('sails')).toBeUndefined();
});
