import { PermissionFlagsBits as P } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import type { Fault } from '../../discord/faults.ts';
import { guildCreate, ids, textChannel } from '../../discord/world.ts';
import type { DiscordApp } from './discord-app.ts';
import { answerIn, buttonOf, readIn, saidIn, soon, start } from './talk.ts';

/** What Discord refuses: the person gets the answer another way, or it ends quietly; the operator gets one line. */

const chat = 'chat app, 50k people connected at once, our team writes TypeScript';
const messagesOf = (channel: string) => new RegExp(`^/channels/${channel}/messages$`);
const codesOf = (app: DiscordApp) => app.lines.map(({ details }) => details['code']);
/** Something else is asked and answered: what came before is over. */
const past = async (app: DiscordApp) => {
  app.discord.mend();
  app.discord.post(app.events.mention('how big is npm?', { id: '1444000000000000000' }));
  await soon(() => saidIn(app, '1444000000000000000')).toHaveLength(1);
};

type Case = {
  readonly name: string;
  readonly faults: readonly Fault[];
  /** Where the answer is in the end; nowhere where nobody can be reached. */
  readonly answerIn?: string;
  /** What is said before or above it. */
  readonly hint?: RegExp;
  /** Codes of the lines of the log, one each. */
  readonly codes: readonly (number | string)[];
};

describe('a mention', () => {
  const asked = '1443000000000000000';
  const cases: readonly Case[] = [
    {
      name: '50013: no thread may be opened, it replies in place',
      faults: [{ path: '/threads', code: 50013 }],
      answerIn: ids.general,
      codes: [50013],
    },
    {
      name: 'the thread cannot be opened there at all (50024), it replies in place',
      faults: [{ path: '/threads', code: 50024 }],
      answerIn: ids.general,
      codes: [50024],
    },
    {
      name: '10008: the question was deleted before the thread was opened',
      faults: [{ path: '/threads', code: 10008 }],
      answerIn: ids.general,
      codes: [10008],
    },
    {
      name: '50013 in the thread: a direct message, with what can be done',
      faults: [{ method: 'POST', path: messagesOf(asked), code: 50013 }],
      answerIn: ids.dm,
      hint: /I may not write in <#\d+>.*View Channel/s,
      codes: [50013],
    },
    {
      name: '50001: the channel is hidden from it',
      faults: [{ method: 'POST', path: '/threads', code: 50001 }],
      answerIn: ids.dm,
      hint: /I may not write/,
      codes: [50001],
    },
    {
      name: '10003: the thread was deleted',
      faults: [{ method: 'POST', path: messagesOf(asked), code: 10003 }],
      answerIn: ids.dm,
      hint: /is gone/,
      codes: [10003],
    },
    {
      name: '50083: the thread is locked, it answers in the channel',
      faults: [{ method: 'POST', path: messagesOf(asked), code: 50083 }],
      answerIn: ids.general,
      hint: /is locked/,
      codes: [50083],
    },
    {
      name: '160005: the same by another name',
      faults: [{ method: 'POST', path: messagesOf(asked), code: 160005 }],
      answerIn: ids.general,
      hint: /is locked/,
      codes: [160005],
    },
    {
      name: 'locked, and the channel is closed, too',
      faults: [
        { method: 'POST', path: messagesOf(asked), code: 50083 },
        { method: 'POST', path: messagesOf(ids.general), code: 50013 },
      ],
      answerIn: ids.dm,
      hint: /is locked|I may not write/,
      codes: ['50083, 50013'],
    },
    {
      name: '50007: closed everywhere, direct messages included',
      faults: [
        { method: 'POST', path: messagesOf(asked), code: 50013 },
        { method: 'POST', path: messagesOf(ids.dm), code: 50007 },
      ],
      codes: ['50013, 50007'],
    },
    {
      name: 'the conversation cannot even be opened',
      faults: [
        { method: 'POST', path: messagesOf(asked), code: 50013 },
        { method: 'POST', path: '/users/@me/channels', code: 50007 },
      ],
      codes: ['50013, 50007'],
    },
    {
      name: '50035: what is refused as it is comes as text',
      faults: [{ method: 'POST', path: messagesOf(asked), code: 50035, times: 1 }],
      answerIn: asked,
      codes: [50035],
    },
    {
      name: '429: a short limit is waited for',
      faults: [{ method: 'POST', path: messagesOf(asked), retryAfter: 0.05, times: 2 }],
      answerIn: asked,
      codes: [],
    },
    {
      name: '502: tried again',
      faults: [{ method: 'POST', path: messagesOf(asked), status: 502, times: 9 }],
      answerIn: asked,
      codes: ['http 502'],
    },
    {
      name: 'an answer of Discord’s gets lost: sent again, shown once',
      faults: [{ method: 'POST', path: messagesOf(asked), lost: true, times: 2 }],
      answerIn: asked,
      codes: [expect.any(String)],
    },
    {
      name: 'the same for the thread',
      faults: [{ method: 'POST', path: '/threads', lost: true, times: 1 }],
      answerIn: asked,
      codes: [expect.any(String)],
    },
  ];
  test.each(cases)('$name', async ({ faults, answerIn: where, hint, codes }) => {
    const app = await start();
    for (const fault of faults) app.discord.fail(fault);
    app.discord.post(app.events.mention(chat, { id: asked }));
    await soon(() => [asked, ids.general, ids.dm].filter((one) => saidIn(app, one).length > 0)).toEqual(
      where ? [where] : [],
    );
    await soon(() => codesOf(app)).toEqual(codes);
    if (where) {
      const count = hint ? 2 : 1;
      await soon(() => saidIn(app, where)).toHaveLength(count);
      const said = saidIn(app, where).join('\n');
      expect(said).toContain('Node.js');
      if (hint) expect(said).toMatch(hint);
    }
    await past(app);
    expect(codesOf(app)).toEqual(codes);
    const open = await app.store.overdue('discord', Number.MAX_SAFE_INTEGER, 0, 9);
    expect(open.filter(({ question }) => question.id.endsWith(asked))).toEqual([]);
  });

  test('160004: somebody opened a thread on it already, it answers there', async () => {
    const app = await start();
    const thread = app.events.thread('another name', { id: asked });
    app.discord.state.channels.set(asked, thread as never);
    app.discord.post(app.events.mention(chat, { id: asked }));
    expect(readIn(await answerIn(app, asked))).toContain('Node.js');
    expect(app.lines).toEqual([]);
  });

  test('what it may not do it does not try', async () => {
    const channel = textChannel(ids.quiet, 'quiet', { denied: [P.SendMessages, P.CreatePublicThreads] });
    const app = await start({ guilds: [guildCreate({ channels: [channel] })] });
    app.discord.post(app.events.mention(chat, { channel: ids.quiet }));
    await soon(() => saidIn(app, ids.dm)).toHaveLength(2);
    expect(saidIn(app, ids.dm)[0]).toContain('I may not write');
    expect(app.discord.sent('POST', messagesOf(ids.quiet))).toEqual([]);
    await soon(() => codesOf(app)).toEqual([50013]);
  });

  test('refused as text, too: the person is told, with the number under which it is logged', async () => {
    const app = await start();
    app.discord.fail({ method: 'POST', path: messagesOf(asked), code: 50035, times: 2 });
    app.discord.post(app.events.mention(chat, { id: asked }));
    expect(readIn(await answerIn(app, asked))).toContain(`logged as ${'`'}discord:${asked}`);
    await soon(() => codesOf(app)).toEqual([50035]);
  });

  test('a limit longer than anybody waits: kept, and brought by the next sweep, once', async () => {
    const store = createMemoryStore();
    const first = await start({ store });
    first.discord.fail({ method: 'POST', path: messagesOf(asked), retryAfter: 20 });
    first.discord.post(first.events.mention(chat, { id: asked }));
    await soon(() => codesOf(first)).toEqual(['rate limit', 'rate limit']);
    expect(saidIn(first, asked)).toEqual([]);
    first.discord.mend();
    const later = await start({ store, beside: first.discord, now: () => Date.now() + 120_000 });
    expect(readIn(await answerIn(later, asked))).toContain('Node.js');
  });
});

describe('a direct message', () => {
  test('50007: closed while it was being answered', async () => {
    const app = await start();
    app.discord.fail({ method: 'POST', path: messagesOf(ids.dm), code: 50007 });
    app.discord.post(app.events.direct(chat));
    await soon(() => codesOf(app)).toEqual([50007]);
    await past(app);
    expect(codesOf(app)).toEqual([50007]);
    expect(saidIn(app, ids.dm)).toEqual([]);
  });
});

describe('a command', () => {
  const cases: readonly (Case & { readonly as?: 'ask' | 'private'; readonly where?: 'user' })[] = [
    {
      name: '10062: too late, it answers in the channel',
      faults: [{ path: '/callback', code: 10062 }],
      answerIn: ids.general,
      codes: [10062],
    },
    {
      name: '10062 for a private one: in a direct message, and not for all to see',
      as: 'private',
      faults: [{ path: '/callback', code: 10062 }],
      answerIn: ids.dm,
      codes: [10062],
    },
    {
      name: '10062 where only the person installed it: in a direct message',
      where: 'user',
      faults: [
        { path: '/callback', code: 10062 },
        { method: 'POST', path: messagesOf(ids.general), code: 50001 },
      ],
      answerIn: ids.dm,
      hint: /I may not write/,
      codes: [10062, 50001],
    },
    {
      name: '40060: the word that it was acknowledged got lost, it answers in place',
      faults: [{ path: '/callback', lost: true, times: 1 }],
      answerIn: ids.general,
      codes: [40060],
    },
    {
      name: '10015: its time ran out, it answers in the channel',
      faults: [{ method: 'PATCH', path: '@original', code: 10015 }],
      answerIn: ids.general,
      codes: [10015],
    },
    {
      name: '50027 for a private one: in a direct message',
      as: 'private',
      faults: [{ method: 'PATCH', path: '@original', code: 50027 }],
      answerIn: ids.dm,
      codes: [50027],
    },
    {
      name: '10008: what it was to take the place of was deleted',
      faults: [{ method: 'PATCH', path: '@original', code: 10008 }],
      answerIn: ids.general,
      codes: [10008],
    },
    {
      name: '50035: as text',
      faults: [{ method: 'PATCH', path: '@original', code: 50035, times: 1 }],
      answerIn: ids.general,
      codes: [50035],
    },
    {
      name: '503: tried again',
      faults: [{ method: 'PATCH', path: '@original', status: 503, times: 5 }],
      answerIn: ids.general,
      codes: ['http 503'],
    },
    {
      name: 'an answer of Discord’s gets lost',
      faults: [{ method: 'PATCH', path: '@original', lost: true, times: 1 }],
      answerIn: ids.general,
      codes: [expect.any(String)],
    },
  ];
  test.each(cases)('$name', async ({ faults, as, where, answerIn: at, hint, codes }) => {
    const app = await start();
    for (const fault of faults) app.discord.fail(fault);
    app.discord.interact(app.interactions.ask(chat, where ? { where } : {}, as));
    await soon(() => [ids.general, ids.dm].filter((one) => saidIn(app, one).length > 0)).toEqual([at]);
    await soon(() => saidIn(app, at ?? '')).toHaveLength(hint ? 2 : 1);
    await soon(() => codesOf(app)).toEqual(codes);
    const said = saidIn(app, at ?? '').join('\n');
    expect(said).toContain('Node.js');
    if (hint) expect(said).toMatch(hint);
    await past(app);
    expect(codesOf(app)).toEqual(codes);
  });

  test('what follows 10008 is as private as the question', async () => {
    const app = await start();
    app.discord.fail({ method: 'PATCH', path: '@original', code: 10008 });
    app.discord.interact(app.interactions.ask(chat, {}, 'private'));
    const answer = await answerIn(app, ids.general);
    expect(app.discord.state.ephemeral.has(answer.id)).toBe(true);
  });

  const quiet = [
    ['typing', (app: DiscordApp) => app.interactions.autocomplete('chat')],
    ['the form', (app: DiscordApp) => app.interactions.plain('form')],
    ['the help', (app: DiscordApp) => app.interactions.plain('help')],
  ] as const;
  test.each(quiet)('%s, too late (10062): Discord has told the person', async (_, make) => {
    const app = await start();
    app.discord.fail({ path: '/callback', code: 10062 });
    app.discord.interact(make(app));
    await soon(() => codesOf(app)).toEqual([10062]);
    await past(app);
    expect(app.discord.sent('POST', /callback$/)).toHaveLength(1);
    expect(codesOf(app)).toEqual([10062]);
  });
});

describe('a press', () => {
  const withAnswer = async (as: 'ask' | 'private' = 'ask', store = createMemoryStore()) => {
    const app = await start({ store });
    app.discord.interact(app.interactions.ask(chat, {}, as));
    return { app, answer: await answerIn(app, ids.general) };
  };

  test('Delete of what is gone (10008) is what was wanted', async () => {
    const { app, answer } = await withAnswer();
    app.discord.fail({ method: 'DELETE', path: '@original', code: 10008 });
    app.discord.interact(app.interactions.button(buttonOf(answer, 'Delete'), answer));
    await soon(() => codesOf(app)).toEqual([10008]);
    await past(app);
    expect(codesOf(app)).toEqual([10008]);
  });

  test('Share where it may not be shown: the person is told, and may press again', async () => {
    const { app, answer } = await withAnswer('private');
    app.discord.fail({ method: 'POST', path: /^\/webhooks/, code: 50013, times: 1 });
    const share = buttonOf(answer, 'Share');
    app.discord.interact(app.interactions.button(share, answer));
    await soon(() => saidIn(app, ids.dm).join()).toMatch(/I may not write/);
    await soon(() => codesOf(app)).toEqual([50013]);
    app.discord.interact(app.interactions.button(share, answer));
    await soon(() => saidIn(app, ids.general).join()).toContain('Shared by');
  });

  test('a surprise: an apology in private, with the number under which it is logged', async () => {
    const broken = createMemoryStore();
    const { app, answer } = await withAnswer('ask', {
      ...broken,
      vote: () => {
        throw new Error('the disk is full');
      },
    });
    app.discord.interact(app.interactions.button(buttonOf(answer, '👍'), answer));
    await soon(() => saidIn(app, ids.general).at(-1)).toMatch(/Something went wrong.*\d{17}/s);
    expect(app.lines).toMatchObject([
      { what: 'interaction failed', details: { error: 'Error: the disk is full' } },
    ]);
  });
});
