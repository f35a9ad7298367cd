import { ComponentType } from 'discord.js';
import { afterEach, expect } from 'vitest';
import type { DiscordMessage } from '../../../adapters/discord/render.ts';
import type { Message } from '../../discord/state.ts';
import { type DiscordApp, startDiscordApp } from './discord-app.ts';
import { markdownIn, nodesIn, unmarked } from './shown.ts';

const running: DiscordApp[] = [];
afterEach(async () => {
  // Those that came to a Discord that was there before them go before it.
  for (const app of running.splice(0).reverse()) await app.stop();
});

/** Stopped, and its Discord asked for what it would have refused, at the end of the test. */
export const start = async (...options: Parameters<typeof startDiscordApp>): Promise<DiscordApp> => {
  const app = await startDiscordApp(...options);
  running.push(app);
  return app;
};

/** What is bound to come, however busy the machine. */
export const soon = <T>(read: () => T) => expect.poll(read, { timeout: 15_000, interval: 10 });

/** All that a person reads in a message, without the marks. */
export const readIn = (message: object | undefined): string =>
  message ? unmarked(markdownIn([message as DiscordMessage]).join('\n')) : '';

/** What the bot says in a channel, message by message, as far as it is finished. */
export const saidIn = (app: DiscordApp, channel: string): readonly string[] =>
  app.discord
    .shown(channel)
    .map(readIn)
    .filter((text) => text !== '');

/** Its last message there, once there are so many. */
export const answerIn = async (app: DiscordApp, channel: string, count = 1): Promise<Message> => {
  await soon(() => saidIn(app, channel)).toHaveLength(count);
  return app.discord.shown(channel).at(-1) as Message;
};

type Pressable = {
  readonly custom_id?: string;
  readonly label?: string;
  readonly emoji?: { readonly name: string };
};

/** The custom id of the button that bears these words or this emoji. */
export const buttonOf = (message: object, label: string): string => {
  const buttons = nodesIn((message as DiscordMessage).components).filter(
    ({ type }) => type === ComponentType.Button,
  ) as readonly Pressable[];
  const found = buttons.find((one) => one.label === label || one.emoji?.name === label);
  if (!found?.custom_id) {
    const there = buttons.map((one) => one.label ?? one.emoji?.name).join(', ');
    throw new Error(`no button "${label}"; there are: ${there}`);
  }
  return found.custom_id;
};

/** Lines of the log that are about this. */
export const linesOf = (app: DiscordApp, what: string) =>
  app.lines.filter((line) => line.what === what).map(({ details }) => details);
