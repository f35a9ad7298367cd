import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { render } from '../adapters/slack/render.ts';
import { buildAdvisor, readMind } from '../src/build-advisor.ts';
import type { Answer } from '../src/domain/answer.ts';
import { createMemoryStore } from '../src/store/memory-store.ts';
import { ids, testSecret } from '../test/slack/ids.ts';
import { median, percentile } from './samples.ts';
import { type Bot, freePort, type Load, type Start, startBot } from './slack/bot.ts';
import { type Stub, startStub } from './slack/stub.ts';
import { figure, printTable } from './table.ts';

const rounds = 3;
/** Until what is compiled is compiled; the first hundreds cost each of them several times as much. */
const warmUp = 1500;
/**
 * How many mentions are under way at once, and how many there are in a slice. Slices are short and the bots take turns,
 * so that whatever else the machine does falls on all of them.
 */
const loads = [
  { concurrency: 1, events: 100 },
  { concurrency: 32, events: 320 },
] as const;
const slices = 5;
/** How often each is started in a round, in turns as well. */
const starts = 4;

/** What was measured of one bot in one round; of each load its slices. */
type Round = {
  /** Of each start the milliseconds to the first answer, and those of processor time. */
  readonly started: readonly { readonly took: number; readonly cpu: number }[];
  readonly atRest: number;
  readonly afterwards: number;
  readonly loads: readonly (readonly Load[])[];
};

/**
 * Signed mentions over loopback, to the adapter and to a bare bot on Bolt, each in a process of its own and all of
 * them in each round: what the adapter costs beside what nobody on Bolt gets around. Figures are medians;
 * ratios are taken of what was measured side by side.
 */
export const benchSlack = async (): Promise<void> => {
  const stub = await startStub();
  const folder = mkdtempSync(join(tmpdir(), 'stack-advisor-bench-'));
  try {
    const bots = await contenders(folder);
    const cache = join(folder, 'compiled');
    // What is compiled once stays compiled, as it does between two starts of the real one.
    for (const bot of bots) await (await startAs(bot, stub, cache)).stop();
    const results = new Map<string, Round[]>(bots.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, measured] of await measure(bots, stub, cache)) results.get(name)?.push(measured);
    }
    print(results);
  } finally {
    stub.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

type Where = {
  readonly token: string;
  readonly secret: string;
  readonly apiUrl: string;
  readonly port: number;
};
type Contender = { readonly name: string; readonly start: (where: Where) => Start };

const contenders = async (folder: string): Promise<readonly Contender[]> => {
  const args = ({ token, secret, apiUrl, port }: Where) => [token, secret, apiUrl, String(port)];
  const adapter = (name: string, answer: Answer): Contender => ({
    name,
    start: (where) => ({ module: 'bench/slack/adapter.ts', args: [...args(where), JSON.stringify(answer)] }),
  });
  const long = await answerTo('A chat app for 50k people at once, which backend?');
  return [
    {
      name: 'a bare bot, a fixed text',
      start: (where) => ({ module: 'bench/slack/echo.ts', args: args(where) }),
    },
    {
      name: bareLong,
      start: (where) => ({
        module: 'bench/slack/echo.ts',
        args: [...args(where), JSON.stringify(messageOf(long))],
      }),
    },
    adapter('the adapter, a short answer', await answerTo('hello')),
    adapter(adapterLong, long),
    {
      name: 'the whole bot, thinking',
      start: ({ token, secret, apiUrl, port }) => ({
        module: 'start.js',
        args: [],
        env: {
          SLACK_BOT_TOKEN: token,
          SLACK_SIGNING_SECRET: secret,
          SLACK_API_URL: apiUrl,
          PORT: String(port),
          HOST: '127.0.0.1',
          STACK_ADVISOR_DATABASE: join(folder, `${token}.sqlite`),
        },
      }),
    },
  ];
};

const bareLong = 'a bare bot, the long answer';
const adapterLong = 'the adapter, the long answer';

/** The first message of an answer, as the adapter posts it. */
const messageOf = (answer: Answer) => {
  const question = { id: 'slack:T0STACK001:C0GENERAL1:1763700000.000001', asker: ids.asker, text: '' };
  const [message] = render(answer, { question, private: false, quoted: false });
  return message;
};

const answerTo = async (text: string): Promise<Answer> => {
  const advisor = buildAdvisor(readMind(), createMemoryStore(), () => {});
  const asked = await advisor.ask({ id: 'bench', thread: 'bench', text, author: 'bench', at: 0 });
  if (asked.kind === 'duplicate') throw new Error('an empty store knew the question');
  return asked.answer;
};

const startAs = async ({ start }: Contender, stub: Stub, cache: string): Promise<Bot> => {
  const port = await freePort();
  const secret = testSecret('signing');
  const where = { token: testSecret('xoxb'), secret, apiUrl: stub.apiUrl, port };
  return startBot(start(where), port, secret, stub, cache);
};

/** All bots, started one after the other, then loaded in turns. */
const measure = async (
  contenders: readonly Contender[],
  stub: Stub,
  cache: string,
): Promise<readonly (readonly [string, Round])[]> => {
  const bots: {
    readonly name: string;
    readonly bot: Bot;
    readonly started: Round['started'][number][];
    readonly atRest: number;
    readonly loads: Load[][];
  }[] = [];
  const begin = async (contender: Contender) => {
    const bot = await startAs(contender, stub, cache);
    const { rss, cpu } = await bot.usage();
    return { bot, atRest: rss, started: { took: bot.started, cpu: cpu / 1000 } };
  };
  try {
    for (const contender of contenders) {
      const { started, ...begun } = await begin(contender);
      bots.push({ name: contender.name, ...begun, started: [started], loads: loads.map(() => []) });
    }
    for (let start = 1; start < starts; start += 1) {
      for (const [at, contender] of contenders.entries()) {
        const { bot, started } = await begin(contender);
        bots[at]?.started.push(started);
        await bot.stop();
      }
    }
    for (const { bot } of bots) await bot.load(warmUp, 16);
    for (let slice = 0; slice < slices; slice += 1) {
      for (const [at, { events, concurrency }] of loads.entries()) {
        for (const one of bots) one.loads[at]?.push(await one.bot.load(events, concurrency));
      }
    }
    const rounds: (readonly [string, Round])[] = [];
    for (const { name, bot, started, atRest, loads: measured } of bots) {
      const { rss: afterwards } = await bot.usage();
      rounds.push([name, { started, atRest, afterwards, loads: measured }]);
    }
    return rounds;
  } finally {
    for (const { bot } of bots) await bot.stop();
  }
};

const print = (results: ReadonlyMap<string, readonly Round[]>): void => {
  const [bare = []] = results.values();
  /** A figure of a bot, and how it stands to that of a bare one which says the same, at the same time. */
  const beside = (
    name: string,
    own: readonly Round[],
    of: (round: Round) => readonly number[],
  ): readonly [string, string] => {
    const values = own.flatMap(of);
    const theirs = ((name === adapterLong && results.get(bareLong)) || bare).flatMap(of);
    return [
      figure(median(values)),
      `${figure(median(values.map((value, at) => value / (theirs[at] ?? value))))}×`,
    ];
  };
  for (const [at, { concurrency }] of loads.entries()) {
    const slicesOf = (round: Round): readonly Load[] => round.loads[at] ?? [];
    const acknowledged = (rounds: readonly Round[], share: number): string =>
      figure(
        percentile(
          rounds.flatMap((round) => slicesOf(round).flatMap((load) => load.acknowledged)),
          share,
        ),
      );
    printTable(
      `Mentions, ${concurrency} at once`,
      ['', 'CPU µs', '', 'ack p50 ms', 'p99 ms', 'a second'],
      [...results].map(([name, rounds]) => [
        name,
        ...beside(name, rounds, (round) => slicesOf(round).map(({ cpu }) => cpu)),
        acknowledged(rounds, 0.5),
        acknowledged(rounds, 0.99),
        figure(median(rounds.flatMap((round) => slicesOf(round).map(({ rate }) => rate)))),
      ]),
    );
  }
  const megabytes = (bytes: number): readonly number[] => [bytes / 2 ** 20];
  printTable(
    'Start and memory',
    ['', 'ms to the first answer', '', 'CPU ms', '', 'MB then', '', 'MB afterwards', ''],
    [...results].map(([name, rounds]) => [
      name,
      ...beside(name, rounds, ({ started }) => started.map(({ took }) => took)),
      ...beside(name, rounds, ({ started }) => started.map(({ cpu }) => cpu)),
      ...beside(name, rounds, ({ atRest }) => megabytes(atRest)),
      ...beside(name, rounds, ({ afterwards }) => megabytes(afterwards)),
    ]),
  );
};
