import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { render } from '../adapters/discord/render.ts';
import { buildAdvisor, readMind } from '../src/build-advisor.ts';
import type { Answer } from '../src/domain/answer.ts';
import { createMemoryStore } from '../src/store/memory-store.ts';
import { type Bot, startBot, type Way } from './discord/bot.ts';
import { median } from './samples.ts';
import { figure, printTable } from './table.ts';

/** Starts of each bot, in turns; the last is the one that is loaded. */
const starts = 7;
/** Messages of each way, until what is compiled is compiled: a bot runs for weeks. */
const warmUp = 2_500;
/** Short slices, in turns, so that whatever else the machine does falls on all of them. */
const slices = 24;
const loads: readonly { readonly way: Way; readonly concurrency: number; readonly messages: number }[] = [
  { way: 'direct', concurrency: 1, messages: 100 },
  { way: 'direct', concurrency: 32, messages: 200 },
  { way: 'mention', concurrency: 32, messages: 100 },
];
const titles = { direct: 'Direct messages', mention: 'Mentions, each with its thread' } as const;

/** What was measured of one bot: microseconds a message for each slice of each load, bytes, ms. */
type Measured = {
  readonly started: number[];
  readonly atRest: number[];
  readonly afterwards: number[];
  readonly loads: readonly number[][];
};

/**
 * The adapter and a bare bot on discord.js, each in a process of its own with a Discord of its own, in turns: what
 * the adapter costs beside what nobody on discord.js gets around, saying the same. Figures are medians; ratios are
 * taken of what was measured side by side.
 */
export const benchDiscord = async (): Promise<void> => {
  const long = await answerTo('A chat app for 50k people, which backend?');
  const contenders = [
    bare('a bare bot, a line', { content: 'This is what I say.' }),
    ...pair('a greeting', await answerTo('hello')),
    ...pair('a whole answer', long),
  ];
  const cache = mkdtempSync(join(tmpdir(), 'stack-advisor-bench-'));
  try {
    // What is compiled once stays compiled.
    for (const { module, args } of contenders) await (await startBot(module, args, cache)).stop();
    print(contenders, await measure(contenders, cache));
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
};

type Contender = {
  readonly name: string;
  readonly module: string;
  readonly args: readonly string[];
  /** Whom it is measured against, if not itself. */
  readonly beside?: string;
};

const bare = (name: string, said: object): Contender => ({
  name,
  module: 'bench/discord/echo.ts',
  args: [JSON.stringify(said)],
});

/** A bare bot that always says this, and the adapter, which has to make a message of it first. */
const pair = (name: string, answer: Answer): readonly Contender[] => {
  const [said = {}] = render(answer, {
    question: { id: 'discord:1573624012079497217', asker: '1573624012079497217', text: '' },
    private: false,
    quoted: false,
  });
  const reference = bare(`a bare bot, ${name}`, said);
  const args = [JSON.stringify(answer)];
  return [
    reference,
    { name: `the adapter, ${name}`, module: 'bench/discord/adapter.ts', args, beside: reference.name },
  ];
};

const answerTo = async (text: string): Promise<Answer> => {
  const advisor = buildAdvisor(readMind(), createMemoryStore(), () => {});
  const asked = await advisor.ask({ id: 'discord:1', thread: 'bench', text, author: 'bench', at: 0 });
  if (asked.kind === 'duplicate') throw new Error('an empty store knew the question');
  return asked.answer;
};

/** All bots, started several times in turns, then loaded in turns. */
const measure = async (
  contenders: readonly Contender[],
  cache: string,
): Promise<ReadonlyMap<string, Measured>> => {
  const results = new Map<string, Measured>();
  const bots: (Measured & { readonly bot: Bot })[] = [];
  try {
    for (let start = 1; start <= starts; start += 1) {
      for (const { name, module, args } of contenders) {
        const known = results.get(name);
        const measured = known ?? { started: [], atRest: [], afterwards: [], loads: loads.map(() => []) };
        results.set(name, measured);
        const bot = await startBot(module, args, cache);
        measured.started.push(bot.started);
        measured.atRest.push((await bot.usage()).rss);
        if (start < starts) await bot.stop();
        else bots.push({ bot, ...measured });
      }
    }
    for (const { bot } of bots) {
      await bot.send('direct', warmUp, 32);
      await bot.send('mention', warmUp, 32);
    }
    for (let slice = 0; slice < slices; slice += 1) {
      for (const [at, { way, messages, concurrency }] of loads.entries()) {
        for (const one of bots) one.loads[at]?.push(await one.bot.load(way, messages, concurrency));
      }
    }
    for (const { bot, afterwards } of bots) afterwards.push((await bot.usage()).rss);
    return results;
  } finally {
    for (const { bot } of bots) await bot.stop();
  }
};

const print = (contenders: readonly Contender[], results: ReadonlyMap<string, Measured>): void => {
  /** A figure of a bot, and how it stands to the one beside it at the same time. */
  const beside = (
    { name, beside }: Contender,
    of: (measured: Measured) => readonly number[],
  ): readonly string[] => {
    const [values = [], theirs = []] = [name, beside ?? name].map((one) => {
      const measured = results.get(one);
      return measured && of(measured);
    });
    const ratios = values.map((value, at) => value / (theirs[at] ?? value));
    return [figure(median(values)), beside ? `${figure(median(ratios))}×` : ''];
  };
  for (const [at, { way, concurrency }] of loads.entries()) {
    printTable(
      `${titles[way]}, ${concurrency} at once`,
      ['', 'CPU µs', ''],
      contenders.map((one) => [one.name, ...beside(one, (measured) => measured.loads[at] ?? [])]),
    );
  }
  const inMegabytes = (bytes: readonly number[]) => bytes.map((one) => one / 2 ** 20);
  printTable(
    'Start and memory',
    ['', 'ms to the first answer', '', 'MB then', '', 'MB afterwards', ''],
    contenders.map((one) => [
      one.name,
      ...beside(one, ({ started }) => started),
      ...beside(one, ({ atRest }) => inMegabytes(atRest)),
      ...beside(one, ({ afterwards }) => inMegabytes(afterwards)),
    ]),
  );
};
