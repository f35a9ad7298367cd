import type { Basis } from '../../src/understanding/basis.ts';
import type { ModelFile } from '../../src/understanding/model/model-file.ts';
import { polarityFeatures } from '../../src/understanding/model/polarity.ts';
import { createWeights, type PackedWeights } from '../../src/understanding/model/weights.ts';
import { createWindowScorer } from '../../src/understanding/model/windows.ts';
import type { PeopleReader } from '../../src/understanding/people.ts';
import type { Scope } from '../../src/understanding/scope.ts';
import type { Example } from './examples.ts';
import { fitVotes, type VotedMessage } from './fit-votes.ts';
import { messageInstance, phraseInstance, saidIn, windowInstances } from './instances.ts';
import { type Instance, packWeights, scoreOf, trainLogistic } from './logistic.ts';
import type { Phrase } from './things.ts';

/** Authors are dealt into so many parts; each part is judged by voters that learned from the others. */
const parts = 3;

/** Weights of fewer of the 127 steps are not kept. */
const smallestStep = 2;

const L1N = Number(process.env['L1N'] ?? 0.01), L1M = Number(process.env['L1M'] ?? 0.01), L1P = Number(process.env['L1P'] ?? 0.02), EN = Number(process.env['EN'] ?? 4), EM = Number(process.env['EM'] ?? 8), RN = Number(process.env['RN'] ?? 0.5);

/** What reading has that does not learn: the grammar of people and the scope of denials. */
export type Grammar = { readonly people: PeopleReader; readonly scope: Scope };

/** Examples and phrases → the model: the voters, and how their votes meet. */
export const makeModel = (
  examples: readonly Example[],
  phrases: readonly Phrase[],
  basis: Basis,
  grammar: Grammar,
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
      smallestStep,
    ),
    message: trainLogistic(
      chosen.map(({ message }) => message),
      {
        rate: 0.5,
        l1: L1M,
        outputs: [...basis.kinds, ...basis.requirements],
        exclusive: basis.kinds.length,
        epochs: EM,
        least: 2,
      },
    ),
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
      const folded = basis.fold(example.text);
      const { score: best, second } = score(folded.tokens);
      voted.push({
        ballot: {
          score: best,
          second,
          message: scoreOf(message, instance.features),
          skills: skillsOf(example, basis, grammar),
          length: folded.tokens.length,
        },
        right: indices(example.fresh.map(({ id }) => id), basis),
        unsure: indices([...example.optional], basis),
      });
    }
  }
  const fit = fitVotes(voted, basis.kinds.length, basis.requirements.length);
  progress('voters');
  const { needs, message } = voters(prepared);
  const polarity = trainLogistic(
    examples.flatMap((example) => polarityInstances(example, basis, grammar)),
    { rate: 0.3, l1: L1P, outputs: ['excluded'], exclusive: 0, epochs: 8, least: 2 },
  );
  return {
    madeFrom,
    fitted: { slopes: fit.slopes, offsets: fit.offsets },
    tables: { needs, message: packWeights(message, smallestStep), polarity: packWeights(polarity, 1) },
  };
};

const indices = (ids: readonly string[], basis: Basis): ReadonlySet<number> =>
  new Set(ids.map((id) => basis.requirements.indexOf(id)));

/** What the grammar of people says of each requirement: 0 where it says nothing. */
const skillsOf = (example: Example, basis: Basis, { people }: Grammar): Float32Array => {
  const skills = new Float32Array(basis.requirements.length);
  for (const mention of people.read(basis.fold(example.text))) {
    skills[basis.requirements.indexOf(mention.requirement)] = mention.confidence;
  }
  return skills;
};

/** Each mention of a message, labelled denied or not. */
export const polarityInstances = (example: Example, basis: Basis, { people, scope }: Grammar): readonly Instance[] => {
  const folded = basis.fold(example.text);
  const said = saidIn(example, folded, basis.requirements);
  if (said.length === 0) return [];
  const skills = new Map(people.read(folded).map((mention) => [mention.requirement, mention.stance]));
  const judged = scope.judge(
    folded,
    said.map(({ stretch }) => stretch),
  );
  return said.flatMap(({ need, stretch, excluded }, i): readonly Instance[] => {
    const requirement = basis.requirements[need];
    const judgement = judged[i];
    if (requirement === undefined || judgement === undefined) return [];
    const place = {
      requirement,
      group: basis.groupOf(requirement),
      span: stretch,
      judgement,
      skill: skills.get(requirement),
    };
    return [{ features: polarityFeatures(folded, place), targets: Float32Array.of(excluded ? 1 : 0), weight: 1 }];
  });
};

export const sizeOf = (table: PackedWeights): string =>
  `${table.features.length.toLocaleString('en-US')} features, ${table.columns.length.toLocaleString('en-US')} weights`;
