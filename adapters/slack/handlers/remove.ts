import { takeBack } from '../../shared/take-back.ts';
import type { Desk } from '../desk.ts';
import { codeOf } from '../failures.ts';
import { fileIn } from '../ids.ts';
import { notices } from '../notices.ts';
import { whisper } from '../whisper.ts';
import { earOf, type Press } from './press.ts';

/**
 * Takes an answer back, with all messages and files it consists of, for whoever asked for it and nobody else. The
 * question, and what was understood, stay.
 */
export const remove = async (desk: Desk, press: Press): Promise<void> => {
  const { messageTs, value } = press;
  const told = value && (await desk.advisor.recall(value.q));
  // A question we no longer know was asked by whom the button names.
  const isTheirs = told ? told.question.author === press.author : value?.by === press.user;
  if (!isTheirs) return whisper(desk, earOf(press), notices.notYours);
  // Of what only one person sees, nothing can be reached but the message that was pressed under.
  const question = press.private ? undefined : value?.q;
  const errors = await takeBack(desk.store, question, messageTs, (part) => removePart(desk, press, part));
  // Gone already is what was wanted.
  const refused = errors.filter((error) => !gone.has(codeOf(error)));
  if (refused.length === 0) return;
  desk.log.failed('remove', { id: value?.q, code: codeOf(refused[0]) }, refused[0]);
  await whisper(desk, earOf(press), notices.cannotDelete);
};

const gone = new Set(['message_not_found', 'file_not_found', 'file_deleted']);

const removePart = async (desk: Desk, press: Press, part: string): Promise<void> => {
  const { team, channel, responseUrl } = press;
  const file = fileIn(part);
  if (press.private && responseUrl) await desk.outgoing.respond(responseUrl, { delete_original: true });
  else if (file !== undefined) await desk.outgoing.call(team, 'files.delete', { file });
  else if (channel) await desk.outgoing.call(team, 'chat.delete', { channel, ts: part });
};
