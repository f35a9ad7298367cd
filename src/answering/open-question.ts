import type { Block, ChoiceButton } from '../domain/answer.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import type { Names } from './names.ts';
import type { Phrasing } from './phrasing.ts';

/** The open question with its replies; empty where no reply could change the pick. */
export type OpenQuestion = (recommendation: Recommendation) => readonly Block[];

export const createOpenQuestion =
  (names: Names, phrasing: Phrasing): OpenQuestion =>
  ({ nextQuestion, strength, choice }) => {
    const entry = nextQuestion && names.requirement(nextQuestion.id);
    // A clear pick is not held up by a question: what would change it is listed.
    if (!entry || (strength === 'clear' && choice !== 'depends')) return [];
    const from = [{ kind: 'requirement', id: entry.id }] as const;
    const reply = (key: 'yes' | 'no' | 'unknown'): ChoiceButton => {
      const label = phrasing.words(`question.${key}`);
      return { id: `answer.${entry.id}.${key}`, label, say: label };
    };
    return [
      { kind: 'paragraph', sentences: [phrasing.say('question.open', { question: entry.ask }, from)] },
      { kind: 'choices', choices: [reply('yes'), reply('no'), reply('unknown')] },
    ];
  };
