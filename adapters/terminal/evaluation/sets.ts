import { fileURLToPath } from 'node:url';

export type EvaluationSet = {
  readonly name: string;
  readonly what: string;
  readonly files: readonly string[];
  /** Set aside: scored, never read or learned from, so that it shows what was memorised. */
  isAside(id: string): boolean;
  /** The model learned from it: what it says of it shows its memory. */
  isLearned(id: string): boolean;
};

const fileAt = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** Every third, by the number at the end of the id. */
const isThird = (id: string): boolean => Number(id.match(/\d+(?=\D*$)/)?.[0] ?? 1) % 3 === 0;

/** Authors of the corpus whose messages nothing was learned from; they stand in a file of their own. */
const asideAuthors: ReadonlySet<string> = new Set(['W5', 'W10', 'W15', 'W20']);

const isByAsideAuthor = (id: string): boolean => asideAuthors.has(id.split('-')[0] ?? '');

export const evaluationSets: readonly EvaluationSet[] = [
  {
    name: 'coverage',
    what: 'questions for facts, some of which nobody can answer from the sources',
    files: [fileAt('test/evaluation/coverage.jsonl')],
    isAside: isThird,
    isLearned: () => false,
  },
  {
    name: 'hard',
    what: 'threads written to be hard',
    files: [fileAt('test/evaluation/hard.jsonl')],
    isAside: isThird,
    isLearned: () => false,
  },
  {
    name: 'field',
    what: 'questions as people ask them in forums, half of them not for us',
    files: [fileAt('test/evaluation/field.jsonl')],
    isAside: isThird,
    isLearned: () => false,
  },
  {
    name: 'corpus',
    what: 'messages by twenty authors; all but those set aside are what the model learned from',
    files: [fileAt('knowledge/examples/corpus.jsonl'), fileAt('test/evaluation/corpus.jsonl')],
    isAside: isByAsideAuthor,
    isLearned: (id) => !isByAsideAuthor(id),
  },
  {
    name: 'fresh',
    what: 'messages by someone who knew nothing of the bot, of kinds that the other sets lack; all set aside',
    files: [fileAt('test/evaluation/fresh.jsonl')],
    isAside: () => true,
    isLearned: () => false,
  },
];
