import type { Question } from '../domain/question.ts';
import type { Advisor } from './advisor.ts';
import type { Phrasing } from './phrasing.ts';
import { refusal } from './refusal.ts';

/**
 * The one place where a surprise while answering is caught: it is handed to `surprised` with the id of the
 * question, and the person gets an apology that names the id.
 */
export const withApology = (
  advisor: Advisor,
  phrasing: Phrasing,
  surprised: (id: string, error: unknown) => void,
): Advisor => ({
  async ask(question: Question) {
    try {
      return await advisor.ask(question);
    } catch (error) {
      surprised(question.id, error);
      return {
        kind: 'answered',
        answer: refusal(question.id, phrasing.say('apology', { id: question.id }), []),
      };
    }
  },
});
