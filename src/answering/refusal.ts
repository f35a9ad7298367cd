import type { Answer, Sentence } from '../domain/answer.ts';
import type { Requirement } from '../domain/reading.ts';

/** An answer to what was not read, or went wrong: one sentence, with the requirements that stay in force. */
export const refusal = (to: string, headline: Sentence, requirements: readonly Requirement[]): Answer => ({
  kind: 'refused',
  to,
  headline,
  blocks: [],
  facts: {
    kind: 'out_of_scope',
    recommendation: null,
    strength: null,
    answered: false,
    requirements,
    sources: [],
    about: [],
  },
});
