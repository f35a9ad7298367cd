import type { Basis } from '../../src/understanding/basis.ts';
import { polarityFeatures } from '../../src/understanding/model/polarity.ts';
import type { Example } from './examples.ts';
import type { Grammar } from './grammar.ts';
import { saidIn } from './instances.ts';
import type { Instance } from './logistic.ts';

/** Each mention of a message, labelled denied or not. */
export const polarityInstances = (
  example: Example,
  basis: Basis,
  { people, scope }: Grammar,
): readonly Instance[] => {
  const folded = basis.fold(example.text);
  const said = saidIn(example, folded, basis.requirements);
  if (said.length === 0) return [];
  const skills = new Map(people.read(folded).map((mention) => [mention.requirement, mention.stance]));
  const judged = scope.judge(
    folded,
    said.map(({ stretch }) => stretch),
  );
  return said.flatMap(({ need, stretch, excluded }, i): readonly Instance[] => {
    const requirement = basis.requirements[need];
    const judgement = judged[i];
    if (requirement === undefined || judgement === undefined) return [];
    const place = {
      requirement,
      group: basis.groupOf(requirement),
      span: stretch,
      judgement,
      skill: skills.get(requirement),
    };
    return [
      { features: polarityFeatures(folded, place), targets: Float32Array.of(excluded ? 1 : 0), weight: 1 },
    ];
  });
};
