import type { Question } from '../../src/index.ts';
import type { Trip } from '../shared/courier.ts';
import type { AdapterLog } from '../shared/log.ts';
import type { SlackFile } from './blocks.ts';
import { codeOf } from './failures.ts';
import { filePart } from './ids.ts';
import type { Outgoing } from './outgoing.ts';
import type { Place } from './place.ts';
import type { SendMessage } from './send-message.ts';

/** Resolves to the parts it was sent as, where Slack names them. */
export type SendFile = (
  file: SlackFile,
  question: Question,
  place: Place,
  trip: Trip,
) => Promise<readonly string[]>;

/** Not a part of the answer that is looked for after a crash. */
const noPart = -2;

/** What is too large for a message, as a file; where files are not allowed, cut into messages. */
export const createSendFile = (outgoing: Outgoing, sendMessage: SendMessage, log: AdapterLog): SendFile => {
  const upload = async (file: SlackFile, { team, channel, threadTs }: Place): Promise<string> => {
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
    return filePart(String(ticket['file_id']));
  };

  const uploaded = async (file: SlackFile, question: Question, place: Place): Promise<string | undefined> => {
    // A file is there for all who are.
    if (place.private) return undefined;
    try {
      return await upload(file, place);
    } catch (error) {
      log.note('a file goes as messages', { id: question.id, code: codeOf(error) });
      return undefined;
    }
  };

  return async (file, question, place, trip) => {
    const one = await uploaded(file, question, place);
    if (one !== undefined) return [one];
    const sent: string[] = [];
    for (const message of file.asMessages) {
      const ts = await sendMessage(message, { question, part: noPart }, place, trip);
      if (ts !== undefined) sent.push(ts);
    }
    return sent;
  };
};
