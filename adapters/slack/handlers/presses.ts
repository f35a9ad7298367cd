import type { App } from '@slack/bolt';
import { choicesOf } from '../../shared/choices.ts';
import { actionIds, examplePattern } from '../actions.ts';
import type { Desk } from '../desk.ts';
import { pressId, threadId, triggerId } from '../ids.ts';
import { notices } from '../notices.ts';
import type { Place } from '../place.ts';
import { whisper } from '../whisper.ts';
import { correct } from './correct.ts';
import { earOf, type Press, readPress } from './press.ts';
import { remove } from './remove.ts';
import { share } from './share.ts';
import { vote } from './vote.ts';

/** The buttons under an answer, and the examples of the help. */
export const handlePresses = (app: App, desk: Desk): void => {
  app.action(/(?:)/, ({ body, context }) => {
    const press = readPress(body, context.teamId);
    return handlerOf(press.action)(desk, press);
  });
};

const handlerOf = (action: string): ((desk: Desk, press: Press) => Promise<void>) => {
  switch (action) {
    case actionIds.wrong:
      return correct;
    case actionIds.share:
      return share;
    case actionIds.remove:
      return remove;
    case actionIds.vote:
      return vote;
    default:
      if (actionIds.choice.test(action)) return choose;
      return examplePattern.test(action) ? askExample : forgotten;
  }
};

/** A button of an older version. */
const forgotten = (desk: Desk, press: Press): Promise<void> => whisper(desk, earOf(press), notices.forgotten);

/** A choice is said as if the person had written it, in the thread of the question it stands under. */
const choose = async (desk: Desk, press: Press): Promise<void> => {
  const { value } = press;
  const told = value && (await desk.advisor.recall(value.q));
  const choice = told && choicesOf(told.answer).find(({ id }) => id === value.c);
  if (!told || !choice) return whisper(desk, earOf(press), notices.forgotten);
  const { thread } = told.question;
  if (!press.private) await desk.manners.wake(thread, press.author);
  await desk.courier.bring(
    {
      id: pressId(press.team, press.channel ?? '', { ...press, message: press.messageTs }),
      thread,
      text: choice.say,
      author: press.author,
      at: desk.now(),
    },
    placeUnder(press),
  );
};

/** Where the answer to a press goes: beside or below the message it stands under. */
const placeUnder = ({ team, channel = '', user, messageTs, threadTs, ...press }: Press): Place => {
  const isDirect = channel.startsWith('D');
  // At the top of a channel, what follows an answer stands below it; a private answer has no below.
  const below = threadTs ?? (isDirect || press.private ? undefined : messageTs);
  return {
    team,
    channel,
    asker: user,
    surface: isDirect ? 'direct' : 'channel',
    ...(below !== undefined && { threadTs: below }),
    ...(press.private && { private: true, ...(press.responseUrl && { responseUrl: press.responseUrl }) }),
  };
};

/** An example of the help, asked as `/stack` would ask it; from the home, in the conversation with the person. */
const askExample = async (desk: Desk, press: Press): Promise<void> => {
  const { team, user, author, channel = user, responseUrl } = press;
  const text = desk.catalog.examples[Number(examplePattern.exec(press.action)?.[1])];
  if (text === undefined) return;
  const isDirect = channel === user || channel.startsWith('D');
  const id = triggerId(team, channel, press.trigger);
  const thread = isDirect && channel !== user ? threadId(team, channel) : id;
  await desk.manners.wake(thread, author);
  await desk.courier.bring(
    { id, thread, text, author, at: desk.now() },
    {
      team,
      channel,
      asker: user,
      surface: isDirect ? 'direct' : 'channel',
      quoted: true,
      ...(responseUrl && { responseUrl }),
    },
  );
};
