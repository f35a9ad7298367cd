import type { Basis } from '../../src/understanding/basis.ts';
import { circumstancesOf, queryOf } from '../../src/understanding/circumstances.ts';
import { wantsEvidence } from '../../src/understanding/model/kind-vote.ts';
import type { Example } from './examples.ts';
import type { KindVoted } from './fit-kinds.ts';
import type { Grammar } from './grammar.ts';

/** What speaks on the kind of a message; `chances` are by its words, of models that have not learned from it. */
export const kindVoted = (
  { text, isFollowUp, kinds, weight, answerable }: Example,
  chances: readonly number[],
  basis: Basis,
  grammar: Grammar,
): KindVoted => {
  const folded = basis.fold(text);
  const named = grammar.names.read(folded);
  const lookUp = answerable ?? grammar.answerable;
  const ballot = { ...circumstancesOf(named, isFollowUp), chances };
  return {
    ballot: {
      ...ballot,
      fit: wantsEvidence(ballot) ? lookUp(queryOf(folded), named.options, named.frameworks) : undefined,
    },
    // A question beside a statement is all the more an example of how well one is answered.
    weight: answerable === undefined ? weight : 1,
    right: basis.kinds.map((kind) => (kinds.includes(kind) ? 1 / kinds.length : 0)),
  };
};
