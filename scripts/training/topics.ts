import type { Knowledge } from '../../src/domain/knowledge.ts';
import type { Basis } from '../../src/understanding/basis.ts';
import { createFeatureList, uniqueOf } from '../../src/understanding/model/feature-list.ts';
import { pushTopic } from '../../src/understanding/model/topics.ts';
import type { PackedWeights } from '../../src/understanding/model/weights.ts';
import { type Instance, packWeights, pruneSmall, trainLogistic } from './logistic.ts';
import type { Question } from './questions.ts';

/** What is learned from about the topics of questions: one output an entry of the knowledge. */
export type TopicMaterial = { readonly entries: readonly string[]; readonly instances: readonly Instance[] };

/** Pulled towards zero less than other voters: each of some two hundred topics is seen but a few times. */
export const topicTraining = { rate: 0.5, l1: 0.001, epochs: 10, least: 2, smallestStep: 6 } as const;

/** A text that answers counts less than a question that it answers: questions are what will be read. */
const textWeight = 0.5;

/** The entries, and every text and question that leads to one. */
export const topicMaterial = (
  { units, cards, disputes, corrections }: Knowledge,
  questions: readonly Question[],
  basis: Basis,
): TopicMaterial => {
  const texts: { readonly entry: string; readonly text: string; readonly weight: number }[] = [];
  const add = (entry: string, weight: number, lines: readonly string[]) =>
    texts.push(...lines.map((text) => ({ entry, text, weight })));
  for (const { id, title, statements, asked } of units) {
    add(id, textWeight, [title, ...statements.map(({ text }) => text)]);
    add(id, 1, [...asked, ...statements.flatMap((statement) => statement.asked)]);
  }
  for (const { id, title, says, asked } of cards) {
    add(id, textWeight, [title, says]);
    add(id, 1, asked);
  }
  for (const { id, matter, asked } of disputes) {
    add(id, textWeight, [matter]);
    add(id, 1, asked);
  }
  for (const { id, claim, asserted, asked } of corrections) {
    add(id, textWeight, [claim]);
    add(id, 1, [...asserted, ...asked]);
  }
  for (const { entry, text } of questions) add(entry, 1, [text]);
  const entries = [...new Set(texts.map(({ entry }) => entry))].sort();
  const places = new Map(entries.map((entry, at) => [entry, at]));
  return {
    entries,
    instances: texts.map(({ entry, text, weight }) => {
      const targets = new Float32Array(entries.length);
      targets[places.get(entry) as number] = 1;
      return { features: featuresOf(text, basis), targets, weight };
    }),
  };
};

const featuresOf = (text: string, { fold }: Basis): Uint32Array => {
  const list = createFeatureList();
  pushTopic(list, fold(text));
  return uniqueOf(list);
};

/** @throws RangeError for more entries than a table of weights has room for */
export const trainTopics = ({ entries, instances }: TopicMaterial): PackedWeights => {
  if (entries.length > 256)
    throw new RangeError(`${entries.length} entries: a table of weights has room for 256`);
  const { smallestStep, ...training } = topicTraining;
  const trained = trainLogistic(instances, { ...training, outputs: entries, exclusive: entries.length });
  return packWeights(pruneSmall(trained, smallestStep), 1);
};
