import type { Folded } from '../../text/types.ts';
import { wordsOf } from '../lexemes.ts';
import { createFeatureList, type FeatureList } from './feature-list.ts';
import { pushAlone } from './features.ts';
import { logSum } from './log-sum.ts';
import type { ModelFile } from './model-file.ts';
import { createSummer } from './summer.ts';
import { createWeights } from './weights.ts';

/**
 * What a question is about, as learned from questions with what answers them: for each entry of the knowledge the
 * logarithm of its chance, 0 or less; undefined for one that nothing was learned of.
 */
export type Topics = (question: Folded) => (entry: string) => number | undefined;

/** Name of the table of weights, one output an entry. */
export const topicTable = 'topics';

/** What a topic is read by: the words by themselves, for questions about one thing share little else. */
export const pushTopic = (list: FeatureList, { tokens }: Folded): void => {
  for (const { token } of wordsOf(tokens).different) pushAlone(list, token);
};

export const createTopics = ({ tables }: Pick<ModelFile, 'tables'>): Topics => {
  const packed = tables[topicTable];
  if (packed === undefined || packed.outputs.length === 0) return () => () => undefined;
  // Nothing is kept of single words: with an output for each entry it would be more than all the weights.
  const { score } = createSummer(createWeights(packed));
  const list = createFeatureList();
  const places = new Map(packed.outputs.map((entry, at) => [entry, at]));

  return (question) => {
    list.count = 0;
    pushTopic(list, question);
    const scores = score(list);
    const total = logSum(scores, 0, 1, scores.length);
    return (entry) => {
      const at = places.get(entry);
      return at === undefined ? undefined : (scores[at] as number) - total;
    };
  };
};
