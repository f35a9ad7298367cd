import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { fixture } from '../../test/slack/fixtures.ts';
import { ids } from '../../test/slack/ids.ts';
import { signedEvent } from '../../test/slack/signed-request.ts';
import type { Stub } from './stub.ts';

export type Start = {
  /** From the root of the project. */
  readonly module: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** Microseconds of processor time since its start, and bytes of memory. */
type Usage = { readonly cpu: number; readonly rss: number };

export type Load = {
  /** Microseconds of processor time for each event. */
  readonly cpu: number;
  /** Milliseconds until each event was acknowledged. */
  readonly acknowledged: readonly number[];
  /** Events a second, from the first to the last answer. */
  readonly rate: number;
};

export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

let messages = 0;

/**
 * A bot in a process of its own, up when its first mention was acknowledged.
 * @param cache a folder for compiled code, such as `start.js` has
 */
export const startBot = async (
  { module, args, env }: Start,
  port: number,
  secret: string,
  stub: Stub,
  cache: string,
) => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const from = performance.now();
  const child = fork(`${root}${module}`, args, {
    cwd: root,
    execArgv: [
      new URL('./probe.ts', import.meta.url),
      new URL('../discord/exit.ts', import.meta.url),
    ].flatMap(({ href }) => ['--import', href]),
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: cache, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (part: Buffer) => {
    said = (said + part).slice(-2000);
  });
  // A new one for each load: a bot closes connections that were idle while it was another one's turn.
  let agent = new Agent({ keepAlive: true });

  /** One mention, unlike all others: resolves to the milliseconds until it was acknowledged. */
  const mention = async (): Promise<{ readonly acknowledged: number; readonly answered: Promise<void> }> => {
    messages += 1;
    const ts = `1763700000.${String(messages).padStart(6, '0')}`;
    const event = fixture('app-mention-channel', {
      event: {
        ts,
        event_ts: ts,
        text: `<@${ids.botUser}> A chat app for 50k people at once, which backend?`,
      },
    });
    const { headers, body } = signedEvent(event, { secret });
    const answered = stub.posted(ts);
    const sent = performance.now();
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const options = { host: '127.0.0.1', port, path: '/slack/events', method: 'POST', headers, agent };
      const out = request(options, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
      });
      out.on('error', reject);
      out.end(body);
    });
    if (status !== 200) throw new Error(`${module} answered ${status}: ${said}`);
    return { acknowledged: performance.now() - sent, answered };
  };

  const firstAnswer = async (): Promise<void> => {
    for (;;) {
      if (child.exitCode !== null) throw new Error(`${module} ended: ${said}`);
      try {
        return await (await mention()).answered;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED')) throw error;
        await sleep(5);
      }
    }
  };
  await firstAnswer();
  const started = performance.now() - from;

  const usage = async (): Promise<Usage> => {
    // What follows an answer is part of it.
    await sleep(30);
    child.send('usage');
    const [told] = await once(child, 'message');
    return told as Usage;
  };

  return {
    /** Milliseconds from the start of the process to its first answer. */
    started,
    usage,
    /** So many mentions, so many of them under way at once: a next one begins when one was answered. */
    load: async (events: number, concurrency: number): Promise<Load> => {
      const acknowledged: number[] = [];
      agent.destroy();
      agent = new Agent({ keepAlive: true });
      const before = await usage();
      const begun = performance.now();
      const worker = async (): Promise<void> => {
        while (acknowledged.length + underWay < events) {
          underWay += 1;
          const one = await mention();
          await one.answered;
          underWay -= 1;
          acknowledged.push(one.acknowledged);
        }
      };
      let underWay = 0;
      await Promise.all(Array.from({ length: concurrency }, worker));
      const seconds = (performance.now() - begun) / 1000;
      const after = await usage();
      return { cpu: (after.cpu - before.cpu) / events, acknowledged, rate: events / seconds };
    },
    stop: async (): Promise<void> => {
      agent.destroy();
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
};

export type Bot = Awaited<ReturnType<typeof startBot>>;
