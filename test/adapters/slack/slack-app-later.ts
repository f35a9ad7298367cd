import { onTestFinished } from 'vitest';
import { createLocalSlack } from '../../slack/local-slack.ts';
import { startSlackApp } from './slack-app.ts';

/** A Slack that is there before the app, to be arranged first. */
export const createSlackAppLater = async (via: 'http' | 'socket' = 'http') => {
  const slack = createLocalSlack();
  await slack.start();
  onTestFinished(slack.stop);
  let isStarted = false;
  return {
    slack,
    isStarted: () => isStarted,
    starting: async () => {
      const app = await startSlackApp({ beside: slack, via });
      onTestFinished(app.stop);
      isStarted = true;
      return app;
    },
  };
};
