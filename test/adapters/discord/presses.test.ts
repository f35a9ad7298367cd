import { describe, expect, test } from 'vitest';
import { readCustomId } from '../../../adapters/discord/custom-ids.ts';
import type { Message } from '../../discord/state.ts';
import { ids, users } from '../../discord/world.ts';
import { said } from '../terminal/sample.ts';
import type { DiscordApp } from './discord-app.ts';
import { answerIn, buttonOf, linesOf, readIn, saidIn, soon, start } from './talk.ts';

/** What stands under an answer, pressed. */

const chat = 'chat app, 50k people connected at once, our team writes TypeScript';

/** A thread with one answer in it. */
const answered = async (question = chat) => {
  const app = await start();
  const asked = app.events.mention(question);
  app.discord.post(asked);
  const answer = await answerIn(app, asked.id);
  const thread = app.discord.state.channels.get(asked.id) as never;
  const press = (label: string, user = users.asker, message: Message = answer) =>
    app.discord.interact(app.interactions.button(buttonOf(message, label), message, { thread, user }));
  return { app, answer, channel: asked.id, thread, press };
};

/** How many messages in a channel bear this button. */
const buttonsIn = (app: DiscordApp, channel: string, label: string): number =>
  app.discord.shown(channel).filter((message) => JSON.stringify(message).includes(`"${label}"`)).length;

const modalsOf = (app: DiscordApp) =>
  app.discord
    .sent('POST', /callback$/)
    .map(({ body }) => body as { readonly type: number; readonly data: Modal })
    .filter(({ type }) => type === 9)
    .map(({ data }) => data);
type Modal = {
  readonly custom_id: string;
  readonly components: readonly { readonly component: Field }[];
};
type Field = {
  readonly custom_id: string;
  readonly options?: readonly { readonly value: string; readonly default?: boolean }[];
};

/** What only the person who pressed was told. */
const whispered = (app: DiscordApp, channel: string) =>
  app.discord
    .shown(channel)
    .filter(({ id }) => app.discord.state.ephemeral.has(id))
    .map(readIn);

describe('choices', () => {
  test.each([
    ['Why', /points/],
    ['Numbers', /req\/s/],
    ['What would change it', /unless one of these changes/],
  ])('%s answers as if it had been written', async (label, words) => {
    const { app, channel, press } = await answered();
    press(label);
    expect(readIn(await answerIn(app, channel, 2))).toMatch(words);
  });

  test('one short question, answered by a press', async () => {
    const { app, channel, press } = await answered('backend for our shop?');
    press('No');
    const next = readIn(await answerIn(app, channel, 2));
    expect(next).toContain('Node.js');
  });

  test('pressed twice at once, it is two presses and two answers', async () => {
    const { app, channel, press } = await answered();
    press('Why');
    press('Why', users.colleague);
    await answerIn(app, channel, 3);
  });
});

describe("That's wrong", () => {
  test('shows what was understood; saved, the answer is made again in its place', async () => {
    const { app, answer, channel, thread, press } = await answered();
    press("That's wrong");
    await soon(() => modalsOf(app)).toHaveLength(1);
    const [modal] = modalsOf(app);
    const fields = modal?.components.map(({ component }) => component) ?? [];
    const required = fields.find(({ custom_id }) => custom_id === 'required');
    const ticked = required?.options?.filter((one) => one.default).map(({ value }) => value) ?? [];
    expect(ticked).toContain('team-javascript');

    const kept = ticked.filter((id) => id !== 'team-javascript');
    const submitted = { required: kept, preferred: [], excluded: ['team-javascript'] };
    const form = modal?.custom_id ?? '';
    app.discord.interact(app.interactions.modal(form, submitted, { thread, message: answer }));
    await soon(() => saidIn(app, channel)).not.toEqual([readIn(answer)]);
    const [again] = app.discord.shown(channel);
    expect(app.discord.shown(channel)).toHaveLength(1);
    expect(again?.id).toBe(answer.id);
    expect(readIn(again)).toContain('no JavaScript in the team');
    // It stands for the thread from now on.
    app.discord.post(app.events.mention('why?', { channel }));
    expect(readIn(await answerIn(app, channel, 2))).not.toContain('team writes TypeScript');
  });

  test('nothing changed is nothing done', async () => {
    const { app, answer, channel, thread, press } = await answered();
    press("That's wrong");
    await soon(() => modalsOf(app)).toHaveLength(1);
    const [modal] = modalsOf(app);
    const submitted = Object.fromEntries(
      (modal?.components ?? []).map(({ component: { custom_id, options = [] } }) => [
        custom_id,
        options.filter((one) => one.default).map(({ value }) => value),
      ]),
    );
    const form = modal?.custom_id ?? '';
    app.discord.interact(app.interactions.modal(form, submitted, { thread, message: answer }));
    app.discord.post(app.events.mention('and the numbers?', { channel }));
    await answerIn(app, channel, 2);
    expect(app.discord.sent('PATCH', /./)).toEqual([]);
    expect(saidIn(app, channel)[0]).toBe(readIn(answer));
  });
});

describe('votes', () => {
  test('a thumb up counts at once, and is thanked for in private', async () => {
    const { app, channel, press } = await answered();
    press('👍');
    await soon(() => whispered(app, channel)).toEqual(['Thanks, noted.']);
    expect(await app.store.votes()).toMatchObject([
      { vote: 'up', author: `discord:${ids.asker}`, question: expect.stringMatching(/^discord:\d+$/) },
    ]);
  });

  test('a thumb down counts at once, and asks why', async () => {
    const { app, answer, channel, thread, press } = await answered();
    press('👎', users.colleague);
    await soon(() => modalsOf(app)).toHaveLength(1);
    expect(await app.store.votes()).toMatchObject([{ vote: 'down', author: `discord:${ids.colleague}` }]);
    const form = modalsOf(app)[0]?.custom_id ?? '';
    const given = { reason: ['outdated'], text: 'two years old' };
    const place = { thread, message: answer, user: users.colleague };
    app.discord.interact(app.interactions.modal(form, given, place));
    await soon(() => whispered(app, channel)).toEqual(['Thanks, noted.']);
    expect(await app.store.votes()).toMatchObject([
      { vote: 'down', reason: 'outdated', words: 'two years old', author: `discord:${ids.colleague}` },
    ]);
    // For whoever keeps the knowledge; their words stay in the store.
    expect(linesOf(app, 'vote')).toMatchObject([{ vote: 'down' }, { vote: 'down', reason: 'outdated' }]);
    expect(JSON.stringify(app.lines)).not.toContain('two years');
  });
});

describe('Delete', () => {
  test('by the asker: the answer is gone, the question stays', async () => {
    const { app, channel, press } = await answered();
    press('Delete');
    await soon(() => app.discord.shown(channel)).toEqual([]);
    expect(app.discord.state.messages.has(channel)).toBe(true);
  });

  test('of an answer in several messages: all of them are gone, and of another answer none', async () => {
    const paragraph = {
      kind: 'paragraph',
      sentences: Array(9).fill(said('word '.repeat(150).trim())),
    } as const;
    const app = await start({
      advisor: (advisor) => ({
        ...advisor,
        ask: async (...given) => {
          const asked = await advisor.ask(...given);
          if (asked.kind === 'duplicate') return asked;
          const blocks = [paragraph, paragraph, ...asked.answer.blocks];
          return { ...asked, answer: { ...asked.answer, blocks } };
        },
      }),
    });
    const [asked, other] = [app.events.mention(chat), app.events.mention(chat)];
    for (const message of [asked, other]) {
      app.discord.post(message);
      await soon(() => buttonsIn(app, message.id, 'Delete')).toBe(1);
    }
    const stays = app.discord.shown(other.id).length;
    expect(stays).toBeGreaterThan(1);
    const last = app.discord.shown(asked.id).at(-1) as Message;
    const thread = app.discord.state.channels.get(asked.id) as never;
    app.discord.interact(app.interactions.button(buttonOf(last, 'Delete'), last, { thread }));
    await soon(() => app.discord.shown(asked.id)).toEqual([]);
    expect(app.discord.shown(other.id)).toHaveLength(stays);
    expect(linesOf(app, 'not deleted')).toEqual([]);
  });

  test('by anybody else: they are told, and it stays', async () => {
    const { app, answer, channel, press } = await answered();
    press('Delete', users.colleague);
    await soon(() => whispered(app, channel)).toEqual(['Only whoever asked can delete an answer.']);
    expect(app.discord.state.messages.has(answer.id)).toBe(true);
  });

  test('of a question that is no longer known: the button knows the asker', async () => {
    const { app, answer, channel, thread } = await answered();
    const argument = readCustomId(buttonOf(answer, 'Delete'))?.argument;
    const id = `remove|${argument}|discord:100000000000000000`;
    app.discord.interact(app.interactions.button(id, answer, { thread }));
    await soon(() => app.discord.shown(channel)).toEqual([]);
    expect(argument).toBe(ids.asker);
  });
});

test.each([
  ['of an answer that is no longer known', 'choice|why|discord:100000000000000000'],
  ['to correct what is gone', 'wrong|1|discord:100000000000000000'],
  ['to share what is gone', 'share|1|discord:100000000000000000'],
  ['of another version', 'explode|now|discord:1'],
  ['of somebody else’s making', 'hello'],
  ['that would submit a form', 'form||'],
  ['for an example that is gone', 'example|99|'],
])('a button %s says that it is no longer known', async (_, id) => {
  const { app, answer, channel, thread } = await answered();
  app.discord.interact(app.interactions.button(id, answer, { thread }));
  await soon(() => whispered(app, channel)).toEqual([expect.stringContaining('no longer know')]);
});
