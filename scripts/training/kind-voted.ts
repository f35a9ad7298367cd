import type { Basis } from '../../src/understanding/basis.ts';
import { circumstancesOf, queryOf } from '../../src/understanding/circumstances.ts';
import { wantsEvidence } from '../../src/understanding/model/kind-vote.ts';
import { softmax } from '../../src/understanding/model/softmax.ts';
import { type Ballot, type VoteFit, voteInputs, voteOf } from '../../src/understanding/model/vote.ts';
import type { Example } from './examples.ts';
import type { KindVoted } from './fit-kinds.ts';
import type { Grammar } from './grammar.ts';

/** What speaks on the kind of a message that the voters had not learned from. */
export const kindVoted = (
  { text, isFollowUp, kinds }: Example,
  ballot: Ballot,
  fit: VoteFit,
  basis: Basis,
  { names, answerable }: Grammar,
): KindVoted => {
  const folded = basis.fold(text);
  const named = names.read(folded);
  const chances = softmax(Array.from(ballot.message).slice(0, basis.kinds.length));
  const inputs = voteInputs(ballot, basis.kinds.length, basis.requirements.length);
  return {
    ballot: {
      ...circumstancesOf(folded, named, isFollowUp),
      chances,
      need: basis.requirements.reduce((most, _, k) => Math.max(most, voteOf(fit, k, inputs)), 0),
      fit: wantsEvidence(chances, isFollowUp)
        ? answerable(queryOf(folded), named.options, named.frameworks)
        : undefined,
    },
    right: basis.kinds.map((kind) => (kinds.includes(kind) ? 1 / kinds.length : 0)),
  };
};
