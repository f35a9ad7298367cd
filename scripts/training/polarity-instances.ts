import type { Folded } from '../../src/text/types.ts';
import type { Basis } from '../../src/understanding/basis.ts';
import { polarityFeatures } from '../../src/understanding/model/polarity.ts';
import type { Span } from '../../src/understanding/scope.ts';
import type { Example } from './examples.ts';
import type { Grammar } from './grammar.ts';
import { saidIn } from './instances.ts';
import type { Instance } from './logistic.ts';

type Labelled = { readonly need: number; readonly span: Span; readonly excluded: boolean };

/** Each mention of a message by the words that give it, labelled denied or not. */
export const polarityInstances = (example: Example, basis: Basis, grammar: Grammar): readonly Instance[] => {
  const folded = basis.fold(example.text);
  const said = saidIn(example, folded, basis.requirements);
  return instancesOf(
    folded,
    said.map(({ need, stretch, excluded }) => ({ need, span: stretch, excluded })),
    basis,
    grammar,
  );
};

/**
 * The same mentions at the words that the voters, or the grammar of people, heard them by: there they will have to be
 * judged, and these words are seldom all that a person would underline.
 */
export const heardInstances = (
  example: Example,
  heard: { readonly from: ArrayLike<number>; readonly to: ArrayLike<number> },
  basis: Basis,
  grammar: Grammar,
): readonly Instance[] => {
  const folded = basis.fold(example.text);
  if (folded.tokens.length === 0) return [];
  const skills = new Map(grammar.people.read(folded).map(({ requirement, span }) => [requirement, span]));
  const mentions = example.fresh.flatMap(({ id, excluded }): readonly Labelled[] => {
    const need = basis.requirements.indexOf(id);
    if (need < 0) return [];
    return [
      { need, span: skills.get(id) ?? [heard.from[need] as number, heard.to[need] as number], excluded },
    ];
  });
  return instancesOf(folded, mentions, basis, grammar);
};

const instancesOf = (
  folded: Folded,
  mentions: readonly Labelled[],
  basis: Basis,
  { people, scope }: Grammar,
): readonly Instance[] => {
  if (mentions.length === 0) return [];
  const skills = new Map(people.read(folded).map((mention) => [mention.requirement, mention.stance]));
  const judged = scope.judge(
    folded,
    mentions.map(({ span }) => span),
  );
  return mentions.flatMap(({ need, span, excluded }, i): readonly Instance[] => {
    const requirement = basis.requirements[need];
    const judgement = judged[i];
    if (requirement === undefined || judgement === undefined) return [];
    const place = {
      requirement,
      group: basis.groupOf(requirement),
      span,
      judgement,
      skill: skills.get(requirement),
    };
    return [
      { features: polarityFeatures(folded, place), targets: Float32Array.of(excluded ? 1 : 0), weight: 1 },
    ];
  });
};
