import type { Question } from '../../src/index.ts';
import type { Trip } from '../shared/courier.ts';
import type { AdapterLog } from '../shared/log.ts';
import type { SlackFile } from './blocks.ts';
import { codeOf } from './failures.ts';
import type { Outgoing } from './outgoing.ts';
import type { Place } from './place.ts';
import type { SendMessage } from './send-message.ts';

export type SendFile = (file: SlackFile, question: Question, place: Place, trip: Trip) => Promise<void>;

/** Not a part of the answer that is looked for after a crash. */
const filePart = -2;

/** What is too large for a message, as a file; where files are not allowed, cut into messages. */
export const createSendFile = (outgoing: Outgoing, sendMessage: SendMessage, log: AdapterLog): SendFile => {
  const upload = async (file: SlackFile, { team, channel, threadTs }: Place): Promise<void> => {
    const ticket = await outgoing.call(team, 'files.getUploadURLExternal', {
      filename: file.name,
      length: Buffer.byteLength(file.content),
      alt_txt: file.altText,
    });
    await outgoing.upload(String(ticket['upload_url']), file.content);
    await outgoing.call(team, 'files.completeUploadExternal', {
      files: [{ id: String(ticket['file_id']), title: file.title }],
      channel_id: channel,
      ...(threadTs !== undefined && { thread_ts: threadTs }),
    });
  };

  const isUploaded = async (file: SlackFile, question: Question, place: Place): Promise<boolean> => {
    // A file is there for all who are.
    if (place.private) return false;
    try {
      await upload(file, place);
      return true;
    } catch (error) {
      log.note('a file goes as messages', { id: question.id, code: codeOf(error) });
      return false;
    }
  };

  return async (file, question, place, trip) => {
    if (await isUploaded(file, question, place)) return;
    for (const message of file.asMessages)
      await sendMessage(message, { question, part: filePart }, place, trip);
  };
};
