import type { People } from '../domain/people.ts';
import type { Folded } from '../text/types.ts';
import type { NamedSkills } from './needs.ts';
import { createPhraseFinder } from './phrase-finder.ts';

/** Creates the check whether a message names a skill: by one of its words, or by a job title that has it. */
export const createNamedSkills = (people: People, fold: (text: string) => Folded): NamedSkills => {
  const skills = new Set(people.skills.map(({ requirement }) => requirement));
  const find = createPhraseFinder(
    people.skills.flatMap(({ requirement, words, roles }) =>
      [...words, ...roles].map((phrase) => ({ phrase, value: requirement })),
    ),
    (phrase) => fold(phrase).tokens,
  );
  return (folded) => {
    const named = new Set(find(folded.tokens).map(({ value }) => value));
    return (requirement) => !skills.has(requirement) || named.has(requirement);
  };
};
