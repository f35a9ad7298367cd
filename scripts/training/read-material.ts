import { join } from 'node:path';
import type { Knowledge } from '../../src/domain/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { printProblem } from '../../src/knowledge/problems.ts';
import { type Basis, createBasis } from '../../src/understanding/basis.ts';
import { createPeopleReader } from '../../src/understanding/people.ts';
import { createScope } from '../../src/understanding/scope.ts';
import { askedExamples } from './asked.ts';
import { readAskedKinds } from './asked-kinds.ts';
import { readExamples } from './examples.ts';
import { type Grammar, type Material, prepareMaterial } from './make-model.ts';
import { readThings } from './things.ts';

export type ReadMaterial = {
  readonly knowledge: Knowledge;
  readonly material: Material;
  readonly basis: Basis;
  readonly grammar: Grammar;
};

/**
 * All that a knowledge folder gives to learn from: labelled messages, the questions beside its statements, and the
 * phrases of its requirements.
 * @throws Error that lists every problem of the folder
 */
export const readMaterial = (folder: string): ReadMaterial => {
  const loaded = loadKnowledge(folder);
  if ('problems' in loaded) throw new Error(loaded.problems.map(printProblem).join('\n'));
  const { knowledge } = loaded;
  const basis = createBasis({ ...knowledge, outside: knowledge.searchWords.outside });
  const scope = createScope();
  const grammar = {
    scope,
    people: createPeopleReader({ people: knowledge.people, fold: basis.fold, scope }),
  };
  const labelled = join(folder, 'examples');
  const examples = [
    ...readExamples(labelled),
    ...askedExamples(knowledge, readAskedKinds(join(labelled, 'asked.yaml'))),
  ];
  const phrases = [
    ...readThings(join(folder, 'things')),
    ...knowledge.requirements.flatMap(({ id, phrases: own }) =>
      own.map((text) => ({ id, text, speaks: true })),
    ),
  ];
  return { knowledge, material: prepareMaterial(examples, phrases, basis, grammar), basis, grammar };
};
