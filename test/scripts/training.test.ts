import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { fingerprint, makeModel } from '../../scripts/training/make-model.ts';
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

test('training twice on the same material gives the same bytes', { timeout: 60_000 }, () => {
  const some = {
    examples: material.examples.filter((_, i) => i % 60 === 0),
    phrases: material.phrases.slice(0, 200),
    mentions: material.mentions.slice(0, 300),
  };
  const make = () => Buffer.from(encodeModel(makeModel(some, basis, grammar, () => {})));
  expect(make().equals(make())).toBe(true);
});

test('one example more is another model', () => {
  const less = { ...material, examples: material.examples.slice(1) };
  expect(fingerprint(less)).not.toBe(fingerprint(material));
});
