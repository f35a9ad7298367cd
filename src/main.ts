import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import closeWithGrace from 'close-with-grace';
import type { Adapter } from '../adapters/shared/adapter.ts';
import { examineAll } from '../adapters/shared/doctor.ts';
import { createHttpServer, type HttpServer } from '../adapters/shared/http-server.ts';
import { createRetry } from '../adapters/shared/retry.ts';
import { createStarter } from '../adapters/shared/starter.ts';
import type { SlackDeps } from '../adapters/slack/slack.ts';
import { createAnswerThread } from '../adapters/terminal/answer-thread.ts';
import { runBatch } from '../adapters/terminal/batch.ts';
import type { Examinee } from '../adapters/terminal/evaluation/examinee.ts';
import { render } from '../adapters/terminal/render/render.ts';
import { createTerminal } from '../adapters/terminal/terminal.ts';
import { createWriter, type Writer } from '../adapters/terminal/writer.ts';
import type { Advisor } from './answering/advisor.ts';
import { createCatalog } from './answering/catalog.ts';
import { describeFeedback } from './answering/describe-feedback.ts';
import { createPhrasing } from './answering/phrasing.ts';
import { withApology } from './answering/with-apology.ts';
import { buildAdvisor, type Mind, readMind } from './build-advisor.ts';
import { type Command, readCommand, usage } from './command.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import type { Answer } from './domain/answer.ts';
import type { Store } from './domain/store.ts';
import { describeKnowledge } from './knowledge/describe-knowledge.ts';
import { createLog, type Log } from './log.ts';
import { createMemoryStore } from './store/memory-store.ts';
import { createSqliteStore } from './store/sqlite-store.ts';
import { type Part, parts } from './without.ts';

const { argv, stdin, stdout, stderr } = process;

/** Everything is read, built, started and stopped here; nobody imports this file. */
const main = async (): Promise<void> => {
  const { command, debug } = readCommand(argv.slice(2));
  showStack = debug;
  const config = readConfig();
  if (config.debug) showStack = true;
  const serves = command.kind === 'start' && (config.slack || config.discord);
  const log = createLog(config.logLevel ?? (serves ? 'info' : 'warn'), { debug: showStack });
  const output = createWriter(stdout);
  if (command.kind === 'usage') return void (await output.write(`${usage}\n`));
  await run(command, { config, log, output });
};

type Tools = { readonly config: Config; readonly log: Log; readonly output: Writer };

const run = async (command: Exclude<Command, { kind: 'usage' }>, tools: Tools): Promise<void> => {
  switch (command.kind) {
    case 'start':
      return tools.config.slack || tools.config.discord ? serve(tools) : converse(tools);
    case 'ask':
      return command.format === 'jsonl' ? batch(tools) : askOnce(command, tools);
    case 'knowledge':
      return void (await tools.output.write(
        `${describeKnowledge(readMind(tools.config.knowledge).knowledge)}\n`,
      ));
    case 'feedback':
      return tellFeedback(tools);
    case 'doctor':
      return examine(tools);
    case 'deploy':
      return deploy(tools);
    case 'evaluate': {
      // Only here: the sets are no part of an installation that answers people.
      const { evaluate } = await import('../adapters/terminal/evaluation/evaluate.ts');
      const maimed = parts.map((without) => ({ without, make: () => examinee(tools, without) }));
      return evaluate(examinee(tools), tools.output, command, undefined, maimed);
    }
  }
};

const converse = async ({ config, log }: Tools): Promise<void> => {
  const { mind, store } = prepare(config);
  const { words } = createPhrasing(mind.knowledge.voice);
  const terminal = createTerminal({
    advisor: apologetic(mind, store, log),
    greeting: [words('help.can'), `For example: ${words('help.example-1')}`, words('help.limits')],
    input: stdin,
    output: stdout,
    messages: stderr,
    color: hasColor(config),
    thread: `terminal:${randomUUID()}`,
    now: Date.now,
  });
  const grace = closeWithGrace({ logger: false }, async ({ err }) => {
    terminal.stop();
    await store.close();
    if (err) fail(err);
  });
  try {
    await terminal.start();
  } finally {
    grace.uninstall();
    await store.close();
    // A terminal that is still being read from would keep the process alive.
    stdin.unref?.();
  }
};

const tellFeedback = async ({ config, log, output }: Tools): Promise<void> => {
  const { mind, store } = prepare(config);
  try {
    await output.write(`${await describeFeedback(store, buildAdvisor(mind, store, log.answered))}\n`);
  } finally {
    await store.close();
  }
};

/** Answers on every platform there is a token for, until told to stop. */
const serve = async ({ config, log }: Tools): Promise<void> => {
  const { mind, store } = prepare(config);
  const advisor = apologetic(mind, store, log);
  const adapters = await createAdapters(config, {
    advisor,
    store,
    catalog: createCatalog(mind.knowledge),
    retry: createRetry({ sleep, random: Math.random }),
    now: Date.now,
    log: log.of,
  });
  const server = httpServerFor(config, adapters);
  const main = log.of('main');
  const starter = createStarter(adapters, {
    log: main,
    sleep: async (ms, signal) => void (await sleep(ms, undefined, { signal })),
  });
  closeWithGrace({ logger: false, delay: 20_000 }, async ({ err, signal }) => {
    main.note('stopping', { signal });
    await server?.stop();
    await starter.stop();
    await store.close();
    if (err) fail(err);
  });
  const port = await server?.start();
  try {
    await starter.start();
  } catch (error) {
    await server?.stop();
    await store.close();
    throw error;
  }
  const up = adapters.filter((adapter) => adapter.isUp()).map(({ name }) => name);
  main.note('listening', { up, ...(port !== undefined && { port }) });
};

type AdapterDeps = Omit<SlackDeps, 'log' | 'botToken' | 'via' | 'slackApiUrl'> & { readonly log: Log['of'] };

/** Loaded where they are wanted: their libraries are most of what there is to load. */
const createAdapters = async (
  { slack, discord }: Config,
  { log, ...deps }: AdapterDeps,
): Promise<Adapter[]> => {
  const adapters: Adapter[] = [];
  if (slack) {
    const { createSlack } = await import('../adapters/slack/slack.ts');
    const { botToken, via, apiUrl } = slack;
    const where = apiUrl ? { slackApiUrl: apiUrl } : {};
    adapters.push(createSlack({ ...deps, log: log('slack'), botToken, via, ...where }));
  }
  if (discord) {
    const { createDiscord } = await import('../adapters/discord/discord.ts');
    adapters.push(createDiscord({ ...deps, ...discord, log: log('discord') }));
  }
  return adapters;
};

const examine = async ({ config, output }: Tools): Promise<void> => {
  const { createSlackDoctor } = await import('../adapters/slack/doctor.ts');
  const { createDiscordDoctor } = await import('../adapters/discord/doctor.ts');
  const { slack, discord, http } = config;
  const where = { host: http.host, port: http.port ?? usualPort };
  const doctors = [
    createSlackDoctor({ ...(slack && { slack }), http: where, now: Date.now }),
    createDiscordDoctor({ ...(discord && { discord }), now: Date.now }),
  ];
  const { report, isWell } = await examineAll(doctors);
  await output.write(`${report}\n`);
  if (!isWell) process.exitCode = 1;
};

/** Discord has to be told once which commands there are; Slack reads them in its manifest. */
const deploy = async ({ config, output }: Tools): Promise<void> => {
  if (!config.discord) {
    throw new ConfigError(
      'There is nothing to deploy to: set DISCORD_TOKEN (.env.example says where it is).',
    );
  }
  const { deployCommands } = await import('../adapters/discord/deploy.ts');
  await output.write(`${await deployCommands(config.discord)}\n`);
};

/** Only where something is to be served, or watched over. */
const httpServerFor = ({ http }: Config, adapters: readonly Adapter[]): HttpServer | undefined => {
  const isNeeded = http.port !== undefined || adapters.some(({ routes }) => routes);
  return isNeeded ? createHttpServer(adapters, { host: http.host, port: http.port ?? usualPort }) : undefined;
};
const usualPort = 3000;

const askOnce = async (command: Command & { kind: 'ask' }, tools: Tools): Promise<void> => {
  const question = command.question ?? (await text(stdin));
  // One question has no thread to come back to, so nothing is kept.
  const mind = readMind(tools.config.knowledge);
  const asked = await apologetic(mind, createMemoryStore(), tools.log).ask({
    id: 'ask.1',
    thread: 'ask',
    text: question,
    author: 'terminal',
    at: Date.now(),
  });
  if (asked.kind === 'duplicate') throw new Error('an empty store knew the question');
  await tools.output.write(`${show(asked.answer, command.format === 'json', tools.config)}\n`);
};

const show = (answer: Answer, json: boolean, config: Config): string =>
  json
    ? JSON.stringify(answer, null, 2)
    : render(answer, { width: Math.min(stdout.columns || 80, 100), color: hasColor(config), pictures: true });

const batch = async (tools: Tools): Promise<void> => {
  const failed = await runBatch({
    input: stdin,
    output: tools.output,
    answerThread: forgetful(tools),
    surprised: tools.log.surprised,
  });
  if (failed > 0) process.exitCode = 1;
};

/** Threads that leave nothing behind. A surprise is not apologised for here, but reported as a failed line. */
const forgetful = ({ config, log }: Tools) => {
  const store = createMemoryStore();
  return createAnswerThread(buildAdvisor(readMind(config.knowledge), store, log.answered), store.clear);
};

/** The same, that also says how sure it was. */
const examinee = ({ config, log }: Tools, without?: Part): Examinee => {
  const store = createMemoryStore();
  const advisor = buildAdvisor(readMind(config.knowledge, without), store, log.answered);
  return {
    answerThread: createAnswerThread(advisor, store.clear),
    sureness: async (thread) => (await store.turns(thread)).map(({ reading }) => reading.confidence),
  };
};

const apologetic = (mind: Mind, store: Store, log: Log): Advisor =>
  withApology(buildAdvisor(mind, store, log.answered), createPhrasing(mind.knowledge.voice), log.surprised);

/** Broken knowledge and an unusable database are told together, not one after the other was mended. */
const prepare = (config: Config): { readonly mind: Mind; readonly store: Store } => {
  const problems: unknown[] = [];
  const attempt = <T>(make: () => T): T | undefined => {
    try {
      return make();
    } catch (error) {
      problems.push(error);
      return undefined;
    }
  };
  const mind = attempt(() => readMind(config.knowledge));
  const store = attempt(() => openStore(config));
  if (mind && store) return { mind, store };
  store?.close();
  throw new AggregateError(problems);
};

const openStore = ({ database }: Config): Store =>
  database === ':memory:' ? createMemoryStore() : createSqliteStore(database);

const hasColor = ({ color }: Config): boolean =>
  color === 'always' || (color === 'auto' && stdout.isTTY === true);

/** Wrong settings, broken knowledge, an unusable database: what is wrong and what to do, without a stack trace. */
const fail = (error: unknown): void => {
  process.exitCode = 1;
  for (const problem of error instanceof AggregateError ? error.errors : [error]) {
    const { message, stack } = problem instanceof Error ? problem : new Error(String(problem));
    stderr.write(`${showStack ? stack : message}\n`);
  }
};
let showStack = false;

await main().catch(fail);
