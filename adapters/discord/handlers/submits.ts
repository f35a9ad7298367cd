import { InteractionType, type ModalSubmitInteraction } from 'discord.js';
import type { Question } from '../../../src/index.ts';
import { type Press, readCustomId } from '../custom-ids.ts';
import type { Desk } from '../desk.ts';
import { authorId, questionId, userOf } from '../ids.ts';
import { notices } from '../notices.ts';
import type { Place } from '../place.ts';
import { readCorrection } from '../views/correction.ts';
import { readForm } from '../views/form.ts';
import { submittedOf } from '../views/modal.ts';
import { readReason } from '../views/reason.ts';
import { acknowledge, placeBy } from './acknowledge.ts';
import { askBy } from './ask-by.ts';
import { whisper } from './whisper.ts';

/** Forms, filled in. */
export const submit = async (desk: Desk, interaction: ModalSubmitInteraction): Promise<void> => {
  const pressed = readCustomId(interaction.customId);
  const submitted = submittedOf(interaction.fields.fields.values());
  switch (pressed?.action) {
    case 'form':
      return askBy(desk, interaction, { ...readForm(submitted), private: false });
    case 'reason': {
      const author = authorId(interaction.user.id);
      const { question } = pressed;
      const reason = readReason(submitted);
      await desk.store.vote({ question, author, vote: 'down', ...reason, at: interaction.createdTimestamp });
      desk.log.note('vote', { id: question, vote: 'down', reason: reason.reason });
      return whisper(desk, interaction, notices.thanks);
    }
    case 'correct':
      return correct(desk, interaction, pressed, submitted);
    default:
      return whisper(desk, interaction, notices.forgotten);
  }
};

/** A command's question is seen in its answer alone, so what takes the answer's place quotes it, too. */
const quotesOf = ({ text, author }: Question, { message }: ModalSubmitInteraction): Pick<Place, 'quotes'> =>
  message?.interactionMetadata?.type === InteractionType.ApplicationCommand && text !== ''
    ? { quotes: { asker: userOf(author), text } }
    : {};

/** Saved: the pick is made again with what was set, in the place of the answer that was wrong. */
const correct = async (
  desk: Desk,
  interaction: ModalSubmitInteraction,
  { question }: Press,
  submitted: ReturnType<typeof submittedOf>,
): Promise<void> => {
  const told = await desk.advisor.recall(question);
  if (!told) return whisper(desk, interaction, notices.forgotten);
  const { requirements } = told.answer.facts;
  const before = new Map(requirements.map(({ id, stance }) => [id, stance]));
  const needs = readCorrection(submitted, requirements).filter(
    ({ id, stance }) => stance !== (before.get(id) ?? 'open'),
  );
  const how = await acknowledge(
    // Opened from a button, it stands for the message the button is under.
    () => (interaction.isFromMessage() ? interaction.deferUpdate() : interaction.deferReply()),
    desk.log,
    interaction.id,
  );
  if (needs.length === 0) return;
  const { guildId, channelId, user, applicationId: application, token } = interaction;
  await desk.courier.bring(
    {
      id: questionId(interaction.id),
      thread: told.question.thread,
      text: '',
      author: authorId(user.id),
      at: interaction.createdTimestamp,
      needs,
    },
    placeBy(
      how,
      { application, token },
      {
        channel: channelId ?? '',
        asker: user.id,
        ...quotesOf(told.question, interaction),
        ...(guildId && { guild: guildId }),
        ...(interaction.ephemeral && { private: true }),
      },
    ),
  );
};
