import type { App } from '@slack/bolt';
import { flag, holding, readAs, string } from '../../shared/shape.ts';
import type { Desk } from '../desk.ts';
import { askedThread, authorId, triggerId } from '../ids.ts';
import { notices } from '../notices.ts';
import type { Place } from '../place.ts';
import { formId, readForm } from '../views/form.ts';

const keptShape = holding({ channel: string({}), responseUrl: string({}), private: flag });

/** The form of `/stack` alone, filled in: answered like the command. */
export const handleForm = (app: App, desk: Desk): void => {
  app.view(formId, async ({ ack, view, body, context }) => {
    const { text, needs } = readForm(desk.catalog, view.state.values);
    if (text === '') return ack({ response_action: 'errors', errors: { building: notices.formEmpty } });
    await ack();
    const team = context.teamId ?? '';
    const user = body.user.id;
    const { channel, responseUrl, ...kept } = readAs(keptShape, JSON.parse(view.private_metadata));
    const place: Place = {
      team,
      channel,
      asker: user,
      surface: channel.startsWith('D') ? 'direct' : 'channel',
      responseUrl,
      quoted: true,
      ...(kept.private && { private: true }),
    };
    const id = triggerId(team, channel, view.id);
    const author = authorId(team, user);
    const thread = askedThread(id, place);
    if (!kept.private) await desk.manners.wake(thread, author);
    return desk.courier.bring({ id, thread, text, author, at: desk.now(), needs }, place);
  });
};
