import type { ButtonInteraction } from 'discord.js';
import type { Press } from '../custom-ids.ts';
import type { Desk } from '../desk.ts';
import { authorId } from '../ids.ts';
import { notices } from '../notices.ts';
import { acknowledge } from './acknowledge.ts';
import { whisper } from './whisper.ts';

/** A private answer for everyone in the channel, with the name of who shared it. Pressed twice, it is shared once. */
export const share = async (
  desk: Desk,
  interaction: ButtonInteraction,
  { question }: Press,
): Promise<void> => {
  const told = await desk.advisor.recall(question);
  if (!told) return whisper(desk, interaction, notices.forgotten);
  const how = await acknowledge(() => interaction.deferUpdate(), desk.log, interaction.id);
  const claim = `${question}:share`;
  if (!(await desk.store.claim(claim, desk.now()))) return;
  const { guildId, channelId, user, applicationId: application, token } = interaction;
  try {
    const posted = await desk.postAnswer(
      told.answer,
      told.question,
      {
        channel: channelId,
        asker: user.id,
        ...(guildId && { guild: guildId }),
        quoted: true,
        sharedBy: user.id,
        ...(how !== 'late' && { interaction: { application, token }, follows: true }),
      },
      { begun: false, mayGoOn: async () => true },
    );
    // Once the channel is open to us, it can be shared after all.
    if (posted === 'aside') return void (await desk.store.release(claim));
  } catch (error) {
    // To be shared by another press.
    await desk.store.release(claim);
    throw error;
  }
  if (guildId) await desk.manners.wake(told.question.thread, authorId(user.id));
};
