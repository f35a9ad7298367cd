import { type BaseInteraction, MessageFlags } from 'discord.js';
import type { SetNeed } from '../../../src/index.ts';
import type { Desk } from '../desk.ts';
import { authorId, questionId, threadId } from '../ids.ts';
import { acknowledge, placeBy } from './acknowledge.ts';

/** An interaction that can be acknowledged now and answered later. */
type Askable = BaseInteraction & {
  readonly token: string;
  deferReply(options: { flags?: MessageFlags.Ephemeral }): Promise<unknown>;
};

export type Asked = {
  readonly text: string;
  readonly private: boolean;
  /** The thread it goes on; that of the place, or a new one, unless told. */
  readonly thread?: string;
  readonly needs?: readonly SetNeed[];
  /** False where the question is a press that everybody understands. */
  readonly quoted?: boolean;
};

/** A question that came by an interaction: acknowledged first, then answered in its place. */
export const askBy = async (desk: Desk, interaction: Askable, asked: Asked): Promise<void> => {
  const how = await acknowledge(
    () => interaction.deferReply(asked.private ? { flags: MessageFlags.Ephemeral } : {}),
    desk.log,
    interaction.id,
  );
  const { guildId, channelId, user, applicationId: application, token } = interaction;
  const channel = channelId ?? '';
  // In a thread, or alone with us, it goes on what was said there; elsewhere it is a beginning.
  const goesOn = !asked.private && (interaction.channel?.isThread() || interaction.channel?.isDMBased());
  const thread = asked.thread ?? threadId(guildId, goesOn ? channel : interaction.id);
  const author = authorId(user.id);
  if (!asked.private && guildId) await desk.manners.wake(thread, author);
  // Where we are ourselves, what is said while we are away is looked for.
  if (!asked.private && interaction.channel) {
    await desk.store.visit('discord', channel, interaction.createdTimestamp);
  }
  const parent = interaction.channel?.isThread() ? interaction.channel.parentId : null;
  await desk.courier.bring(
    {
      id: questionId(interaction.id),
      thread,
      text: asked.text,
      author,
      at: interaction.createdTimestamp,
      ...(asked.needs && { needs: asked.needs }),
    },
    placeBy(
      how,
      { application, token },
      {
        channel,
        asker: user.id,
        ...(guildId && { guild: guildId }),
        ...(parent && { parent }),
        ...(asked.private && { private: true }),
        ...(asked.quoted !== false && { quoted: true }),
      },
    ),
  );
};
