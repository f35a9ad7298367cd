import type { Basis } from '../../src/understanding/basis.ts';
import type { ModelFile } from '../../src/understanding/model/model-file.ts';
import { createWeights, type PackedWeights } from '../../src/understanding/model/weights.ts';
import { createWindowScorer } from '../../src/understanding/model/windows.ts';
import type { Example } from './examples.ts';
import { fitVotes, type VotedMessage } from './fit-votes.ts';
import { messageInstance, phraseInstance, windowInstances } from './instances.ts';
import { packWeights, scoreOf, trainLogistic } from './logistic.ts';
import type { Phrase } from './things.ts';

/** Authors are dealt into so many parts; each part is judged by voters that learned from the others. */
const parts = 3;

const slow = { rate: 0.5, l2: 2e-6 } as const;

/** Examples and phrases → the model: the voters, and how their votes meet. */
export const makeModel = (
  examples: readonly Example[],
  phrases: readonly Phrase[],
  basis: Basis,
  madeFrom: string,
  progress: (line: string) => void,
): ModelFile => {
  const prepared = examples.map((example) => ({
    example,
    windows: windowInstances(example, basis),
    message: messageInstance(example, basis),
  }));
  const phraseInstances = phrases.flatMap((phrase) => phraseInstance(phrase, basis));
  const voters = (chosen: typeof prepared) => ({
    needs: packWeights(
      trainLogistic([...chosen.flatMap(({ windows }) => windows), ...phraseInstances], {
        ...slow,
        outputs: basis.requirements,
        exclusive: 0,
        epochs: 4,
        least: 3,
      }),
      5,
    ),
    message: trainLogistic(chosen.map(({ message }) => message), {
      ...slow,
      outputs: [...basis.kinds, ...basis.requirements],
      exclusive: basis.kinds.length,
      epochs: 8,
      least: 2,
    }),
  });

  const authors = [...new Set(examples.map(({ author }) => author))];
  const partOf = (example: Example): number => authors.indexOf(example.author) % parts;
  const voted: VotedMessage[] = [];
  for (let part = 0; part < parts; part += 1) {
    progress(`votes, part ${part + 1} of ${parts}`);
    const judged = prepared.filter(({ example }) => partOf(example) === part);
    const { needs, message } = voters(prepared.filter(({ example }) => partOf(example) !== part));
    const score = createWindowScorer(createWeights(needs));
    for (const { example, message: instance } of judged) {
      voted.push({
        stretches: score(basis.fold(example.text).tokens).score,
        message: scoreOf(message, instance.features),
        right: new Set(example.fresh.map(({ id }) => basis.requirements.indexOf(id))),
      });
    }
  }
  const fit = fitVotes(voted, basis.kinds.length, basis.requirements.length);
  progress('voters');
  const { needs, message } = voters(prepared);
  return {
    madeFrom,
    fitted: { slopes: fit.slopes, offsets: fit.offsets },
    tables: { needs, message: packWeights(message, 4) },
  };
};

export const sizeOf = (table: PackedWeights): string =>
  `${table.features.length.toLocaleString('en-US')} features, ${table.columns.length.toLocaleString('en-US')} weights`;
