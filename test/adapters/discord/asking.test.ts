import { MessageFlags } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createCatalog } from '../../../src/answering/catalog.ts';
import { mind } from '../../answering/bot.ts';
import { ids, users } from '../../discord/world.ts';
import type { DiscordApp } from './discord-app.ts';
import { answerIn, buttonOf, linesOf, readIn, saidIn, soon, start } from './talk.ts';

/** `/stack`, its form, its help and the menu entry. */

const chat = 'chat app, 50k people connected at once, our team writes TypeScript';

type Callback = { readonly type: number; readonly data?: Readonly<Record<string, unknown>> };
const callbacks = (app: DiscordApp): readonly Callback[] =>
  app.discord.sent('POST', /callback$/).map(({ body }) => body as Callback);

/** The last message in a channel, and whether everybody sees it. */
const lastIn = async (app: DiscordApp, channel: string, count = 1) => {
  const message = await answerIn(app, channel, count);
  return { message, text: readIn(message), isPrivate: app.discord.state.ephemeral.has(message.id) };
};

describe('/stack ask', () => {
  test('is acknowledged first, then answered for all to see, with the question and its asker', async () => {
    const app = await start();
    app.discord.interact(app.interactions.ask(chat));
    const { text, isPrivate } = await lastIn(app, ids.general);
    expect(text).toContain(`<@${ids.asker}> asked:`);
    expect(text).toContain(chat);
    expect(text).toContain('Node.js');
    expect(isPrivate).toBe(false);
    expect(callbacks(app)).toEqual([{ type: 5, data: { flags: 0 } }]);
    const order = app.discord.calls.filter(({ method }) => method !== 'GET').map(({ method }) => method);
    expect(order).toEqual(['POST', 'PATCH']);
  });

  test('a reply to its answer goes on', async () => {
    const app = await start();
    app.discord.interact(app.interactions.ask(chat));
    const { message } = await lastIn(app, ids.general);
    app.discord.post(app.events.reply(message as never, 'what if the team only knows Python?'));
    expect((await lastIn(app, ids.general, 2)).text).toContain('Still Node.js');
  });

  test('in a thread it goes on what was said there, and wakes the bot', async () => {
    const app = await start({ messageContent: true });
    const asked = app.events.mention(chat);
    app.discord.post(asked);
    await answerIn(app, asked.id);
    app.discord.post(
      app.events.message({ channel: asked.id, author: users.colleague, content: 'overkill?' }),
    );
    const thread = app.discord.state.channels.get(asked.id) as never;
    app.discord.interact(app.interactions.ask('what if the team only knows Python?', { thread }));
    expect((await lastIn(app, asked.id, 2)).text).toContain('Still Node.js');
    app.discord.post(app.events.message({ channel: asked.id, content: 'and the numbers?' }));
    expect((await lastIn(app, asked.id, 3)).text).toContain('req/s');
  });

  test.each(['dm', 'user'] as const)('works where it is installed: %s', async (where) => {
    const app = await start(where === 'user' ? { guilds: [] } : {});
    app.discord.interact(app.interactions.ask(chat, { where }));
    const channel = where === 'dm' ? ids.dm : ids.general;
    expect((await lastIn(app, channel)).text).toContain('Node.js');
  });
});

describe('/stack private', () => {
  test('only the asker sees it; Share shows it to all, once, with the name of who shared it', async () => {
    const app = await start();
    app.discord.interact(app.interactions.ask(chat, {}, 'private'));
    const { message, isPrivate } = await lastIn(app, ids.general);
    expect(isPrivate).toBe(true);
    expect(callbacks(app)).toEqual([{ type: 5, data: { flags: MessageFlags.Ephemeral } }]);

    const share = buttonOf(message, 'Share');
    app.discord.interact(app.interactions.button(share, message));
    app.discord.interact(app.interactions.button(share, message));
    const shared = await lastIn(app, ids.general, 2);
    expect(shared.isPrivate).toBe(false);
    expect(shared.text).toContain(`Shared by <@${ids.asker}>`);
    expect(shared.text).toContain(chat);
    await soon(() => app.discord.sent('POST', /callback$/)).toHaveLength(3);
    // What follows is answered after both presses were.
    app.discord.post(app.events.direct('hello'));
    await answerIn(app, ids.dm);
    expect(saidIn(app, ids.general)).toHaveLength(2);
    expect(() => buttonOf(shared.message, 'Share')).toThrow();
  });

  test('what is pressed under it stays private', async () => {
    const app = await start();
    app.discord.interact(app.interactions.ask(chat, {}, 'private'));
    const { message } = await lastIn(app, ids.general);
    app.discord.interact(app.interactions.button(buttonOf(message, 'Why'), message));
    const why = await lastIn(app, ids.general, 2);
    expect(why.isPrivate).toBe(true);
    expect(why.text).toContain('points');
  });
});

describe('while a question is typed', () => {
  test.each([
    ['a word of them', 'live chat', /chat/i],
    ['nothing yet', '', /./],
    ['far too much', 'x'.repeat(6_000), undefined],
  ])('questions that are answered well are offered: %s', async (_, typed, offered) => {
    const app = await start();
    app.discord.interact(app.interactions.autocomplete(typed));
    await soon(() => callbacks(app)).toHaveLength(1);
    const { type, data } = callbacks(app)[0] as Callback;
    const choices = data?.['choices'] as readonly { readonly name: string; readonly value: string }[];
    expect(type).toBe(8);
    expect(choices.length).toBeLessThanOrEqual(25);
    for (const { name, value } of choices) expect(name).toBe(value);
    if (offered) expect(choices[0]?.name).toMatch(offered);
  });
});

describe('/stack form', () => {
  test('opens a form; what is written and ticked is answered for all to see', async () => {
    const app = await start();
    app.discord.interact(app.interactions.plain('form'));
    await soon(() => callbacks(app)).toHaveLength(1);
    const { type, data } = callbacks(app)[0] as Callback;
    expect(type).toBe(9);
    const menus = fieldsOf(data).filter(({ options }) => options);
    const value = menus
      .flatMap(({ options = [] }) => options)
      .find((one) => one.value === 'machine-learning');
    const menu = menus.find(({ options = [] }) => value && options.includes(value));
    app.discord.interact(
      app.interactions.modal(String(data?.['custom_id']), {
        text: 'a shop',
        [menu?.custom_id ?? '']: ['machine-learning'],
      }),
    );
    const { text, isPrivate } = await lastIn(app, ids.general);
    expect(text).toContain('machine learning');
    expect(text).toContain('a shop');
    expect(isPrivate).toBe(false);
  });

  test('nothing filled in is answered, too', async () => {
    const app = await start();
    app.discord.interact(app.interactions.modal('form||', { text: '', 'needs.0': [] }));
    expect((await lastIn(app, ids.general)).text).not.toBe('');
  });
});

type Field = { readonly custom_id: string; readonly options?: readonly { readonly value: string }[] };
const fieldsOf = (modal: Callback['data']): readonly Field[] =>
  ((modal?.['components'] ?? []) as readonly { readonly component: Field }[]).map(
    ({ component }) => component,
  );

test('/stack help: each example asks itself, for all to see', async () => {
  const app = await start();
  app.discord.interact(app.interactions.plain('help'));
  const help = await lastIn(app, ids.general);
  expect(help.isPrivate).toBe(true);
  app.discord.interact(app.interactions.button(buttonOf(help.message, 'Ask this'), help.message));
  const { text, isPrivate } = await lastIn(app, ids.general, 2);
  const [example] = createCatalog(mind.knowledge).examples;
  expect(isPrivate).toBe(false);
  expect(help.text).toContain(example);
  expect(text).toContain(`asked:\n${example}`);
});

describe('Ask about this message', () => {
  test('any message is answered for who asked alone, also without the intent', async () => {
    const app = await start();
    const message = app.events.message({ author: users.colleague, content: chat });
    app.discord.keep(message);
    app.discord.interact(app.interactions.contextMenu(message as never));
    const { text, isPrivate } = await lastIn(app, ids.general);
    expect(text).toContain('Node.js');
    expect(isPrivate).toBe(true);
  });

  test('a message without words is said to be one', async () => {
    const app = await start();
    app.discord.interact(app.interactions.contextMenu(app.events.message() as never));
    expect(await lastIn(app, ids.general)).toMatchObject({
      text: expect.stringContaining('holds no text'),
      isPrivate: true,
    });
  });
});

test('what the log keeps of all this holds no words of people', async () => {
  const app = await start();
  app.discord.interact(app.interactions.ask('a chat for zebras'));
  const { message } = await lastIn(app, ids.general);
  app.discord.interact(app.interactions.button(buttonOf(message, '👍'), message));
  await soon(() => linesOf(app, 'vote')).toHaveLength(1);
  expect(JSON.stringify(app.lines)).not.toContain('zebra');
});
