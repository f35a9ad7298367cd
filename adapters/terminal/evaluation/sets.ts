import { fileURLToPath } from 'node:url';

export type EvaluationSet = {
  readonly name: string;
  readonly what: string;
  readonly files: readonly string[];
  /** Set aside: scored, never read or learned from, so that it shows what was memorised. */
  isAside(id: string): boolean;
};

const fileAt = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** Every third, by the number at the end of the id. */
const isThird = (id: string): boolean => Number(id.match(/\d+(?=\D*$)/)?.[0] ?? 1) % 3 === 0;

/** Authors of the corpus whose messages nothing was learned from; they stand in a file of their own. */
const asideAuthors: ReadonlySet<string> = new Set(['W5', 'W10', 'W15', 'W20']);

export const evaluationSets: readonly EvaluationSet[] = [
  {
    name: 'coverage',
    what: 'questions for facts, some of which nobody can answer from the sources',
    files: [fileAt('test/evaluation/coverage.jsonl')],
    isAside: isThird,
  },
  {
    name: 'hard',
    what: 'threads written to be hard',
    files: [fileAt('test/evaluation/hard.jsonl')],
    isAside: isThird,
  },
  {
    name: 'field',
    what: 'questions as people ask them in forums, half of them not for us',
    files: [fileAt('test/evaluation/field.jsonl')],
    isAside: isThird,
  },
  {
    name: 'corpus',
    what: 'messages by twenty authors; all but those set aside are what the model learned from',
    files: [fileAt('knowledge/examples/corpus.jsonl'), fileAt('test/evaluation/corpus.jsonl')],
    isAside: (id) => asideAuthors.has(id.split('-')[0] ?? ''),
  },
];
