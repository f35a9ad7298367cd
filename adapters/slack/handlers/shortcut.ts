import type { App, MessageShortcut } from '@slack/bolt';
import type { Desk } from '../desk.ts';
import { authorId, triggerId } from '../ids.ts';
import { notices } from '../notices.ts';
import { textOf } from '../to-question.ts';
import { whisper } from '../whisper.ts';

export const shortcutId = 'ask_about_message';

/** *Ask about this message*: any message, answered for whoever asked and nobody else. */
export const handleShortcut = (app: App, desk: Desk): void => {
  app.shortcut<MessageShortcut>({ type: 'message_action', callback_id: shortcutId }, async (given) => {
    const { shortcut, context } = given;
    const team = context.teamId ?? shortcut.team?.id ?? '';
    const { user, channel, message, response_url: responseUrl, trigger_id: trigger } = shortcut;
    const { botUserId } = await desk.authorize({ teamId: team });
    const text = textOf(message.text ?? '', botUserId);
    if (text === '') {
      return whisper(desk, { team, user: user.id, channel: channel.id, responseUrl }, notices.empty);
    }
    const id = triggerId(team, channel.id, trigger);
    return desk.courier.bring(
      { id, thread: id, text, author: authorId(team, user.id), at: desk.now() },
      {
        team,
        channel: channel.id,
        asker: user.id,
        surface: channel.id.startsWith('D') ? 'direct' : 'channel',
        private: true,
        quoted: true,
        responseUrl,
      },
    );
  });
};
