import type { App } from '@slack/bolt';
import type { Desk } from '../desk.ts';
import { askedThread, authorId, triggerId } from '../ids.ts';
import { notices } from '../notices.ts';
import type { Place } from '../place.ts';
import { textOf } from '../to-question.ts';
import { renderForm } from '../views/form.ts';
import { renderHelp } from '../views/help.ts';
import { whisper } from '../whisper.ts';

/** `/stack`: a question, `private` before one, `help`, or nothing at all for the form. */
export const handleCommands = (app: App, desk: Desk): void => {
  app.command('/stack', async ({ command, context }) => {
    const team = context.teamId ?? command.team_id;
    const { channel_id: channel, user_id: user, response_url: responseUrl, trigger_id: trigger } = command;
    const { botUserId } = await desk.authorize({ teamId: team });
    const { word, text } = readCommand(textOf(command.text, botUserId));

    if (word === 'help') {
      const ear = { team, user, channel, responseUrl };
      return whisper(desk, ear, notices.helpTitle, renderHelp(desk.catalog.examples));
    }
    if (text === '') {
      const from = { channel, responseUrl, private: word === 'private' };
      const view = renderForm(desk.catalog, JSON.stringify(from));
      await desk.outgoing.call(team, 'views.open', { trigger_id: trigger, view }, { retries: false });
      return undefined;
    }
    const id = triggerId(team, channel, trigger);
    const place: Place = {
      team,
      channel,
      asker: user,
      surface: channel.startsWith('D') ? 'direct' : 'channel',
      responseUrl,
      quoted: true,
      ...(word === 'private' && { private: true }),
    };
    const author = authorId(team, user);
    const thread = askedThread(id, place);
    if (!place.private) await desk.manners.wake(thread, author);
    return desk.courier.bring({ id, thread, text, author, at: desk.now() }, place);
  });
};

/** The first word, where it is one of ours, and the rest. */
export const readCommand = (given: string): { readonly word?: 'help' | 'private'; readonly text: string } => {
  const text = given.trim();
  if (/^help$/i.test(text)) return { word: 'help', text: '' };
  const [, asked] = /^private(?:\s+([\s\S]*))?$/i.exec(text) ?? [];
  if (/^private(?:\s|$)/i.test(text)) return { word: 'private', text: asked ?? '' };
  return { text };
};
