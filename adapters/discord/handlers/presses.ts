import { type ButtonInteraction, MessageFlags } from 'discord.js';
import { assertNever } from '../../../src/index.ts';
import { choicesOf } from '../../shared/choices.ts';
import { takeBack } from '../../shared/take-back.ts';
import { checkPayload } from '../check-payload.ts';
import { type Press, readCustomId } from '../custom-ids.ts';
import type { Desk } from '../desk.ts';
import { codeOf } from '../failures.ts';
import { authorId } from '../ids.ts';
import { notices } from '../notices.ts';
import { toCorrectionModal } from '../views/correction.ts';
import { toReasonModal } from '../views/reason.ts';
import { acknowledge } from './acknowledge.ts';
import { askBy } from './ask-by.ts';
import { share } from './share.ts';
import { whisper } from './whisper.ts';

/** The buttons under an answer, and the examples of the help. */
export const press = async (desk: Desk, interaction: ButtonInteraction): Promise<void> => {
  const pressed = readCustomId(interaction.customId);
  if (!pressed) return whisper(desk, interaction, notices.forgotten);
  switch (pressed.action) {
    case 'choice':
      return choose(desk, interaction, pressed);
    case 'example': {
      const text = desk.catalog.examples[Number(pressed.argument)];
      if (text === undefined) return whisper(desk, interaction, notices.forgotten);
      return askBy(desk, interaction, { text, private: false });
    }
    case 'wrong':
      return correct(desk, interaction, pressed);
    case 'vote':
      return vote(desk, interaction, pressed);
    case 'share':
      return share(desk, interaction, pressed);
    case 'remove':
      return remove(desk, interaction, pressed);
    case 'form':
    case 'reason':
    case 'correct':
      // Forms, which no button submits.
      return whisper(desk, interaction, notices.forgotten);
    default:
      return assertNever(pressed.action);
  }
};

/** A choice is said as if the person had written it, in the thread of the question it stands under. */
const choose = async (
  desk: Desk,
  interaction: ButtonInteraction,
  { argument, question }: Press,
): Promise<void> => {
  const told = await desk.advisor.recall(question);
  const choice = told && choicesOf(told.answer).find(({ id }) => id === argument);
  if (!told || !choice) return whisper(desk, interaction, notices.forgotten);
  const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
  const { thread } = told.question;
  return askBy(desk, interaction, { text: choice.say, private: isPrivate, thread, quoted: false });
};

/** "That's wrong": shows what was understood, to be set right. */
const correct = async (desk: Desk, interaction: ButtonInteraction, { question }: Press): Promise<void> => {
  const told = await desk.advisor.recall(question);
  if (!told) return whisper(desk, interaction, notices.forgotten);
  const form = toCorrectionModal(question, told.answer.facts.requirements, desk.catalog);
  checkPayload('modal', form);
  await acknowledge(() => interaction.showModal(form), desk.log, interaction.id);
};

/** A thumb counts at once; a thumb down also asks why, which may be left unanswered. */
const vote = async (
  desk: Desk,
  interaction: ButtonInteraction,
  { argument, question }: Press,
): Promise<void> => {
  const isUp = argument === 'up';
  const author = authorId(interaction.user.id);
  const at = interaction.createdTimestamp;
  await desk.store.vote({ question, author, vote: isUp ? 'up' : 'down', at });
  desk.log.note('vote', { id: question, vote: argument });
  if (isUp) return whisper(desk, interaction, notices.thanks);
  const form = toReasonModal(question);
  checkPayload('modal', form);
  await acknowledge(() => interaction.showModal(form), desk.log, interaction.id);
};

/** Takes an answer back, with all messages it consists of, for whoever asked for it and nobody else. */
const remove = async (
  desk: Desk,
  interaction: ButtonInteraction,
  { argument, question }: Press,
): Promise<void> => {
  const told = await desk.advisor.recall(question);
  const isTheirs = told
    ? told.question.author === authorId(interaction.user.id)
    : argument === interaction.user.id;
  if (!isTheirs) return whisper(desk, interaction, notices.notYours);
  if ((await acknowledge(() => interaction.deferUpdate(), desk.log, interaction.id)) !== 'ours') return;
  const { message, channelId } = interaction;
  // Of what only one person sees, nothing can be reached but the message that was pressed under.
  const all = message.flags.has(MessageFlags.Ephemeral) ? undefined : question;
  const errors = await takeBack(desk.store, all, message.id, async (part) => {
    if (part === message.id) await interaction.deleteReply();
    else await desk.outgoing.deleteMessage(channelId, part);
  });
  // Gone already is what was wanted.
  for (const error of errors) desk.log.note('not deleted', { id: question, code: codeOf(error) });
};
