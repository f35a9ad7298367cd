import type { Conversation } from '../domain/conversation.ts';
import type { Body } from './facts.ts';
import type { Names } from './names.ts';
import type { Phrasing } from './phrasing.ts';

/** Says which requirements are no longer in force. */
export type Forgot = (before: Conversation, now: Conversation) => Body;

export const createForgot =
  (names: Names, phrasing: Phrasing): Forgot =>
  (before, now) => {
    const kept = new Set(now.requirements.map(({ id }) => id));
    const gone = before.requirements.filter(({ id }) => !kept.has(id));
    return {
      headline:
        gone.length > 0
          ? phrasing.say('talk.forgot', { list: gone.map(names.understood).join(', ') })
          : phrasing.say('talk.forgot-nothing'),
      blocks: [],
      about: [],
    };
  };
