import type { Kind } from '../../domain/reading.ts';
import type { Folded } from '../../text/types.ts';
import type { Basis } from '../basis.ts';
import { type Lexeme, type Words, wordsOf } from '../lexemes.ts';
import { createFeatureList } from './feature-list.ts';
import { type Place, pushAlone, pushMessage } from './features.ts';
import { joinedOf } from './joined.ts';
import {
  byWords,
  type Circumstances,
  type KindFit,
  kindInputCount,
  meetKinds,
  wantsEvidence,
} from './kind-vote.ts';
import type { ModelFile } from './model-file.ts';
import { createNetReader, embeddingTable } from './net.ts';
import { type MentionPlace, pushMention } from './polarity.ts';
import { createSummer } from './summer.ts';
import { createTokenSums, type TokenSums } from './token-sums.ts';
import { type VoteFit, voteInputs, voteOf } from './vote.ts';
import { createWeights, type Weights } from './weights.ts';
import { createWindowScorer } from './windows.ts';

/** What was learned says of a message. */
export type Votes = {
  /** Probability of each kind by the words of the message alone; they add up to one. */
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
  /**
   * Probability of each kind, all that speaks on it taken together. How well the knowledge answers the message is
   * asked only where that could turn the kind.
   */
  meet(
    votes: Votes,
    around: Omit<Circumstances, 'fit'>,
    answered: () => Circumstances['fit'],
  ): Votes['kinds'];
  /** Probability that a mention is denied. */
  denied(folded: Folded, place: MentionPlace): number;
};

/** @throws Error where the model was made for other requirements, kinds or inputs */
export const createVoters = (model: ModelFile, basis: Basis): Voters => {
  const needs = createWindowScorer(table(model, 'needs', basis.requirements));
  const polarity = createSummer(table(model, 'polarity', ['excluded']));
  const messageWeights = table(model, 'message', [...basis.kinds, ...basis.requirements]);
  const alone = createTokenSums(messageWeights, pushAlone);
  const message = createSummer(messageWeights, alone);
  const network = createNetReader(embeddings(model), model.layers, basis.kinds);
  const list = createFeatureList();
  const fit: VoteFit = { slopes: model.fitted['slopes'] ?? [], offsets: model.fitted['offsets'] ?? [] };
  const kindFit: KindFit = { weights: model.fitted['kinds'] ?? [] };
  const kindCount = basis.kinds.length;
  if (![0, kindCount * kindInputCount].includes(kindFit.weights.length)) throw new Error(otherModel);
  const byKind = (chances: readonly number[]): Votes['kinds'] =>
    Object.fromEntries(chances.map((chance, i) => [basis.kinds[i], chance])) as Record<Kind, number>;

  return {
    vote: (folded, place, skills) => {
      list.count = 0;
      const words = wordsOf(folded.tokens);
      const joined = joinedOf(words);
      pushMessage(list, folded, place, basis.nameClass, joined);
      const scores = message.score(list, words.different);
      const stretches = needs(folded.tokens, joined);
      const heard = network(folded, place);
      const inputs = voteInputs(
        {
          score: stretches.score,
          second: stretches.second,
          message: scores,
          network: heard.needs,
          skills: basis.requirements.map((id) => skills.get(id) ?? 0),
          length: folded.tokens.length,
        },
        kindCount,
        basis.requirements.length,
      );
      return {
        kinds: byKind(byWords(scores, heard.kinds, kindCount)),
        needs: basis.requirements.map((id, k) => ({
          id,
          probability: voteOf(fit, k, inputs),
          from: stretches.from[k] as number,
          to: stretches.to[k] as number,
        })),
        because: (kind) => spokeFor(folded, words, alone, basis.kinds.indexOf(kind)),
      };
    },
    meet: ({ kinds }, around, answered) => {
      const ballot = { ...around, chances: basis.kinds.map((kind) => kinds[kind]) };
      const fit = wantsEvidence(ballot) ? answered() : undefined;
      return byKind(meetKinds(kindFit, { ...ballot, fit }));
    },
    denied: (folded, place) => {
      list.count = 0;
      pushMention(list, folded, place);
      const [score = 0] = polarity.score(list);
      return 1 / (1 + Math.exp(-score));
    },
  };
};

const otherModel = 'the model was made for another way of reading: make it anew with `npm run train`';

/** @throws Error where there are none */
const embeddings = ({ tables }: ModelFile): Weights => {
  const packed = tables[embeddingTable];
  if (packed === undefined) throw new Error(otherModel);
  return createWeights(packed);
};

const table = (model: ModelFile, name: string, outputs: readonly string[]): Weights => {
  const packed = model.tables[name];
  if (!packed || packed.outputs.join() !== outputs.join()) {
    throw new Error(otherModel);
  }
  return createWeights(packed);
};

/** The words that by themselves speak most for a kind, as the person wrote them; at most three. */
const spokeFor = (
  { tokens, text }: Folded,
  { lexemes, different }: Words,
  alone: TokenSums,
  kind: number,
): readonly string[] => {
  const spoke: { readonly steps: number; readonly word: Lexeme }[] = [];
  for (const word of different) {
    const at = alone.at(word);
    const steps = alone.sums[at + kind] as number;
    if (steps <= (spoke[mostWords - 1]?.steps ?? 0)) continue;
    // Of equals the first.
    const place = spoke.findIndex((other) => other.steps < steps);
    spoke.splice(place < 0 ? spoke.length : place, 0, { steps, word });
  }
  return spoke.slice(0, mostWords).map(({ word }) => {
    const first = tokens[lexemes.indexOf(word)];
    return text.slice(first?.start, first?.end);
  });
};
const mostWords = 3;
