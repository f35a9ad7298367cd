import type { App } from '@slack/bolt';
import type { Desk } from '../desk.ts';
import { codeOf } from '../failures.ts';
import { notices } from '../notices.ts';
import { type Incoming, toQuestion } from '../to-question.ts';
import { whisper } from '../whisper.ts';

/** What is said to the bot or in its hearing: mentions, threads it is in, direct messages. */
export const handleMessages = (app: App, desk: Desk): void => {
  const hear = async (event: unknown, team: string | undefined): Promise<void> => {
    const self = await desk.authorize({ teamId: team });
    const incoming = toQuestion(event, self);
    if (!incoming) return;
    const { question, place, named } = incoming;
    try {
      await answer(incoming);
    } catch (error) {
      // Nothing is kept of it yet, so nobody would come back to it; people among themselves do not miss us.
      desk.log.failed('hear', { id: question.id, code: codeOf(error) }, error);
      if (!named) return;
      const { team: inTeam, asker: user, channel, threadTs } = place;
      await whisper(desk, { team: inTeam, user, channel, threadTs }, notices.failed(question.id));
    }
  };

  const answer = async (incoming: Incoming): Promise<void> => {
    const { question, place, named } = incoming;
    // Below an answer of ours people speak of what it was asked for.
    const thread = (await desk.store.linked(question.thread)) ?? question.thread;
    if (place.surface === 'channel') {
      if (!(await desk.manners.isForUs({ thread, author: question.author, named }))) return;
    } else if (!(await desk.store.turn(question.id))) {
      // Not at a redelivery, after which nothing would come to take its place.
      await showWorking(incoming);
    }
    await desk.courier.bring({ ...question, thread }, place);
  };

  /** In the assistant's container, until the answer comes and takes its place. */
  const showWorking = async ({ place: { team, channel, threadTs } }: Incoming): Promise<void> => {
    if (threadTs === undefined) return;
    const status = { channel_id: channel, thread_ts: threadTs, status: notices.working };
    try {
      await desk.outgoing.call(team, 'assistant.threads.setStatus', status, { retries: false });
    } catch (error) {
      // An ordinary thread of a direct conversation has no status.
      desk.log.note('no status shown', { code: codeOf(error) });
    }
  };

  app.event('app_mention', ({ event, context }) => hear(event, context.teamId));
  app.event('message', ({ event, context }) => hear(event, context.teamId));
};
