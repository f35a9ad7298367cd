import type { App } from '@slack/bolt';
import type { Question } from '../../../src/index.ts';
import { flag, holding, optional, readAs, string } from '../../shared/shape.ts';
import type { Desk } from '../desk.ts';
import { authorId, isUnseen, triggerId, userOf } from '../ids.ts';
import { notices } from '../notices.ts';
import type { Place } from '../place.ts';
import { correctionId, readCorrection, renderCorrection } from '../views/correction.ts';
import { whisper } from '../whisper.ts';
import { earOf, type Press } from './press.ts';

/** A command's or a form's question is seen in its answer alone, so what takes the answer's place quotes it, too. */
const quotesOf = ({ id, text, author }: Question): Pick<Place, 'quotes'> =>
  isUnseen(id) && text !== '' ? { quotes: { asker: userOf(author), text } } : {};

/** What a correction keeps between opening the form and saving it. */
type Kept = {
  readonly question: string;
  readonly channel: string;
  readonly messageTs: string;
  readonly threadTs?: string | undefined;
  readonly private: boolean;
  readonly responseUrl?: string | undefined;
};
const word = string({});
const keptShape = holding<Required<Kept>>({
  question: word,
  channel: word,
  messageTs: word,
  threadTs: optional(word),
  private: flag,
  responseUrl: optional(word),
});

/** "That's wrong": shows what was understood, to be set right. */
export const correct = async (desk: Desk, press: Press): Promise<void> => {
  const { team, channel, value, trigger } = press;
  const told = value && (await desk.advisor.recall(value.q));
  if (!told || channel === undefined) return whisper(desk, earOf(press), notices.forgotten);
  const { messageTs, threadTs, responseUrl } = press;
  const kept: Kept = {
    question: told.question.id,
    channel,
    messageTs,
    private: press.private,
    ...(threadTs && { threadTs }),
    ...(responseUrl && { responseUrl }),
  };
  const view = renderCorrection(desk.catalog, told.answer.facts.requirements, JSON.stringify(kept));
  await desk.outgoing.call(team, 'views.open', { trigger_id: trigger, view }, { retries: false });
};

/** Saved: the pick is made again with what was set, in the place of the answer that was wrong. */
export const handleCorrection = (app: App, desk: Desk): void => {
  app.view(correctionId, async ({ view, body, context }) => {
    const team = context.teamId ?? '';
    const user = body.user.id;
    const { question, channel, messageTs, threadTs, responseUrl, ...kept } = readAs(
      keptShape,
      JSON.parse(view.private_metadata),
    );
    const told = await desk.advisor.recall(question);
    if (!told) return whisper(desk, { team, user, channel, threadTs, responseUrl }, notices.forgotten);
    const before = new Map(told.answer.facts.requirements.map(({ id, stance }) => [id, stance]));
    const needs = readCorrection(view.state.values).filter(
      ({ id, stance }) => stance !== (before.get(id) ?? 'open'),
    );
    if (needs.length === 0) return undefined;
    const place: Place = {
      team,
      channel,
      asker: user,
      surface: channel.startsWith('D') ? 'direct' : 'channel',
      replaces: messageTs,
      ...quotesOf(told.question),
      ...(threadTs !== undefined && { threadTs }),
      ...(kept.private && { private: true }),
      ...(responseUrl && kept.private && { responseUrl }),
    };
    const author = authorId(team, user);
    const { thread } = told.question;
    await desk.courier.bring(
      { id: triggerId(team, channel, view.id), thread, text: '', author, at: desk.now(), needs },
      place,
    );
  });
};
