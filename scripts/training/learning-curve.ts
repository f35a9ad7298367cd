import { createAnswerThread } from '../../adapters/terminal/answer-thread.ts';
import { threadFigures } from '../../adapters/terminal/evaluation/ablation.ts';
import { examine } from '../../adapters/terminal/evaluation/examinee.ts';
import { isFact, readLabelled } from '../../adapters/terminal/evaluation/labelled.ts';
import { score } from '../../adapters/terminal/evaluation/score.ts';
import { evaluationSets } from '../../adapters/terminal/evaluation/sets.ts';
import { figure, table } from '../../adapters/terminal/evaluation/table.ts';
import { buildAdvisor, think } from '../../src/build-advisor.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { feature } from '../../src/understanding/model/hash.ts';
import { decodeModel, encodeModel } from '../../src/understanding/model/model-file.ts';
import { type Material, makeModel } from './make-model.ts';
import { inThreads } from './net/train-nets.ts';
import type { ReadMaterial } from './read-material.ts';

const shares = [1 / 8, 1 / 4, 1 / 2, 1] as const;

/**
 * What more examples are worth, and what the phrases are: learns from an eighth, a quarter, half and all of the
 * examples, then from all without a phrase, and prints kind, acceptable pick and F1 on threads that nothing was
 * learned from. Authors are taken whole, in an order that their names give, so that less is less variety, too.
 * Takes some two hours.
 */
export const learningCurve = async (read: ReadMaterial, print: (line: string) => void): Promise<void> => {
  const { material } = read;
  const rows: string[][] = [];
  for (const share of shares) {
    const part = shareOfExamples(material, share);
    rows.push([nameOf(share), `${part.examples.length}`, ...(await figuresOf(part, read))]);
    print(rows.at(-1)?.join('  ') ?? '');
  }
  const wordless = { ...material, phrases: [] };
  rows.push(['all, no phrases', `${material.examples.length}`, ...(await figuresOf(wordless, read))]);
  const head = sets.flatMap(({ name }) => [`${name}: kind`, 'pick', 'F1']);
  print(`\n${table(['examples', 'messages', ...head], rows)}`);
};

const nameOf = (share: number): string => (share === 1 ? 'all' : `1/${1 / share}`);

/** Whole authors, until they have written at least the share of all messages. */
export const shareOfExamples = (material: Material, share: number): Material => {
  const { examples } = material;
  const authors = [...new Set(examples.map(({ example }) => example.author))].sort(
    (a, b) => feature(0, a) - feature(0, b),
  );
  const chosen = new Set<string>();
  let messages = 0;
  for (const author of authors) {
    if (messages >= share * examples.length) break;
    chosen.add(author);
    messages += examples.filter(({ example }) => example.author === author).length;
  }
  return { ...material, examples: examples.filter(({ example }) => chosen.has(example.author)) };
};

const sets = evaluationSets.flatMap(({ name, files, isLearned }) => {
  const questions = files.flatMap(readLabelled).filter((one) => !isFact(one) && !isLearned(one.id));
  return questions.length > 0 ? [{ name, questions }] : [];
});

const figuresOf = async (
  material: Material,
  { knowledge, basis, grammar }: ReadMaterial,
): Promise<readonly string[]> => {
  const model = decodeModel(
    encodeModel(
      await makeModel(
        material,
        basis,
        grammar,
        inThreads(() => {}),
        () => {},
      ),
    ),
  );
  const store = createMemoryStore();
  const advisor = buildAdvisor(think(knowledge, model), store, () => {});
  const examinee = {
    answerThread: createAnswerThread(advisor, store.clear),
    sureness: async () => [],
  };
  const figures: string[] = [];
  for (const { questions } of sets) {
    const { replies } = await examine(examinee, questions);
    figures.push(...threadFigures(score(questions, replies)).map(figure));
  }
  return figures;
};
