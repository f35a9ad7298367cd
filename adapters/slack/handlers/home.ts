import type { App } from '@slack/bolt';
import type { Desk } from '../desk.ts';
import { codeOf } from '../failures.ts';
import { authorId } from '../ids.ts';
import { notices } from '../notices.ts';
import { scopes } from '../scopes.ts';
import { renderHome } from '../views/home.ts';

/** Decisions of a person that the home lists. */
const listed = 10;

/** The home of the app, and the greeting where a conversation with it is opened. */
export const handleHome = (app: App, desk: Desk): void => {
  app.event('app_home_opened', async ({ event, context }) => {
    const team = context.teamId ?? '';
    if (event.tab !== 'home') return;
    const installation = await desk.authorize({ teamId: team });
    const turns = await desk.store.picksOf(authorId(team, event.user), listed);
    const decisions = await Promise.all(
      turns.map(async ({ question }) => {
        const told = await desk.advisor.recall(question.id);
        return { headline: told?.answer.headline.text ?? '', asked: question.text, when: question.at };
      }),
    );
    const granted = scopes.filter(({ scope }) => installation.scopes.has(scope));
    const view = renderHome({ catalog: desk.catalog, decisions, scopes: granted });
    await desk.outgoing.call(team, 'views.publish', { user_id: event.user, view });
  });

  app.event('assistant_thread_started', async ({ event, context }) => {
    const { channel_id: channel, thread_ts: ts } = event.assistant_thread;
    const call = (method: string, payload: Readonly<Record<string, unknown>>) =>
      desk.outgoing.call(context.teamId ?? '', method, payload);
    try {
      await call('chat.postMessage', { channel, thread_ts: ts, text: notices.greeting });
      await call('assistant.threads.setSuggestedPrompts', {
        channel_id: channel,
        thread_ts: ts,
        title: notices.prompts,
        prompts: desk.catalog.examples.map((message) => ({ title: message, message })),
      });
    } catch (error) {
      desk.log.failed('greeting', { code: codeOf(error) }, error);
    }
  });
};
