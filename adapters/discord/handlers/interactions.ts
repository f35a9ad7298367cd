import type { Interaction } from 'discord.js';
import type { Desk } from '../desk.ts';
import { codeOf, codes } from '../failures.ts';
import { notices } from '../notices.ts';
import { askAboutMessage, complete, stack } from './commands.ts';
import { press } from './presses.ts';
import { submit } from './submits.ts';
import { whisper } from './whisper.ts';

/** Commands, menu entries, buttons and forms. A surprise ends here: a line for the operator, an apology for the person. */
export const handleInteraction = async (desk: Desk, interaction: Interaction): Promise<void> => {
  try {
    if (interaction.isAutocomplete()) await complete(desk, interaction);
    else if (interaction.isChatInputCommand()) await stack(desk, interaction);
    else if (interaction.isMessageContextMenuCommand()) await askAboutMessage(desk, interaction);
    else if (interaction.isButton()) await press(desk, interaction);
    else if (interaction.isModalSubmit()) await submit(desk, interaction);
  } catch (error) {
    const code = codeOf(error);
    // Discord has told the person, or another process of ours has.
    if (code === codes.unknownInteraction || code === codes.acknowledged) {
      return desk.log.note('not acknowledged', { id: interaction.id, code });
    }
    desk.log.failed('interaction', { id: interaction.id, code }, error);
    if (interaction.isRepliable()) await whisper(desk, interaction, notices.failed(interaction.id));
  }
};
