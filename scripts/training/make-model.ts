import { createHash } from 'node:crypto';
import type { Basis } from '../../src/understanding/basis.ts';
import { byWords } from '../../src/understanding/model/kind-vote.ts';
import type { TrainedModel } from '../../src/understanding/model/model-file.ts';
import {
  createNetReader,
  embeddingTable,
  type NetReader,
  type TrainedNet,
} from '../../src/understanding/model/net.ts';
import { toTable } from '../../src/understanding/model/table-bytes.ts';
import { topicTable } from '../../src/understanding/model/topics.ts';
import { createWeights, type PackedWeights } from '../../src/understanding/model/weights.ts';
import { createWindowScorer } from '../../src/understanding/model/windows.ts';
import type { Example } from './examples.ts';
import { fitKinds, type KindVoted } from './fit-kinds.ts';
import { fitVotes, type VotedMessage } from './fit-votes.ts';
import type { Grammar } from './grammar.ts';
import { messageInstance, phraseInstance, windowInstances } from './instances.ts';
import { kindVoted } from './kind-voted.ts';
import { type Instance, packWeights, pruneSmall, scoreOf, trainLogistic } from './logistic.ts';
import type { Vocabulary } from './net/embedding.ts';
import {
  createWordList,
  messageNetInstance,
  phraseNetInstance,
  vocabularyOf,
  type WordList,
} from './net/net-instances.ts';
import { packNet } from './net/pack-net.ts';
import type { NetInstance, NetTraining } from './net/train-net.ts';
import { heardInstances, polarityInstances } from './polarity-instances.ts';
import type { Phrase } from './things.ts';
import { type TopicMaterial, topicTraining, trainTopics } from './topics.ts';

/** Raised where the way of learning changes, but none of the settings below. */
const recipe = 4;

/** Authors are dealt into so many parts; each part is judged by voters that learned from the others. */
const parts = 3;

/** Weights of fewer of the 127 steps are not kept: they are most of the file and hardly speak. */
const smallestStep = 3;
const smallestMessageStep = 10;

/** Settings of the voters; the pull towards zero is what keeps them from learning authors by heart. */
const needTraining = { rate: 0.5, l1: 0.01, exclusive: 0, epochs: 4, least: 3 } as const;
const messageTraining = { rate: 0.5, l1: 0.01, epochs: 8, least: 2 } as const;
const netTraining: NetTraining = {
  dimensions: 64,
  units: 128,
  reach: 2,
  hidden: 64,
  epochs: 7,
  carefulEpochs: 4,
  batch: 24,
  rate: 0.003,
  dropout: 0.25,
  wordDropout: 0.06,
  byWord: 0.15,
  longest: 160,
};
const polarityTraining = { rate: 0.3, l1: 0.02, exclusive: 0, epochs: 8, least: 2 } as const;

/** Everything that is learned from, as numbers. */
export type Material = {
  readonly examples: readonly {
    readonly example: Example;
    readonly windows: readonly Instance[];
    readonly message: Instance;
    readonly mentions: readonly Instance[];
    readonly network: NetInstance;
  }[];
  readonly phrases: readonly Instance[];
  readonly phrasesForNetwork: readonly NetInstance[];
  readonly words: WordList;
  readonly topics: TopicMaterial;
};

export const prepareMaterial = (
  examples: readonly Example[],
  phrases: readonly Phrase[],
  topics: TopicMaterial,
  basis: Basis,
  grammar: Grammar,
): Material => {
  const words = createWordList();
  return {
    examples: examples.map((example) => ({
      example,
      windows: windowInstances(example, basis),
      message: messageInstance(example, basis),
      mentions: polarityInstances(example, basis, grammar),
      network: messageNetInstance(example, basis, words),
    })),
    phrases: phrases.flatMap((phrase) => phraseInstance(phrase, basis)),
    phrasesForNetwork: phrases.flatMap((phrase) => phraseNetInstance(phrase, basis, words)),
    words,
    topics,
  };
};

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
      netTraining,
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
  const addNet = ({ words, context, needs, said, kinds, ...rest }: NetInstance): void => {
    for (const { buffer } of [words, context, needs, said, kinds]) hash.update(new Uint8Array(buffer));
    hash.update(JSON.stringify(rest));
  };
  for (const { windows, message, network } of material.examples) {
    for (const instance of windows) add(instance);
    add(message);
    addNet(network);
  }
  for (const instance of material.phrasesForNetwork) addNet(instance);
  for (const features of material.words.features) hash.update(new Uint8Array(features.buffer));
  for (const instance of [...material.phrases, ...mentionsOf(material), ...material.topics.instances])
    add(instance);
  return hash.digest('hex');
};

/** Trains networks, side by side if it likes, and gives each where it is asked for. */
export type TrainNets = (jobs: readonly NetJob[]) => readonly Promise<TrainedNet>[];
export type NetJob = {
  readonly name: string;
  readonly instances: readonly NetInstance[];
  readonly vocabulary: Vocabulary;
  readonly training: NetTraining;
};

/** What is learned from → the model: the voters, and how their votes meet. */
export const makeModel = async (
  material: Material,
  basis: Basis,
  grammar: Grammar,
  trainNets: TrainNets,
  progress: (line: string) => void,
): Promise<TrainedModel> => {
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
  const netJob = (name: string, chosen: typeof prepared): NetJob => {
    const instances = [...chosen.map(({ network }) => network), ...material.phrasesForNetwork];
    return { name, instances, vocabulary: vocabularyOf(material.words, instances), training: netTraining };
  };

  const authors = [...new Set(prepared.map(({ example }) => example.author))];
  const partOf = (example: Example): number => authors.indexOf(example.author) % parts;
  const inPart = (part: number) => prepared.filter(({ example }) => partOf(example) === part);
  const outsidePart = (part: number) => prepared.filter(({ example }) => partOf(example) !== part);
  const nets = trainNets([
    ...Array.from({ length: parts }, (_, part) => netJob(`part ${part + 1}`, outsidePart(part))),
    netJob('whole', prepared),
  ]);
  const voted: VotedMessage[] = [];
  const judged: KindVoted[] = [];
  const heard: Instance[] = [];
  for (let part = 0; part < parts; part += 1) {
    progress(`votes, part ${part + 1} of ${parts}`);
    const { needs, message } = voters(outsidePart(part));
    const score = createWindowScorer(createWeights(toTable(needs)));
    const network = readerOf(await (nets[part] as Promise<TrainedNet>), basis);
    for (const { example, message: instance } of inPart(part)) {
      const folded = basis.fold(example.text);
      const stretches = score(folded.tokens);
      heard.push(...heardInstances(example, stretches, basis, grammar));
      const scores = scoreOf(message, instance.features);
      const votes = network(folded, example);
      judged.push(kindVoted(example, byWords(scores, votes.kinds, basis.kinds.length), basis, grammar));
      voted.push({
        ballot: {
          score: stretches.score,
          second: stretches.second,
          message: scores,
          network: votes.needs.slice(),
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
  const kindFit = fitKinds(judged, basis.kinds.length);
  const { embeddings, layers } = packNet(await (nets[parts] as Promise<TrainedNet>));
  return {
    madeFrom: fingerprint(material),
    fitted: { slopes: fit.slopes, offsets: fit.offsets, kinds: kindFit.weights },
    tables: {
      needs,
      message: packWeights(message, 1),
      polarity: packWeights(polarity, smallestStep),
      [topicTable]: topics,
      [embeddingTable]: embeddings,
    },
    layers,
  };
};

/** Reads as the network will once it is packed. */
const readerOf = (net: TrainedNet, basis: Basis): NetReader => {
  const { embeddings, layers } = packNet(net);
  return createNetReader(createWeights(toTable(embeddings)), layers, basis.kinds);
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
