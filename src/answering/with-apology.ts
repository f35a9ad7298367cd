import type { Answer } from '../domain/answer.ts';
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
): Advisor => {
  const apologise = (id: string, error: unknown): Answer => {
    surprised(id, error);
    return refusal(id, phrasing.say('apology', { id }), []);
  };
  return {
    async ask(question, errand) {
      try {
        return await advisor.ask(question, errand);
      } catch (error) {
        return { kind: 'apology', answer: apologise(question.id, error) };
      }
    },
    async resume(question) {
      try {
        return await advisor.resume(question);
      } catch (error) {
        return apologise(question.id, error);
      }
    },
    recall: advisor.recall,
  };
};
