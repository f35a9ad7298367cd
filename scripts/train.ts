import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { encodeModel } from '../src/understanding/model/model-file.ts';
import { learningCurve } from './training/learning-curve.ts';
import { makeModel, sizeOf } from './training/make-model.ts';
import { inThreads } from './training/net/train-nets.ts';
import { readMaterial } from './training/read-material.ts';

const knowledge = fileURLToPath(new URL('../knowledge', import.meta.url));
const modelFile = join(knowledge, 'model.bin');

/**
 * `npm run train`: examples and phrases → knowledge/model.bin, in some half an hour. With `--check` it makes the model
 * and compares it with the committed one instead of writing it; exit 1 where they differ. With `--curve` it writes
 * nothing, but learns from ever more of the examples and prints the figures that each share gives.
 */
const main = async (): Promise<void> => {
  const read = readMaterial(knowledge);
  if (argv.includes('--curve')) return learningCurve(read, (line) => stdout.write(`${line}\n`));
  const { material, basis, grammar } = read;
  stdout.write(`${material.examples.length} messages, ${material.phrases.length} phrases\n`);
  const print = (line: string) => stdout.write(`${line}\n`);
  const model = await makeModel(material, basis, grammar, inThreads(print), print);
  const bytes = encodeModel(model);
  for (const [name, table] of Object.entries(model.tables)) stdout.write(`${name}: ${sizeOf(table)}\n`);
  stdout.write(`${(bytes.length / 1e6).toFixed(1)} MB\n`);
  if (!argv.includes('--check')) {
    writeFileSync(modelFile, bytes);
    return;
  }
  if (!readFileSync(modelFile).equals(bytes)) {
    stderr.write('knowledge/model.bin is not what the examples give: run `npm run train` and commit it.\n');
    exit(1);
  }
  stdout.write('knowledge/model.bin is what the examples give.\n');
};

await main().catch((error: unknown) => {
  stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  exit(1);
});
