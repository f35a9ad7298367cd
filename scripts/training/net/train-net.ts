import type { TrainedNet } from '../../../src/understanding/model/net.ts';
import { generator } from '../logistic.ts';
import type { Vocabulary } from './embedding.ts';
import { createNetLearner } from './net-learner.ts';

/** One text to learn from. */
export type NetInstance = {
  /** Its words, by their number in the vocabulary. */
  readonly words: Int32Array;
  /** Where the message stands, as `contextOf` puts it. */
  readonly context: Float32Array;
  /** For each requirement whether the text gives it, 1 or 0; not a number where nobody knows. */
  readonly needs: Float32Array;
  /** Where it gives them: requirement, first word, word after the last, and so on. */
  readonly said: Int32Array;
  /** Share of each kind in what is right. */
  readonly kinds: Float32Array;
  /** How much it counts for needs, and for kinds; 0 where it says nothing of them. */
  readonly needsWeight: number;
  readonly kindsWeight: number;
  /** Learned from to the end; the others stop before. */
  readonly isCareful: boolean;
};

/** What a network is made of, and what keeps it from learning texts by heart. */
export type NetShape = {
  /** Length of a word's vector, a multiple of four. */
  readonly dimensions: number;
  readonly units: number;
  /** Words to each side that a unit looks at. */
  readonly reach: number;
  readonly hidden: number;
  readonly dropout: number;
  /** Share of words whose own vector is left out: their letters have to do. */
  readonly wordDropout: number;
  /** How much what each word says by itself counts, beside the text as a whole. */
  readonly byWord: number;
  /** Words of a text that are learned from; the rest is left. */
  readonly longest: number;
};

export type NetTraining = NetShape & {
  /** Rounds through all texts, then through those labelled with the most care. */
  readonly epochs: number;
  readonly carefulEpochs: number;
  /** Texts between two steps. */
  readonly batch: number;
  readonly rate: number;
};

/** Steps over which the rate rises; from then on it falls in a line. */
const warmUp = 400;
const leastRate = 0.02;

/**
 * Trains the network of `createNetReader` on all texts, then on the careful ones. Deterministic: all that is drawn comes
 * from fixed generators. Source for the form: Kim, "Convolutional neural networks for sentence classification",
 * EMNLP 2014.
 */
export const trainNet = (
  instances: readonly NetInstance[],
  vocabulary: Vocabulary,
  training: NetTraining,
  progress: (line: string) => void,
): TrainedNet => {
  const [first] = instances;
  const sizes = {
    needs: first?.needs.length ?? 0,
    kinds: first?.kinds.length ?? 0,
    context: first?.context.length ?? 0,
  };
  const learner = createNetLearner(vocabulary, sizes, training);
  const careful = instances.filter(({ isCareful }) => isCareful);
  const epochs = [
    ...Array<readonly NetInstance[]>(training.epochs).fill(instances),
    ...Array<readonly NetInstance[]>(training.carefulEpochs).fill(careful),
  ];
  const stepsOf = (texts: readonly NetInstance[]): number => Math.ceil(texts.length / training.batch);
  const steps = epochs.reduce((sum, texts) => sum + stepsOf(texts), 0);
  const random = generator(13);
  let step = 0;
  epochs.forEach((texts, epoch) => {
    const order = shuffled(texts, random);
    let loss = 0;
    for (let from = 0; from < order.length; from += training.batch) {
      step += 1;
      const rate = training.rate * Math.min(1, step / warmUp) * Math.max(leastRate, 1 - step / steps);
      loss += learner.learn(order.slice(from, from + training.batch), rate);
    }
    progress(`epoch ${epoch + 1} of ${epochs.length}: loss ${(loss / stepsOf(texts)).toFixed(3)}`);
  });
  return learner.result();
};

const shuffled = <T>(items: readonly T[], random: () => number): readonly T[] => {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as T, order[i] as T];
  }
  return order;
};
