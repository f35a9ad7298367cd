import { createHash } from 'node:crypto';
import type { Basis } from '../../src/understanding/basis.ts';
import type { TrainedModel } from '../../src/understanding/model/model-file.ts';
import { toTable } from '../../src/understanding/model/table-bytes.ts';
import { topicTable } from '../../src/understanding/model/topics.ts';
import { createWeights, type PackedWeights } from '../../src/understanding/model/weights.ts';
import { createWindowScorer } from '../../src/understanding/model/windows.ts';
import type { Example } from './examples.ts';
import { fitKinds } from './fit-kinds.ts';
import { fitVotes, type VotedMessage } from './fit-votes.ts';
import type { Grammar } from './grammar.ts';
import { messageInstance, phraseInstance, windowInstances } from './instances.ts';
import { kindVoted } from './kind-voted.ts';
import { type Instance, packWeights, pruneSmall, scoreOf, trainLogistic } from './logistic.ts';
import { heardInstances, polarityInstances } from './polarity-instances.ts';
import type { Phrase } from './things.ts';
import { type TopicMaterial, topicTraining, trainTopics } from './topics.ts';

/** Raised where the way of learning changes, but none of the settings below. */
const recipe = 2;

/** Authors are dealt into so many parts; each part is judged by voters that learned from the others. */
const parts = 3;

/** Weights of fewer of the 127 steps are not kept: they are most of the file and hardly speak. */
const smallestStep = 3;
const smallestMessageStep = 10;

/** Settings of the voters; the pull towards zero is what keeps them from learning authors by heart. */
const needTraining = { rate: 0.5, l1: 0.01, exclusive: 0, epochs: 4, least: 3 } as const;
const messageTraining = { rate: 0.5, l1: 0.01, epochs: 8, least: 2 } as const;
const polarityTraining = { rate: 0.3, l1: 0.02, exclusive: 0, epochs: 8, least: 2 } as const;

/** Everything that is learned from, as numbers. */
export type Material = {
  readonly examples: readonly {
    readonly example: Example;
    readonly windows: readonly Instance[];
    readonly message: Instance;
    readonly mentions: readonly Instance[];
  }[];
  readonly phrases: readonly Instance[];
  readonly topics: TopicMaterial;
};

export const prepareMaterial = (
  examples: readonly Example[],
  phrases: readonly Phrase[],
  topics: TopicMaterial,
  basis: Basis,
  grammar: Grammar,
): Material => ({
  examples: examples.map((example) => ({
    example,
    windows: windowInstances(example, basis),
    message: messageInstance(example, basis),
    mentions: polarityInstances(example, basis, grammar),
  })),
  phrases: phrases.flatMap((phrase) => phraseInstance(phrase, basis)),
  topics,
});

const mentionsOf = ({ examples }: Material): readonly Instance[] =>
  examples.flatMap(({ mentions }) => mentions);

/** SHA-256 of all that is learned from and of how: two models with the same one are the same. */
export const fingerprint = (material: Material): string => {
  const hash = createHash('sha256');
  hash.update(
    JSON.stringify({
      recipe,
      needTraining,
      messageTraining,
      polarityTraining,
      topicTraining,
      entries: material.topics.entries,
      smallestStep,
      smallestMessageStep,
      parts,
    }),
  );
  const add = ({ features, targets, weight }: Instance): void => {
    hash.update(new Uint8Array(Uint32Array.from(features).buffer));
    hash.update(new Uint8Array(Float32Array.of(...targets, weight).buffer));
  };
  for (const { windows, message } of material.examples) {
    for (const instance of windows) add(instance);
    add(message);
  }
  for (const instance of [...material.phrases, ...mentionsOf(material), ...material.topics.instances])
    add(instance);
  return hash.digest('hex');
};

/** What is learned from → the model: the voters, and how their votes meet. */
export const makeModel = (
  material: Material,
  basis: Basis,
  grammar: Grammar,
  progress: (line: string) => void,
): TrainedModel => {
  const prepared = material.examples;
  const phraseInstances = material.phrases;
  const voters = (chosen: typeof prepared) => ({
    needs: packWeights(
      trainLogistic([...chosen.flatMap(({ windows }) => windows), ...phraseInstances], {
        ...needTraining,
        outputs: basis.requirements,
      }),
      smallestStep,
    ),
    // Pruned before its votes are counted: they must meet as they will when the packed model reads.
    message: pruneSmall(
      trainLogistic(
        chosen.map(({ message }) => message),
        {
          ...messageTraining,
          outputs: [...basis.kinds, ...basis.requirements],
          exclusive: basis.kinds.length,
        },
      ),
      smallestMessageStep,
    ),
  });

  const authors = [...new Set(prepared.map(({ example }) => example.author))];
  const partOf = (example: Example): number => authors.indexOf(example.author) % parts;
  const voted: VotedMessage[] = [];
  const judged: Example[] = [];
  const heard: Instance[] = [];
  for (let part = 0; part < parts; part += 1) {
    progress(`votes, part ${part + 1} of ${parts}`);
    const own = prepared.filter(({ example }) => partOf(example) === part);
    const { needs, message } = voters(prepared.filter(({ example }) => partOf(example) !== part));
    const score = createWindowScorer(createWeights(toTable(needs)));
    for (const { example, message: instance } of own) {
      const folded = basis.fold(example.text);
      const stretches = score(folded.tokens);
      heard.push(...heardInstances(example, stretches, basis, grammar));
      judged.push(example);
      voted.push({
        ballot: {
          score: stretches.score,
          second: stretches.second,
          message: scoreOf(message, instance.features),
          skills: skillsOf(example, basis, grammar),
          length: folded.tokens.length,
        },
        right: indices(
          example.fresh.map(({ id }) => id),
          basis,
        ),
        unsure: indices([...example.optional], basis),
      });
    }
  }
  const fit = fitVotes(voted, basis.kinds.length, basis.requirements.length);
  progress('voters');
  const { needs, message } = voters(prepared);
  const polarity = trainLogistic([...mentionsOf(material), ...heard], {
    ...polarityTraining,
    outputs: ['excluded'],
  });
  progress('topics');
  const topics = trainTopics(material.topics);
  progress('kinds');
  const kindFit = fitKinds(
    voted.map(({ ballot }, i) => kindVoted(judged[i] as Example, ballot.message, basis, grammar)),
    basis.kinds.length,
  );
  return {
    madeFrom: fingerprint(material),
    fitted: { slopes: fit.slopes, offsets: fit.offsets, kinds: kindFit.weights },
    tables: {
      needs,
      message: packWeights(message, 1),
      polarity: packWeights(polarity, smallestStep),
      [topicTable]: topics,
    },
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

export const sizeOf = (table: PackedWeights): string =>
  `${table.features.length.toLocaleString('en-US')} features, ${table.columns.length.toLocaleString('en-US')} weights`;
