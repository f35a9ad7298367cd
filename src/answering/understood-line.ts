import type { Block } from '../domain/answer.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Names } from './names.ts';
import type { Phrasing } from './phrasing.ts';

/** What was understood, as one line; null where there is nothing to show. */
export type UnderstoodLine = (now: Conversation) => Block | null;

export const createUnderstoodLine =
  (names: Names, phrasing: Phrasing): UnderstoodLine =>
  (now) => {
    const parts = [
      ...now.requirements.map(names.understood),
      ...now.ruledOut.map((option) =>
        phrasing.words('understood.ruled-out', { option: names.option(option) }),
      ),
    ];
    if (parts.length === 0) return null;
    return {
      kind: 'understood',
      sentence: phrasing.say(
        'understood.list',
        { list: parts.join(', ') },
        now.requirements.map(({ turn }) => ({ kind: 'said', id: turn }) as const),
      ),
    };
  };
