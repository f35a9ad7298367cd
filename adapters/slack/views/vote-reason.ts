import type { types } from '@slack/bolt';
import { plainText } from '../blocks.ts';
import { words } from '../words.ts';
import { chosenIn, input, option, textField, type ViewState, writtenIn } from './fields.ts';

export const voteReasonId = 'vote-reason';

export type VoteReason = keyof typeof words.vote.reasons;
const reasons: readonly VoteReason[] = ['wrong', 'outdated', 'not-asked', 'hard-to-read'];

/** After a thumb down: why? Both fields may stay empty. The id of the question comes back as the metadata. */
export const renderVoteReason = (question: string): types.ModalView => ({
  type: 'modal',
  callback_id: voteReasonId,
  private_metadata: question,
  title: plainText(words.vote.title),
  submit: plainText(words.vote.submit),
  close: plainText(words.vote.close),
  blocks: [
    input('reason', words.vote.reason, {
      type: 'radio_buttons',
      options: reasons.map((reason) => option(reason, words.vote.reasons[reason])),
    }),
    input('words', words.vote.text, textField(true)),
  ],
});

export const readVoteReason = (
  values: ViewState,
): { readonly reason: VoteReason | undefined; readonly words: string } => {
  const [chosen] = chosenIn(values, 'reason');
  return { reason: reasons.find((reason) => reason === chosen), words: writtenIn(values, 'words') };
};
