import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createEvents } from '../../test/discord/events.ts';
import { createLocalDiscord } from '../../test/discord/local-discord.ts';

/** Microseconds of processor time since its start, and bytes of memory. */
type Usage = { readonly cpu: number; readonly rss: number };

/** A direct message is answered by one call, a mention by two: the thread, and what is said in it. */
export type Way = 'direct' | 'mention';
const callsFor = { direct: 1, mention: 2 } as const;

const text = 'A chat app for 50k people at once, which backend?';
/** Milliseconds between two looks at what has arrived. */
const look = 1;

/**
 * A bot in a process of its own, with a Discord of its own; up when its first message was answered.
 * @param cache a folder for compiled code, such as `start.js` has
 */
export const startBot = async (module: string, args: readonly string[], cache: string) => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const discord = await createLocalDiscord();
  const events = createEvents(discord.mint);
  const from = performance.now();
  const child = fork(`${root}${module}`, [discord.token, discord.api, ...args], {
    cwd: root,
    execArgv: ['../slack/probe.ts', './exit.ts', './unlimited.ts'].flatMap((path) => [
      '--import',
      new URL(path, import.meta.url).href,
    ]),
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: cache },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (part: Buffer) => {
    said = (said + part).slice(-2000);
  });

  const until = async (isDone: () => boolean): Promise<void> => {
    while (!isDone()) {
      if (child.exitCode !== null) throw new Error(`${module} ended: ${said}`);
      await sleep(look);
    }
  };
  const usage = async (): Promise<Usage> => {
    // What follows an answer is part of it.
    await sleep(30);
    child.send('usage');
    const [told] = await once(child, 'message');
    return told as Usage;
  };

  /** So many messages, so many of them under way at once: a next one comes when one was answered. */
  const send = async (way: Way, messages: number, concurrency: number): Promise<void> => {
    const before = discord.calls.length;
    const answered = () => Math.floor((discord.calls.length - before) / callsFor[way]);
    for (let sent = 0; sent < messages; sent += 1) {
      await until(() => sent - answered() < concurrency);
      discord.post(way === 'direct' ? events.direct(text) : events.mention(text));
    }
    await until(() => answered() >= messages);
  };

  await until(() => discord.gateway.identified.length > 0);
  await send('direct', 1, 1);
  const started = performance.now() - from;

  return {
    /** Milliseconds from the start of the process to its first answer. */
    started,
    usage,
    send,
    /** Microseconds of processor time for each message. */
    load: async (way: Way, messages: number, concurrency: number): Promise<number> => {
      const before = await usage();
      await send(way, messages, concurrency);
      return ((await usage()).cpu - before.cpu) / messages;
    },
    stop: async (): Promise<void> => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await discord.close();
    },
  };
};

export type Bot = Awaited<ReturnType<typeof startBot>>;
