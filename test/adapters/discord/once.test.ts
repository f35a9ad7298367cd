import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Store } from '../../../src/domain/store.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { createSqliteStore } from '../../../src/store/sqlite-store.ts';
import { ids, users } from '../../discord/world.ts';
import type { DiscordApp } from './discord-app.ts';
import { answerIn, buttonOf, readIn, saidIn, soon, start } from './talk.ts';

/** One answer each, none lost: two processes, crashes, and gaps in the connection. */

const folder = mkdtempSync(join(tmpdir(), 'stack-advisor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const newFile = () => join(folder, `${randomUUID()}.sqlite`);

const chat = 'chat app, 50k people connected at once, our team writes TypeScript';
/** When the tests' messages were minted, and a little later. */
const minted = Date.parse('2026-11-21T09:05:00Z');
const at = (minutes: number) => () => minted + minutes * 60_000;

/** Asked and answered last: whatever came before it is over. */
const past = async (app: DiscordApp) => {
  const count = saidIn(app, ids.dm).length;
  app.discord.post(app.events.direct('hello'));
  await answerIn(app, ids.dm, count + 1);
};

describe('the same delivered twice', () => {
  test('a message', async () => {
    const app = await start();
    const asked = app.events.mention(chat);
    app.discord.post(asked);
    app.discord.post(asked);
    await answerIn(app, asked.id);
    await past(app);
    expect(saidIn(app, asked.id)).toHaveLength(1);
  });

  test('a press', async () => {
    const app = await start();
    app.discord.interact(app.interactions.ask(chat));
    const answer = await answerIn(app, ids.general);
    const pressed = app.interactions.button(buttonOf(answer, 'Why'), answer);
    app.discord.interact(pressed);
    app.discord.gateway.dispatch('INTERACTION_CREATE', pressed);
    await answerIn(app, ids.general, 2);
    await past(app);
    expect(saidIn(app, ids.general)).toHaveLength(2);
  });
});

describe('two processes on one store', () => {
  test('a question, a follow-up, a command and a press: one answer each', async () => {
    const file = newFile();
    const first = await start({ store: createSqliteStore(file) });
    await start({ store: createSqliteStore(file), beside: first.discord });
    const { discord, events, interactions } = first;
    const asked = events.mention(chat);
    discord.post(asked);
    await answerIn(first, asked.id);
    discord.post(events.mention('and the numbers?', { channel: asked.id }));
    await answerIn(first, asked.id, 2);
    discord.interact(interactions.ask(chat));
    const answer = await answerIn(first, ids.general);
    discord.interact(interactions.button(buttonOf(answer, 'Why'), answer));
    await answerIn(first, ids.general, 2);
    await past(first);
    expect(saidIn(first, asked.id)).toHaveLength(2);
    expect(saidIn(first, ids.general)).toHaveLength(2);
    expect(saidIn(first, ids.dm)).toHaveLength(1);
  });

  test('one speaks, the other hears the next: the thread is the store’s', async () => {
    const file = newFile();
    const first = await start({ store: createSqliteStore(file), messageContent: true });
    const asked = first.events.mention(chat);
    first.discord.post(asked);
    await answerIn(first, asked.id);
    await first.adapter.stop();
    const second = await start({
      store: createSqliteStore(file),
      beside: first.discord,
      messageContent: true,
    });
    first.discord.post(first.events.message({ channel: asked.id, content: 'and the numbers?' }));
    expect(readIn(await answerIn(second, asked.id, 2))).toContain('req/s');
  });
});

describe('a crash', () => {
  type Point = 'append' | 'begin' | 'end';
  /** A store of a process that stops dead at a point; once it has died, nothing of it is stored any more. */
  const createMortal = (store: Store, point: Point) => {
    const { promise: death, reject } = Promise.withResolvers<never>();
    death.catch(() => {});
    const gone = new Set<string>([point]);
    let stuck = 0;
    const never = () => {
      stuck += 1;
      return death;
    };
    const mortal = new Proxy(store, {
      get: (target, name: keyof Store) => (gone.has(name) ? never : target[name]),
    });
    return {
      mortal,
      /** How many have come to the point. */
      stuck: () => stuck,
      async die({ discord, adapter }: DiscordApp) {
        for (const name of Object.keys(store)) gone.add(name);
        // Nor is anything of it sent.
        discord.fail({ path: '/', status: 500 });
        reject(new Error('gone'));
        await adapter.stop();
        discord.mend();
      },
    };
  };
  const points = [
    ['before the answer was kept', 'append'],
    ['between the claim and the sending', 'begin'],
    ['after it was sent, before that was written down', 'end'],
  ] as const;
  test.each(points)('%s: at the next start there is one answer', async (_, point) => {
    const store = createMemoryStore();
    const { mortal, stuck, die } = createMortal(store, point);
    const first = await start({ store: mortal, now: at(0) });
    const asked = first.events.mention(chat);
    const direct = first.events.direct(chat);
    const command = first.interactions.ask(chat);
    first.discord.post(asked);
    first.discord.post(direct);
    first.discord.interact(command);
    await soon(stuck).toBe(3);
    await die(first);
    const second = await start({ store, beside: first.discord, now: at(3) });
    await answerIn(second, asked.id);
    await answerIn(second, ids.dm);
    await answerIn(second, ids.general);
    await past(second);
    await second.adapter.stop();
    for (const place of [asked.id, ids.general]) {
      expect(saidIn(second, place)).toHaveLength(1);
      expect(saidIn(second, place).join()).toContain('Node.js');
    }
    // Nothing is left to be taken up.
    expect(await store.overdue('discord', Number.MAX_SAFE_INTEGER, 0, 9)).toEqual([]);
  });

  test('a process that was only slow does not send what another has taken over', async () => {
    const store = createMemoryStore();
    let clock = minted;
    const slow = await start({ store, now: () => clock });
    slow.discord.fail({ method: 'POST', path: '/threads', delay: 400, times: 1 });
    const asked = slow.events.mention(chat);
    slow.discord.post(asked);
    await soon(() => slow.discord.sent('POST', /threads$/)).toHaveLength(1);
    clock += 120_000;
    const other = await start({ store, beside: slow.discord, now: () => clock });
    await answerIn(other, asked.id);
    await past(other);
    expect(saidIn(other, asked.id)).toHaveLength(1);
  });
});

describe('a gap in which events are lost', () => {
  const first = 'chat app, 50k people connected at once, our team writes TypeScript';

  /** Asked while nobody listened: mentions in the channel, in the thread, by reply, and a direct message. */
  const askAll = (app: DiscordApp, thread: string, answer: object) => {
    const { discord, events } = app;
    const mention = events.mention('how big is npm?', { author: users.colleague });
    const all = [
      mention,
      events.mention('what if the team only knows Python?', { channel: thread }),
      events.reply(answer as never, 'and the numbers?', { channel: thread }),
      events.direct('go or rust instead?'),
      events.message({ author: users.colleague, content: 'between us' }),
      events.byBot('hello'),
    ];
    for (const one of all) discord.post(one);
    return mention.id;
  };

  const expectAll = async (app: DiscordApp, thread: string, mention: string) => {
    await answerIn(app, mention);
    await answerIn(app, thread, 3);
    await answerIn(app, ids.dm, 2);
    const [, second = '', third = ''] = saidIn(app, thread);
    expect(second).toContain('Still Node.js');
    expect(third).toContain('req/s');
    expect(saidIn(app, ids.dm)[1]).toContain('cannot judge');
    await past(app);
    expect(saidIn(app, thread)).toHaveLength(3);
    expect(saidIn(app, mention)).toHaveLength(1);
    expect(saidIn(app, ids.general)).toEqual([]);
  };

  const begun = async (store: Store) => {
    const app = await start({ store, now: at(0) });
    const asked = app.events.mention(first);
    app.discord.post(asked);
    app.discord.post(app.events.direct('hello'));
    const answer = await answerIn(app, asked.id);
    await answerIn(app, ids.dm);
    return { app, thread: asked.id, answer };
  };

  test('a restart', async () => {
    const store = createMemoryStore();
    const { app, thread, answer } = await begun(store);
    await app.adapter.stop();
    const mention = askAll(app, thread, answer);
    const again = await start({ store, beside: app.discord, now: at(1) });
    await expectAll(again, thread, mention);
  });

  test('a session that is gone and begun anew', async () => {
    const { app, thread, answer } = await begun(createMemoryStore());
    app.discord.gateway.forget();
    app.discord.gateway.drop();
    await soon(() => app.discord.gateway.connections()).toBe(0);
    const mention = askAll(app, thread, answer);
    await soon(() => app.discord.gateway.identified.length).toBe(2);
    await expectAll(app, thread, mention);
  });

  test('what was asked longer ago than an hour is not dug up', async () => {
    const store = createMemoryStore();
    const { app, thread } = await begun(store);
    await app.adapter.stop();
    app.discord.post(app.events.mention('how big is npm?', { channel: thread }));
    const again = await start({ store, beside: app.discord, now: at(90) });
    await past(again);
    expect(saidIn(again, thread)).toHaveLength(1);
  });

  test('more was said than Discord gives at a time', async () => {
    const store = createMemoryStore();
    const { app } = await begun(store);
    await app.adapter.stop();
    for (let count = 0; count < 130; count += 1)
      app.discord.keep(app.events.message({ author: users.colleague, content: 'so many words' }));
    const mention = app.events.mention('how big is npm?');
    app.discord.keep(mention);
    const again = await start({ store, beside: app.discord, now: at(10) });
    await answerIn(again, mention.id);
    await past(again);
    expect(saidIn(again, mention.id)).toHaveLength(1);
  });

  test('a place that is gone costs the others nothing', async () => {
    const store = createMemoryStore();
    const { app, thread, answer } = await begun(store);
    await app.adapter.stop();
    const mention = askAll(app, thread, answer);
    await store.visit('discord', '1555000000000000000', minted);
    const again = await start({ store, beside: app.discord, now: at(1) });
    await expectAll(again, thread, mention);
    expect(again.lines).toEqual([
      { what: 'not caught up', details: { channel: '1555000000000000000', code: 10003 } },
    ]);
  });
});
