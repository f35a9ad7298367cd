import type { FrameworkId, OptionId, RequirementId } from '../domain/ids.ts';
import type { Framework, Knowledge, RequirementEntry } from '../domain/knowledge.ts';
import type { Requirement } from '../domain/reading.ts';
import type { Choice, Flip } from '../domain/recommendation.ts';
import type { Phrasing } from './phrasing.ts';

/** Ids → the words people read. */
export type Names = {
  option(id: OptionId): string;
  choice(choice: Choice): string;
  framework(id: FrameworkId): Framework | undefined;
  requirement(id: RequirementId): RequirementEntry | undefined;
  requirementName(id: RequirementId): string;
  /** "live updates", "machine learning: not needed". */
  understood(requirement: Pick<Requirement, 'id' | 'stance'> & { readonly confidence?: number }): string;
  /** The clause after "if" for the changes of a flip. */
  condition(flip: Flip, inForce: readonly Pick<Requirement, 'id' | 'stance'>[]): string;
};

/** Less likely meant than not: shown as a guess, to be corrected. */
const unsure = 0.5;

export const createNames = (knowledge: Knowledge, phrasing: Phrasing): Names => {
  const options = new Map(knowledge.options.map((option) => [option.id, option]));
  const requirements = new Map(knowledge.requirements.map((entry) => [entry.id, entry]));
  const frameworks = new Map(
    knowledge.options.flatMap((option) => option.frameworks.map((entry) => [entry.id, entry])),
  );
  const option = (id: OptionId) => options.get(id)?.name ?? id;
  const requirementName = (id: RequirementId) => requirements.get(id)?.name ?? id;

  return {
    option,
    choice: (choice) =>
      choice === 'both' || choice === 'depends' ? phrasing.words(`outcome.${choice}`) : option(choice),
    framework: (id) => frameworks.get(id),
    requirement: (id) => requirements.get(id),
    requirementName,
    understood: ({ id, stance, confidence = 1 }) => {
      const plain = requirementName(id);
      const name = confidence < unsure ? phrasing.words('understood.unsure', { name: plain }) : plain;
      switch (stance) {
        case 'required':
          return name;
        case 'preferred':
          return phrasing.words('understood.preferred', { name });
        case 'excluded':
          return phrasing.words(
            requirements.get(id)?.group === 'team' ? 'understood.lacking' : 'understood.excluded',
            { name },
          );
      }
    },
    condition: (flip, inForce) => {
      const wanted = new Set(inForce.filter(({ stance }) => stance !== 'excluded').map(({ id }) => id));
      return flip.changes
        .map(({ id, to }) => {
          const entry = requirements.get(id);
          if (to !== 'absent' && to !== 'excluded') return entry?.if ?? id;
          return wanted.has(id) || to === 'excluded' ? (entry?.ifNot ?? id) : (entry?.if ?? id);
        })
        .join(' and ');
    },
  };
};
