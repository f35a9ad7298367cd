import { buildAdvisor, readMind } from '../src/build-advisor.ts';
import type { Answer } from '../src/domain/answer.ts';
import { createMemoryStore } from '../src/store/memory-store.ts';
import { type Bot, startBot, type Way } from './discord/bot.ts';
import { median } from './samples.ts';
import { figure, printTable } from './table.ts';

const rounds = 3;
/** Until what is compiled is compiled. discord.js itself makes no more than 50 calls a second. */
const warmUp = 400;
/** Short slices, in turns, so that whatever else the machine does falls on all of them. */
const slices = 3;
const loads: readonly { readonly way: Way; readonly concurrency: number; readonly messages: number }[] = [
  { way: 'direct', concurrency: 1, messages: 80 },
  { way: 'direct', concurrency: 32, messages: 120 },
  { way: 'mention', concurrency: 32, messages: 60 },
];
const titles = { direct: 'Direct messages', mention: 'Mentions, each with its thread' } as const;

/** What was measured of one bot in one round: microseconds a message for each slice of each load, bytes, ms. */
type Round = {
  readonly started: number;
  readonly atRest: number;
  readonly afterwards: number;
  readonly loads: readonly (readonly number[])[];
};

/**
 * The adapter and a bare bot on discord.js, each in a process of its own with a Discord of its own, in turns: what
 * the adapter costs beside what nobody on discord.js gets around. Figures are medians; ratios are taken of what was
 * measured side by side.
 */
export const benchDiscord = async (): Promise<void> => {
  const contenders = [
    { name: 'a bare bot, a fixed text', module: 'bench/discord/echo.ts', args: [] },
    adapter('the adapter, a short answer', await answerTo('hello')),
    adapter('the adapter, a long answer', await answerTo('A chat app for 50k people, which backend?')),
  ];
  const results = new Map<string, Round[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, measured] of await measure(contenders)) results.get(name)?.push(measured);
  }
  print(results);
};

type Contender = { readonly name: string; readonly module: string; readonly args: readonly string[] };

const adapter = (name: string, answer: Answer): Contender => ({
  name,
  module: 'bench/discord/adapter.ts',
  args: [JSON.stringify(answer)],
});

const answerTo = async (text: string): Promise<Answer> => {
  const advisor = buildAdvisor(readMind(), createMemoryStore(), () => {});
  const asked = await advisor.ask({ id: 'discord:1', thread: 'bench', text, author: 'bench', at: 0 });
  if (asked.kind === 'duplicate') throw new Error('an empty store knew the question');
  return asked.answer;
};

/** All bots, started one after the other, then loaded in turns. */
const measure = async (contenders: readonly Contender[]): Promise<readonly (readonly [string, Round])[]> => {
  const bots: {
    readonly name: string;
    readonly bot: Bot;
    readonly atRest: number;
    readonly loads: number[][];
  }[] = [];
  try {
    for (const { name, module, args } of contenders) {
      const bot = await startBot(module, args);
      bots.push({ name, bot, atRest: (await bot.usage()).rss, loads: loads.map(() => []) });
    }
    await Promise.all(bots.map(({ bot }) => bot.send('direct', warmUp, 16)));
    for (let slice = 0; slice < slices; slice += 1) {
      for (const [at, { way, messages, concurrency }] of loads.entries()) {
        for (const one of bots) one.loads[at]?.push(await one.bot.load(way, messages, concurrency));
      }
    }
    const measured: (readonly [string, Round])[] = [];
    for (const { name, bot, atRest, loads } of bots) {
      const { rss: afterwards } = await bot.usage();
      measured.push([name, { started: bot.started, atRest, afterwards, loads }]);
    }
    return measured;
  } finally {
    for (const { bot } of bots) await bot.stop();
  }
};

const print = (results: ReadonlyMap<string, readonly Round[]>): void => {
  const [bare = []] = results.values();
  /** A figure of a bot, and how it stands to the bare one's at the same time. */
  const beside = (own: readonly Round[], of: (round: Round) => readonly number[]): readonly string[] => {
    const values = own.flatMap(of);
    const theirs = bare.flatMap(of);
    const ratios = values.map((value, at) => value / (theirs[at] ?? value));
    return [figure(median(values)), `${figure(median(ratios))}×`];
  };
  for (const [at, { way, concurrency }] of loads.entries()) {
    printTable(
      `${titles[way]}, ${concurrency} at once`,
      ['', 'CPU µs', ''],
      [...results].map(([name, measured]) => [name, ...beside(measured, (round) => round.loads[at] ?? [])]),
    );
  }
  const megabytes = (bytes: number): readonly number[] => [bytes / 2 ** 20];
  printTable(
    'Start and memory',
    ['', 'ms to the first answer', '', 'MB then', '', 'MB afterwards', ''],
    [...results].map(([name, measured]) => [
      name,
      ...beside(measured, ({ started }) => [started]),
      ...beside(measured, ({ atRest }) => megabytes(atRest)),
      ...beside(measured, ({ afterwards }) => megabytes(afterwards)),
    ]),
  );
};
