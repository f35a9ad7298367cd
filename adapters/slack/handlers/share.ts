import type { Desk } from '../desk.ts';
import { codeOf } from '../failures.ts';
import { notices } from '../notices.ts';
import { whisper } from '../whisper.ts';
import { earOf, type Press } from './press.ts';

/** A private answer for everyone in the channel, with the name of who shared it. Pressed twice, it is shared once. */
export const share = async (desk: Desk, press: Press): Promise<void> => {
  const { team, user, channel, threadTs, responseUrl, value } = press;
  const told = value && (await desk.advisor.recall(value.q));
  if (!told || channel === undefined) return whisper(desk, earOf(press), notices.forgotten);
  const { question, answer } = told;
  const claim = `${question.id}:share`;
  if (!(await desk.store.claim(claim, desk.now()))) return;
  try {
    const posted = await desk.postAnswer(
      answer,
      question,
      {
        team,
        channel,
        asker: user,
        surface: channel.startsWith('D') ? 'direct' : 'channel',
        quoted: true,
        sharedBy: user,
        ...(threadTs !== undefined && { threadTs }),
        ...(responseUrl && { responseUrl }),
      },
      { begun: false, mayGoOn: async () => true },
    );
    if (posted === 'there') await desk.manners.wake(question.thread, press.author);
    // Once the channel is open to us, it can be shared after all.
    else await desk.store.release(claim);
  } catch (error) {
    desk.log.failed('share', { id: question.id, code: codeOf(error) }, error);
    await desk.store.release(claim);
    await whisper(desk, earOf(press), notices.failed(question.id));
  }
};
