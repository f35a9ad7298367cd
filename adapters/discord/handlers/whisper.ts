import { MessageFlags, type RepliableInteraction } from 'discord.js';
import { messageOf, text } from '../components.ts';
import type { Desk } from '../desk.ts';
import { codeOf } from '../failures.ts';

/** Tells whoever used an interaction something in passing. That it fails is logged, and stops nothing. */
export const whisper = async (
  { log }: Pick<Desk, 'log'>,
  interaction: RepliableInteraction,
  words: string,
): Promise<void> => {
  const { components, flags, allowedMentions } = messageOf([text(words)]);
  const message = { components, allowedMentions, flags: flags | MessageFlags.Ephemeral } as const;
  try {
    if (interaction.replied || interaction.deferred) await interaction.followUp(message);
    else await interaction.reply(message);
  } catch (error) {
    log.note('not told', { id: interaction.id, code: codeOf(error) });
  }
};
