import { toCustomId } from '../custom-ids.ts';
import { words } from '../words.ts';
import { type Modal, modal, type Submitted, selectField, textField, textIn, valuesIn } from './modal.ts';

const reasonId = 'reason';
const textId = 'text';

/** Asks why an answer did not help. */
export const toReasonModal = (question: string): Modal =>
  modal(toCustomId('reason', 'down', question), words.reason.title, [
    selectField(
      reasonId,
      words.reason.reason,
      Object.entries(words.reason.reasons).map(([value, label]) => ({ value, label })),
      { one: true },
    ),
    textField(textId, words.reason.text),
  ]);

/** What was given as reason: one of the ids in `words`, words, both or nothing. */
export const readReason = (submitted: Submitted): { readonly reason?: string; readonly words?: string } => {
  const [reason] = valuesIn(submitted, reasonId);
  const text = textIn(submitted, textId);
  return { ...(reason && { reason }), ...(text && { words: text }) };
};
