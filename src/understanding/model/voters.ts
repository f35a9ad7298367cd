import type { Kind } from '../../domain/reading.ts';
import type { Folded } from '../../text/types.ts';
import type { Basis } from '../basis.ts';
import { messageFeatures, type Place } from './features.ts';
import type { ModelFile } from './model-file.ts';
import { type MentionPlace, polarityFeatures } from './polarity.ts';
import { type VoteFit, voteInputs, voteOf } from './vote.ts';
import { createWeights, type Weights } from './weights.ts';
import { createWindowScorer } from './windows.ts';

/** What was learned says of a message. */
export type Votes = {
  /** Probability of each kind; they add up to one. */
  readonly kinds: Readonly<Record<Kind, number>>;
  /** Per requirement of the basis, in its order: how likely the message gives it, and its best words. */
  readonly needs: readonly {
    readonly id: string;
    readonly probability: number;
    readonly from: number;
    readonly to: number;
  }[];
  /** The tokens that spoke most for the likeliest kind. */
  because(kind: Kind): readonly string[];
};

export type Voters = {
  /** `skills`: confidence of the grammar of people by requirement. */
  vote(folded: Folded, place: Place, skills: ReadonlyMap<string, number>): Votes;
  /** Probability that a mention is denied. */
  denied(folded: Folded, place: MentionPlace): number;
};

/** @throws Error where the model was made for other requirements or kinds */
export const createVoters = (model: ModelFile, basis: Basis): Voters => {
  const needs = table(model, 'needs', basis.requirements);
  const polarity = table(model, 'polarity', ['excluded']);
  const message = table(model, 'message', [...basis.kinds, ...basis.requirements]);
  const fit: VoteFit = { slopes: model.fitted['slopes'] ?? [], offsets: model.fitted['offsets'] ?? [] };
  const score = createWindowScorer(needs);
  const kindCount = basis.kinds.length;

  return {
    vote: (folded, place, skills) => {
      const scores = scoresOf(message, messageFeatures(folded, place, basis.nameClass));
      const kindScores = scores.subarray(0, kindCount);
      const stretches = score(folded.tokens);
      const inputs = voteInputs(
        {
          score: stretches.score,
          second: stretches.second,
          message: scores,
          skills: basis.requirements.map((id) => skills.get(id) ?? 0),
          length: folded.tokens.length,
        },
        kindCount,
        basis.requirements.length,
      );
      return {
        kinds: Object.fromEntries(
          softmax(kindScores).map((probability, i) => [basis.kinds[i], probability]),
        ) as Record<Kind, number>,
        needs: basis.requirements.map((id, k) => ({
          id,
          probability: voteOf(fit, k, inputs),
          from: stretches.from[k] as number,
          to: stretches.to[k] as number,
        })),
        because: (kind) => spokeFor(folded, message, basis.kinds.indexOf(kind)),
      };
    },
    denied: (folded, place) => {
      const [score = 0] = scoresOf(polarity, polarityFeatures(folded, place));
      return 1 / (1 + Math.exp(-score));
    },
  };
};

/** Scores of a set of features: the sum of their weights over the root of how many are known, plus the bias. */
const scoresOf = (weights: Weights, features: Uint32Array): Float32Array => {
  const total = new Float32Array(weights.outputs.length);
  let known = 0;
  for (const feature of features) {
    const row = weights.row(feature);
    if (row < 0) continue;
    weights.add(row, total);
    known += 1;
  }
  const norm = known === 0 ? 0 : 1 / Math.sqrt(known);
  for (let k = 0; k < total.length; k += 1)
    total[k] = (total[k] as number) * norm + (weights.bias[k] as number);
  return total;
};

const table = (model: ModelFile, name: string, outputs: readonly string[]): Weights => {
  const packed = model.tables[name];
  if (!packed || packed.outputs.join() !== outputs.join()) {
    throw new Error('the model was made for other requirements: make it anew with `npm run train`');
  }
  return createWeights(packed);
};

const softmax = (scores: Float32Array): readonly number[] => {
  const most = Math.max(...scores);
  const powers = Array.from(scores, (score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
};

/** Words by the weight of their stem alone: enough to say what was heard, cheap enough to say it on demand. */
const spokeFor = (folded: Folded, message: Weights, kind: number): readonly string[] => {
  const plain = { isFollowUp: false, before: '' };
  const weighed = folded.tokens.map((token) => {
    const alone: Folded = { ...folded, tokens: [token], code: [] };
    let sum = 0;
    for (const feature of messageFeatures(alone, plain, () => undefined)) {
      const row = message.row(feature);
      if (row >= 0) sum += message.weight(row, kind);
    }
    return { said: folded.text.slice(token.start, token.end), sum };
  });
  return weighed
    .filter(({ sum }) => sum > 0)
    .toSorted((a, b) => b.sum - a.sum)
    .slice(0, 3)
    .map(({ said }) => said);
};
