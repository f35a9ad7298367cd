import type { Conversation } from '../domain/conversation.ts';
import type { Question } from '../domain/question.ts';
import type { Reading } from '../domain/reading.ts';
import type { Recommendation } from '../domain/recommendation.ts';

/** Everything that is known once the question was read, folded in and decided. */
export type Situation = {
  readonly question: Question;
  readonly reading: Reading;
  readonly before: Conversation;
  readonly now: Conversation;
  readonly recommendation: Recommendation;
};
