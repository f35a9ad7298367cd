import type { Desk } from '../desk.ts';
import { codeOf } from '../failures.ts';
import { notices } from '../notices.ts';
import { whisper } from '../whisper.ts';
import { earOf, type Press } from './press.ts';

/** Takes an answer back, for whoever asked for it and nobody else. The question, and what was understood, stay. */
export const remove = async (desk: Desk, press: Press): Promise<void> => {
  const { team, channel, messageTs, responseUrl, value } = press;
  const told = value && (await desk.advisor.recall(value.q));
  // A question we no longer know was asked by whom the button names.
  const isTheirs = told ? told.question.author === press.author : value?.by === press.user;
  if (!isTheirs) return whisper(desk, earOf(press), notices.notYours);
  try {
    if (press.private && responseUrl) await desk.outgoing.respond(responseUrl, { delete_original: true });
    else if (channel) await desk.outgoing.call(team, 'chat.delete', { channel, ts: messageTs });
  } catch (error) {
    // Gone already is what was wanted.
    if (codeOf(error) === 'message_not_found') return;
    desk.log.failed('remove', { id: value?.q, code: codeOf(error) }, error);
    await whisper(desk, earOf(press), notices.cannotDelete);
  }
};
