import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts';
import { createBasis } from '../src/understanding/basis.ts';
import { encodeModel } from '../src/understanding/model/model-file.ts';
import { createPeopleReader } from '../src/understanding/people.ts';
import { createScope } from '../src/understanding/scope.ts';
import { askedExamples } from './training/asked.ts';
import { readExamples } from './training/examples.ts';
import { makeModel, prepareMaterial, sizeOf } from './training/make-model.ts';
import { readThings } from './training/things.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const knowledgeDir = join(root, 'knowledge');
const modelFile = join(knowledgeDir, 'model.bin');

/**
 * `npm run train`: examples and phrases → knowledge/model.bin. `--check` makes the model and compares it with
 * the committed one instead of writing it; exit 1 where they differ.
 */
const main = (): void => {
  const loaded = loadKnowledge(knowledgeDir);
  if ('problems' in loaded) {
    for (const problem of loaded.problems)
      stderr.write(`${problem.file}:${problem.line}: ${problem.message}\n`);
    exit(1);
  }
  const { knowledge } = loaded;
  const basis = createBasis({ ...knowledge, outside: knowledge.searchWords.outside });
  const examples = [...readExamples(join(knowledgeDir, 'examples')), ...askedExamples(knowledge)];
  const phrases = [
    ...readThings(join(knowledgeDir, 'things')),
    ...knowledge.requirements.flatMap(({ id, phrases: own }) =>
      own.map((text) => ({ id, text, speaks: true })),
    ),
  ];
  stdout.write(`${examples.length} messages, ${phrases.length} phrases\n`);
  const scope = createScope();
  const people = createPeopleReader({ people: knowledge.people, fold: basis.fold, scope });
  const grammar = { people, scope };
  const material = prepareMaterial(examples, phrases, basis, grammar);
  const model = makeModel(material, basis, grammar, (line) => stdout.write(`${line}\n`));
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

main();
