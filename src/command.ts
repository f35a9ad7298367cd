import { parseArgs } from 'node:util';

/** Commands that take nothing. */
const plain = ['start', 'knowledge', 'feedback', 'doctor', 'deploy'] as const;

/** What a person asked for on the command line. */
export type Command =
  | { readonly kind: (typeof plain)[number] }
  | { readonly kind: 'ask'; readonly question: string | null; readonly format: 'text' | 'json' | 'jsonl' }
  | {
      readonly kind: 'evaluate';
      readonly sets: readonly string[];
      readonly misses: boolean;
      readonly aside: boolean;
    }
  | { readonly kind: 'usage' };

export const usage = `Usage:
  npm start                               a conversation in the terminal; with tokens set, the platforms they are for
  npm run -s ask -- "question"            one answer; without a question it is read from stdin
  npm run -s ask -- --json "question"     the answer as a document
  npm run -s ask -- --jsonl               one {"id", "turns"} a line in, one {"id", "answers"} a line out
  npm run -s knowledge                    checks the knowledge and prints what there is
  npm run -s feedback                     what did not help, and what was asked in vain
  npm run -s doctor                       checks tokens, permissions and connections, and says what to click
  npm run -s deploy                       tells a platform which commands there are, where it has to be told
  npm run -s evaluate -- [SET...]         asks the evaluation sets and prints the figures
      --misses                            lists what was missed, except in what is set aside
      --aside                             lists what was missed there, too
Options:
  --debug                                 shows the stack trace of a failure
  --help                                  shows this
A question that begins with a hyphen comes after " -- ".`;

/** A command line that cannot be understood; the message ends with the usage. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  constructor(problem: string) {
    super(`${problem}\n\n${usage}`);
  }
}

const flags = {
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  misses: { type: 'boolean' },
  aside: { type: 'boolean' },
  debug: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const allowed: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(plain.map((name) => [name, []])),
  ask: ['json', 'jsonl'],
  evaluate: ['misses', 'aside'],
};

/**
 * Arguments after the program's name → what to do.
 * @throws UsageError
 */
export const readCommand = (
  argv: readonly string[],
): { readonly command: Command; readonly debug: boolean } => {
  const { values, positionals } = parse(argv);
  const debug = values.debug ?? false;
  if (values.help) return { command: { kind: 'usage' }, debug };
  const [name = 'start', ...rest] = positionals;
  const fitting = allowed[name];
  if (!fitting) throw new UsageError(`There is no command "${name}".`);
  const stray = Object.keys(values).find((flag) => flag !== 'debug' && !fitting.includes(flag));
  if (stray) throw new UsageError(`--${stray} does not go with ${name}.`);
  return { command: commandOf(name, rest, values), debug };
};

const commandOf = (
  name: string,
  rest: readonly string[],
  values: ReturnType<typeof parse>['values'],
): Command => {
  switch (name) {
    case 'ask': {
      if (values.json && values.jsonl) throw new UsageError('--json and --jsonl exclude each other.');
      const format = values.jsonl ? 'jsonl' : values.json ? 'json' : 'text';
      if (format === 'jsonl' && rest.length > 0)
        throw new UsageError('--jsonl reads its questions from stdin.');
      // Words that a shell has split are one question all the same.
      return { kind: 'ask', question: rest.length > 0 ? rest.join(' ') : null, format };
    }
    case 'evaluate':
      return { kind: 'evaluate', sets: rest, misses: values.misses ?? false, aside: values.aside ?? false };
    default:
      if (rest.length > 0) throw new UsageError(`${name} takes no "${rest[0]}".`);
      return { kind: plain.find((one) => one === name) ?? 'start' };
  }
};

const parse = (argv: readonly string[]) => {
  try {
    return parseArgs({ args: [...argv], options: flags, allowPositionals: true, strict: true });
  } catch (error) {
    // Node's own message names the flag and what to do about it.
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};
