import { join } from 'node:path';
import type { Knowledge } from '../../src/domain/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { printProblem } from '../../src/knowledge/problems.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { type Basis, createBasis } from '../../src/understanding/basis.ts';
import { createNameReader } from '../../src/understanding/names.ts';
import { createPeopleReader } from '../../src/understanding/people.ts';
import { createScope } from '../../src/understanding/scope.ts';
import { askedExamples, questionExamples } from './asked.ts';
import { readAskedKinds } from './asked-kinds.ts';
import { readExamples } from './examples.ts';
import type { Grammar } from './grammar.ts';
import { type Material, prepareMaterial } from './make-model.ts';
import { readQuestions } from './questions.ts';
import { readThings } from './things.ts';
import { topicMaterial } from './topics.ts';

export type ReadMaterial = {
  readonly knowledge: Knowledge;
  readonly material: Material;
  readonly basis: Basis;
  readonly grammar: Grammar;
};

/**
 * All that a knowledge folder gives to learn from: labelled messages, the phrases of its requirements, and
 * the questions beside its statements.
 * @throws Error that lists every problem of the folder
 */
export const readMaterial = (folder: string): ReadMaterial => {
  const loaded = loadKnowledge(folder);
  if ('problems' in loaded) throw new Error(loaded.problems.map(printProblem).join('\n'));
  const { knowledge } = loaded;
  const basis = createBasis({ ...knowledge, outside: knowledge.searchWords.outside });
  const scope = createScope();
  const { weigh } = createSearch({ knowledge, fold: basis.fold });
  const grammar: Grammar = {
    scope,
    people: createPeopleReader({ people: knowledge.people, fold: basis.fold, scope }),
    names: createNameReader(knowledge, basis.fold),
    answerable: (query, options, frameworks) => weigh(query, { options, frameworks, context: [] }),
  };
  const labelled = join(folder, 'examples');
  const questions = readQuestions(join(labelled, 'questions'), knowledge);
  const examples = [
    ...readExamples(labelled),
    ...askedExamples(knowledge, readAskedKinds(join(labelled, 'asked.yaml')), basis),
    ...questionExamples(questions, grammar.answerable, basis),
  ];
  const phrases = [
    ...readThings(join(folder, 'things')),
    ...knowledge.requirements.flatMap(({ id, phrases: own }) =>
      own.map((text) => ({ id, text, speaks: true })),
    ),
  ];
  return {
    knowledge,
    material: prepareMaterial(examples, phrases, topicMaterial(knowledge, questions, basis), basis, grammar),
    basis,
    grammar,
  };
};
