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

const L1N = Number(process.env['L1N'] ?? 0.005), L1M = Number(process.env['L1M'] ?? 0.005), EN = Number(process.env['EN'] ?? 4), EM = Number(process.env['EM'] ?? 8), RN = Number(process.env['RN'] ?? 0.5), SN = Number(process.env['SN'] ?? 2);

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
        rate: RN,
        l1: L1N,
        outputs: basis.requirements,
        exclusive: 0,
        epochs: EN,
        least: 3,
      }),
      SN,
    ),
    message: trainLogistic(chosen.map(({ message }) => message), {
      rate: 0.5,
      l1: L1M,
      outputs: [...basis.kinds, ...basis.requirements],
      exclusive: basis.kinds.length,
      epochs: EM,
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
    tables: { needs, message: packWeights(message, SN) },
  };
};

export const sizeOf = (table: PackedWeights): string =>
  `${table.features.length.toLocaleString('en-US')} features, ${table.columns.length.toLocaleString('en-US')} weights`;
