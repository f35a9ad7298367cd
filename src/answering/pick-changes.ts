import type { Sentence } from '../domain/answer.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Names } from './names.ts';
import { listed, type Phrasing } from './phrasing.ts';

/** What a message changed in the thread: only where there was an outcome before. */
export type PickChanges = (before: Conversation, now: Conversation) => readonly Sentence[];

export const createPickChanges =
  (names: Names, phrasing: Phrasing): PickChanges =>
  (before, now) => {
    if (before.standing === null || now.standing === null) return [];
    const earlier = new Set(before.requirements.map(keyOf));
    const current = new Set(now.requirements.map(keyOf));
    const added = now.requirements.filter((entry) => !earlier.has(keyOf(entry)));
    const restated = new Set(added.map(({ id }) => id));
    const removed = before.requirements.filter(
      (entry) => !current.has(keyOf(entry)) && !restated.has(entry.id),
    );
    const [first] = added;
    const [gone] = removed;
    if (added.length === 1 && removed.length === 1 && first && gone) {
      return [
        phrasing.say('changed.replaced', { old: names.understood(gone), new: names.understood(first) }, [
          { kind: 'requirement', id: first.id },
        ]),
      ];
    }
    return [
      ...(added.length > 0
        ? [phrasing.say('changed.added', { list: listed(added.map(names.understood)) })]
        : []),
      ...(removed.length > 0
        ? [phrasing.say('changed.removed', { list: listed(removed.map(names.understood)) })]
        : []),
    ];
  };

const keyOf = (entry: { readonly id: string; readonly stance: string }): string =>
  `${entry.id} ${entry.stance}`;
