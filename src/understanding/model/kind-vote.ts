import type { Fit } from '../../domain/finding.ts';
import { softmax } from './softmax.ts';

/**
 * Where the votes on the kind of a message meet: what its words say of each kind, what it names, and how well the
 * knowledge answers it as it stands. A question that an entry answers
 * outright is more likely one for a fact than its words alone say, and one of which nothing is known less likely one
 * of ours. One multinomial logistic regression, fitted on messages of authors that the voters had not learned from.
 */
export type KindFit = {
  /** A row of `kindInputCount` weights for each kind; without any, the words alone are heard. */
  readonly weights: readonly number[];
};

/** How much the network counts beside the linear model, where both judge a kind by the words. */
const networkShare = 1 / 3;

/** Chance of each kind by the words of the message alone: the weighted geometric mean of what two models say. */
export const byWords = (
  linear: ArrayLike<number>,
  network: ArrayLike<number>,
  kinds: number,
): readonly number[] => {
  const own = softmax(Array.from({ length: kinds }, (_, k) => linear[k] as number));
  const other = softmax(Array.from({ length: kinds }, (_, k) => network[k] as number));
  return softmax(
    own.map(
      (chance, k) => (1 - networkShare) * Math.log(chance) + networkShare * Math.log(other[k] as number),
    ),
  );
};

/** What speaks on the kind of one message. */
export type KindBallot = Circumstances & {
  /** Chance of each kind by the words of the message alone; that of a wish for a pick first. */
  readonly chances: readonly number[];
};

/** What speaks on the kind besides what was learned. */
export type Circumstances = {
  readonly isFollowUp: boolean;
  /** How many options and frameworks it names, and how many names from outside. */
  readonly options: number;
  readonly frameworks: number;
  readonly outside: number;
  /** A choice is put between names, one of them ours. */
  readonly isChoice: boolean;
  /** How well the knowledge answers it; undefined where that was not looked up. */
  readonly fit: Fit | undefined;
};

/** Surer than this by its words alone, a message is not looked up: looking up is dear and could hardly turn its kind. */
const sure = 0.9;

/**
 * Whether it is worth asking how well the knowledge answers a message. In a thread a message is too short for what it
 * leaves out to be found by. Two options named where the words want a pick are a choice, however many entries hold
 * the two against each other.
 */
export const wantsEvidence = ({
  chances,
  isFollowUp,
  options,
}: Pick<KindBallot, 'chances' | 'isFollowUp' | 'options'>): boolean => {
  const most = Math.max(...chances);
  return !isFollowUp && most < sure && !(options > 1 && chances[0] === most);
};

/** From here on a question is much like one that somebody wrote down for an entry. */
const alike = 0.5;
/** A score that entries seldom reach without answering. */
const plainScore = 1.7;
const nearlySame = 0.6;
const leastLog = -6;

const flag = (holds: boolean): number => (holds ? 1 : 0);

/** The inputs of the regression, the constant first. */
export const kindInputs = (ballot: KindBallot): readonly number[] => {
  const { chances, options, outside, fit } = ballot;
  return [
    1,
    ...chances.map((chance) => Math.max(leastLog, Math.log(chance))),
    flag(ballot.isFollowUp),
    flag(options === 1),
    flag(options > 1),
    flag(ballot.frameworks > 0),
    flag(outside > 0),
    flag(outside > 0 && options === 0),
    flag(ballot.isChoice),
    ...(fit === undefined ? nothing : evidence(fit)),
  ];
};

const evidence = ({ score, likeness, lacks, advises, wantsNumber }: Fit): readonly number[] => [
  1,
  Math.min(3, score),
  Math.max(0, score - plainScore),
  likeness,
  flag(likeness > alike),
  lacks === undefined ? Math.max(0, likeness - nearlySame) : 0,
  flag(advises && likeness >= alike),
  flag(lacks !== undefined),
  flag(lacks === 'quantity'),
  flag(lacks === 'subject'),
  flag(lacks === 'nothing'),
  // A number is asked for, and held.
  flag(wantsNumber && lacks === undefined),
];
const nothing: readonly number[] = new Array(12).fill(0);

/** For five kinds. */
export const kindInputCount = 1 + 5 + 7 + nothing.length;

/** The chance of each kind, in the order of the ballot's; they add up to one. */
export const meetKinds = ({ weights }: KindFit, ballot: KindBallot): readonly number[] => {
  if (weights.length === 0) return ballot.chances;
  return chancesOf(weights, kindInputs(ballot), ballot.chances.length);
};

/** The regression itself: inputs → chances. */
export const chancesOf = (
  weights: ArrayLike<number>,
  inputs: ArrayLike<number>,
  kinds: number,
): readonly number[] => {
  const scores: number[] = [];
  for (let kind = 0; kind < kinds; kind += 1) {
    let sum = 0;
    for (let i = 0; i < inputs.length; i += 1) {
      sum += (weights[kind * inputs.length + i] as number) * (inputs[i] as number);
    }
    scores.push(sum);
  }
  return softmax(scores);
};
