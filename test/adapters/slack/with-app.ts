import { onTestFinished } from 'vitest';
import { createPeople } from './people.ts';
import { type SlackAppOptions, startSlackApp } from './slack-app.ts';

/** The app and its people for one test, which ends it. */
export const withApp = async (options: SlackAppOptions = {}) => {
  const app = await startSlackApp(options);
  onTestFinished(app.stop);
  return { ...app, people: createPeople(app) };
};
