import type { App } from '@slack/bolt';
import type { Desk } from '../desk.ts';
import { codeOf } from '../failures.ts';
import { authorId, threadId } from '../ids.ts';
import { notices } from '../notices.ts';
import { scopes } from '../scopes.ts';
import { renderHome } from '../views/home.ts';

/** Decisions of a person that the home lists. */
const listed = 10;

/** The home of the app, and the greeting where a conversation with it is opened. */
export const handleHome = (app: App, desk: Desk): void => {
  app.event('app_home_opened', async ({ event, context }) => {
    const team = context.teamId ?? '';
    const installation = await desk.authorize({ teamId: team });
    if (event.tab !== 'home') {
      if (installation.scopes.has('assistant:write')) await greet(desk, team, event.channel);
      return;
    }
    const turns = await desk.store.picksOf(authorId(team, event.user), listed);
    const decisions = await Promise.all(
      turns.map(async ({ question }) => {
        const told = await desk.advisor.recall(question.id);
        return { headline: told?.answer.headline.text ?? '', asked: question.text, when: question.at };
      }),
    );
    const granted = scopes.filter(({ scope }) => installation.scopes.has(scope));
    const view = {
      ...renderHome({ catalog: desk.catalog, decisions, scopes: granted }),
      // Comes back with a press, so that what is asked here is answered in the conversation with the person.
      private_metadata: event.channel,
    };
    await desk.outgoing.call(team, 'views.publish', { user_id: event.user, view });
  });

  // The assistant's container, in its older form: each conversation is a thread.
  app.event('assistant_thread_started', async ({ event, context }) => {
    const { channel_id: channel, thread_ts: ts } = event.assistant_thread;
    // Delivered again, it is greeted once.
    const greeting = `${threadId(context.teamId ?? '', channel, ts)}:greeting`;
    if (!(await desk.store.claim(greeting, desk.now()))) return;
    await greet(desk, context.teamId ?? '', channel, ts);
  });
};

/** What can be asked, where a conversation with the app begins. */
const greet = async (desk: Desk, team: string, channel: string, ts?: string): Promise<void> => {
  const { outgoing, catalog, log } = desk;
  const below = ts === undefined ? {} : { thread_ts: ts };
  try {
    if (ts !== undefined) {
      await outgoing.call(team, 'chat.postMessage', { channel, ...below, text: notices.greeting });
    }
    // With a thread where there is one, and only there: in the newer container it would fail without a word.
    await outgoing.call(team, 'assistant.threads.setSuggestedPrompts', {
      channel_id: channel,
      ...below,
      title: notices.prompts,
      prompts: catalog.examples.map((message) => ({ title: message, message })),
    });
  } catch (error) {
    log.failed('greeting', { code: codeOf(error) }, error);
  }
};
