import type { Message } from 'discord.js';
import type { Desk } from '../desk.ts';
import { messagePlace } from '../ids.ts';
import { toQuestion } from '../to-question.ts';

/** Hears a message: answers it if it is for us. */
export const hearMessage = async (desk: Desk, message: Message, botId: string): Promise<void> => {
  const incoming = toQuestion(message, botId);
  if (!incoming) return;
  const { question, place, named, repliesTo } = incoming;
  // What is said in reply to an answer speaks of what that was asked for.
  const linked = repliesTo === undefined ? undefined : await desk.store.linked(messagePlace(repliesTo));
  const thread = message.guildId && linked && !message.channel.isThread() ? linked : question.thread;
  const isBeginning = place.begins || (place.parent && (await desk.store.listensTo(thread)) === undefined);
  if (!message.channel.isDMBased()) {
    if (!(await desk.manners.isForUs({ thread, author: question.author, named }))) return;
    // Without the intent for it, the text of what is not said to us does not arrive.
    if (!named && message.content === '') return;
  }
  await desk.store.visit('discord', place.channel, message.createdTimestamp);
  await desk.courier.bring({ ...question, thread }, isBeginning ? { ...place, begins: true } : place);
};
