import type { Question } from '../../src/index.ts';
import type { Trip } from '../shared/courier.ts';
import type { AdapterLog } from '../shared/log.ts';
import { fenced } from '../shared/markdown.ts';
import { splitMarkdown } from '../shared/split.ts';
import type { SlackFile } from './blocks.ts';
import { codeOf } from './failures.ts';
import { limits } from './limits.ts';
import type { Outgoing } from './outgoing.ts';
import type { Place } from './place.ts';
import type { SendMessage } from './send-message.ts';

export type SendFile = (file: SlackFile, question: Question, place: Place, trip: Trip) => Promise<void>;

/** Not a part of the answer that is looked for after a crash. */
const filePart = -2;

/** What is too large for a message, as a file; where files are not allowed as text, cut into messages. */
export const createSendFile =
  (outgoing: Outgoing, sendMessage: SendMessage, log: AdapterLog): SendFile =>
  async (file, question, place, trip) => {
    try {
      // A file is there for all who are.
      if (place.private) throw new Error('private');
      await upload(outgoing, file, place);
    } catch (error) {
      log.note('a file goes as text', { id: question.id, code: codeOf(error) });
      for (const text of splitMarkdown(fenced(file.content), limits.message.fallback)) {
        await sendMessage({ text, blocks: [] }, { question, part: filePart }, place, trip);
      }
    }
  };

const upload = async (outgoing: Outgoing, file: SlackFile, place: Place): Promise<void> => {
  const { team, channel, threadTs } = place;
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
