import type { App } from '@slack/bolt';
import type { Desk } from '../desk.ts';
import { authorId } from '../ids.ts';
import { readVoteReason, renderVoteReason, voteReasonId } from '../views/vote-reason.ts';
import type { Press } from './press.ts';

/** A thumb. It counts at once; a thumb down also asks why, which may be left unanswered. */
export const vote = async (desk: Desk, { team, author, trigger, value }: Press): Promise<void> => {
  if (!value?.v) return;
  await desk.store.vote({ question: value.q, author, vote: value.v, at: desk.now() });
  desk.log.note('vote', { id: value.q, vote: value.v });
  if (value.v === 'up') return;
  const view = renderVoteReason(value.q);
  await desk.outgoing.call(team, 'views.open', { trigger_id: trigger, view }, { retries: false });
};

export const handleVoteReason = (app: App, desk: Desk): void => {
  app.view(voteReasonId, async ({ view, body, context }) => {
    const author = authorId(context.teamId ?? '', body.user.id);
    const { reason, words } = readVoteReason(view.state.values);
    const why = { ...(reason && { reason }), ...(words && { words }) };
    const question = view.private_metadata;
    await desk.store.vote({ question, author, vote: 'down', ...why, at: desk.now() });
    desk.log.note('vote', { id: question, vote: 'down', reason });
  });
};
