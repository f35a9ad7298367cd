import type { ChoiceButton } from '../domain/answer.ts';
import type { RequirementId } from '../domain/ids.ts';
import type { Body } from './facts.ts';
import type { Names } from './names.ts';
import type { Phrasing } from './phrasing.ts';

/** Asks back about a requirement that was said to hold and not to hold. */
export type Clarify = (id: RequirementId) => Body;

export const createClarify =
  (names: Names, phrasing: Phrasing): Clarify =>
  (id) => {
    const name = names.requirementName(id);
    const from = [{ kind: 'requirement', id }] as const;
    // Said in the words that answer any question of the bot: the label's own would have to be understood first.
    const choice = (key: 'yes' | 'no', label: string): ChoiceButton => ({
      id: `clarify.${id}.${key}`,
      label,
      say: phrasing.words(`question.${key}`),
    });
    return {
      headline: phrasing.say('clarify.contradiction', { name }, from),
      blocks: [
        {
          kind: 'choices',
          choices: [
            choice('yes', phrasing.words('clarify.wanted', { name })),
            choice('no', phrasing.words('clarify.not-wanted', { name })),
          ],
        },
      ],
      about: [],
    };
  };
