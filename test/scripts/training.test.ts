import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readAskedKinds } from '../../scripts/training/asked-kinds.ts';
import { shareOfExamples } from '../../scripts/training/learning-curve.ts';
import { fingerprint, makeModel } from '../../scripts/training/make-model.ts';
import { oneByOne } from '../../scripts/training/net/train-nets.ts';
import { readMaterial } from '../../scripts/training/read-material.ts';
import { decodeModel, encodeModel } from '../../src/understanding/model/model-file.ts';

const knowledge = fileURLToPath(new URL('../../knowledge', import.meta.url));
const { material, basis, grammar } = readMaterial(knowledge);

test('the committed model is the one that the examples and phrases give', { timeout: 60_000 }, () => {
  const committed = decodeModel(readFileSync(`${knowledge}/model.bin`));
  expect(committed.madeFrom, 'run `npm run train` and commit knowledge/model.bin').toBe(
    fingerprint(material),
  );
});

test('training twice on the same material gives the same bytes', { timeout: 120_000 }, async () => {
  const some = {
    ...material,
    examples: material.examples.filter((_, i) => i % 600 === 0),
    phrases: material.phrases.slice(0, 100),
    phrasesForNetwork: material.phrasesForNetwork.slice(0, 100),
  };
  const make = async () =>
    Buffer.from(encodeModel(await makeModel(some, basis, grammar, oneByOne, () => {})));
  expect((await make()).equals(await make())).toBe(true);
});

const questions = material.examples.map(({ example }) => example).filter(({ answerable }) => answerable);

test('every question whose kind is listed stands beside a statement', () => {
  const listed = readAskedKinds(`${knowledge}/examples/asked.yaml`);
  const asked = new Set(questions.map(({ text }) => text));
  expect([...listed.keys()].filter((text) => !asked.has(text))).toEqual([]);
});

test('a question is looked up in a search that lacks it', () => {
  const { text, answerable } = questions.find(({ text }) => text.split(' ').length > 4) ?? expect.fail();
  const known = grammar.answerable(text, [], [])?.likeness ?? 0;
  expect(known).toBeGreaterThan(0.95);
  expect(answerable?.(text, [], [])?.likeness).toBeLessThan(known);
});

test('one example more is another model', () => {
  const less = { ...material, examples: material.examples.slice(1) };
  expect(fingerprint(less)).not.toBe(fingerprint(material));
});

test('a share of the examples is made of whole authors, and a larger one holds the smaller', () => {
  const quarter = shareOfExamples(material, 1 / 4).examples;
  const half = shareOfExamples(material, 1 / 2).examples;
  const all = material.examples;
  const authors = new Set(quarter.map(({ example }) => example.author));
  expect(quarter.length).toBe(all.filter(({ example }) => authors.has(example.author)).length);
  expect(quarter.length).toBeGreaterThanOrEqual(all.length / 4);
  expect(quarter.length).toBeLessThan(half.length);
  expect(quarter.every((entry) => half.includes(entry))).toBe(true);
  expect(shareOfExamples(material, 1).examples).toEqual(all);
});
