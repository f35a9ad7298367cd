import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js';
import { clip } from '../../shared/clip.ts';
import { checkPayload } from '../check-payload.ts';
import { commandNames } from '../commands.ts';
import type { Desk } from '../desk.ts';
import { limits } from '../limits.ts';
import { notices } from '../notices.ts';
import { textOf } from '../to-question.ts';
import { toFormModal } from '../views/form.ts';
import { renderHelp } from '../views/help.ts';
import { acknowledge } from './acknowledge.ts';
import { askBy } from './ask-by.ts';
import { whisper } from './whisper.ts';

/** `/stack ask`, `private`, `form`, `help`. */
export const stack = async (desk: Desk, interaction: ChatInputCommandInteraction): Promise<void> => {
  const sub = interaction.options.getSubcommand();
  if (sub === commandNames.form) {
    const form = toFormModal(desk.catalog);
    checkPayload('modal', form);
    return void (await acknowledge(() => interaction.showModal(form), desk.log, interaction.id));
  }
  if (sub === commandNames.help) {
    const { components, flags, allowedMentions } = renderHelp(desk.catalog.examples);
    await interaction.reply({ components, allowedMentions, flags: flags | MessageFlags.Ephemeral });
    return;
  }
  const text = textOf(interaction.options.getString(commandNames.question, true), interaction.client.user.id);
  return askBy(desk, interaction, { text, private: sub === commandNames.private });
};

/** *Ask about this message*: any message, answered for whoever asked and nobody else. */
export const askAboutMessage = async (
  desk: Desk,
  interaction: MessageContextMenuCommandInteraction,
): Promise<void> => {
  const text = textOf(interaction.targetMessage.content, interaction.client.user.id);
  if (text === '') return whisper(desk, interaction, notices.empty);
  return askBy(desk, interaction, { text, private: true });
};

/** Questions that are answered well, while one is being typed. */
export const complete = async (desk: Desk, interaction: AutocompleteInteraction): Promise<void> => {
  const typed = interaction.options.getFocused();
  const { choices: most, name: longest } = limits.autocomplete;
  const choices = desk.catalog
    .suggest(typed, most)
    .map((question) => clip(question, longest))
    .map((question) => ({ name: question, value: question }));
  checkPayload('autocomplete', choices);
  await acknowledge(() => interaction.respond(choices), desk.log, interaction.id);
};
