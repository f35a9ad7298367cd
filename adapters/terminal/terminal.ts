import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Advisor, ChoiceButton } from '../../src/index.ts';
import { choicesOf } from '../shared/choices.ts';
import { resolveChoice } from './choices.ts';
import { readLines } from './read-lines.ts';
import { render } from './render/render.ts';
import { createWriter } from './writer.ts';

export type TerminalDeps = {
  readonly advisor: Pick<Advisor, 'ask'>;
  /** What is said at the start, a line each. */
  readonly greeting: readonly string[];
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  /** Where the greeting goes when the input is no terminal, so that `output` holds answers alone. */
  readonly messages: Writable;
  readonly color: boolean;
  /** Opaque and new in every conversation. */
  readonly thread: string;
  /** Milliseconds since 1970. */
  now(): number;
};

export type Terminal = {
  readonly name: 'terminal';
  /** Resolves when the conversation has ended: Ctrl-D, Ctrl-C on an empty line, "exit", the end of the input. */
  start(): Promise<void>;
  stop(): void;
};

const prompt = '> ';
/** Lines longer than this are hard to read, however wide the window. */
const maxWidth = 100;
const usualWidth = 80;

/** A conversation in a terminal; through a pipe, one answer per line of input, in order. */
export const createTerminal = (deps: TerminalDeps): Terminal => {
  const { advisor, input, output, thread } = deps;
  const writer = createWriter(output);
  let count = 0;
  let choices: readonly ChoiceButton[] = [];
  let stopped = false;
  let close = () => {};

  const answer = async (line: string): Promise<boolean> => {
    count++;
    const asked = await advisor.ask({
      id: `${thread}.${count}`,
      thread,
      text: resolveChoice(line, choices),
      author: 'terminal',
      at: deps.now(),
    });
    if (asked.kind === 'duplicate') return true;
    choices = choicesOf(asked.answer);
    const width = Math.min(output.columns || usualWidth, maxWidth);
    return writer.write(`${render(asked.answer, { width, color: deps.color, pictures: true })}\n\n`);
  };

  const converse = () =>
    new Promise<void>((resolve, reject) => {
      const lines = createInterface({
        input,
        output,
        terminal: output.isTTY === true,
        prompt,
        removeHistoryDuplicates: true,
      });
      let work = Promise.resolve();
      // Closed: no more lines come, but those that came are answered. Ended: neither.
      let closed = false;
      let ended = false;
      close = () => lines.close();
      lines.on('line', (line) => {
        // One after the other, however fast they are typed or pasted.
        work = work.then(async () => {
          if (ended) return;
          ended = /^\s*(exit|quit)\s*$/i.test(line) || (line.trim() !== '' && !(await answer(line)));
          if (ended) lines.close();
          else if (!closed) lines.prompt();
        });
        work.catch((error: unknown) => {
          lines.close();
          reject(error);
        });
      });
      lines.on('SIGINT', () => {
        if (lines.line === '') return lines.close();
        // As in a shell: the first Ctrl-C drops what was typed.
        lines.write(null, { ctrl: true, name: 'e' });
        lines.write(null, { ctrl: true, name: 'u' });
      });
      lines.on('close', () => {
        closed = true;
        // Otherwise the shell's prompt would follow ours on the same line.
        output.write('\n');
        work.then(resolve, reject);
      });
      lines.prompt();
    });

  const answerAll = async () => {
    close = () => input.destroy();
    try {
      for await (const line of readLines(input)) {
        if (!(await answer(line.text))) return;
      }
    } catch (error) {
      // Destroying the input makes the loop throw; asked for, that is no failure.
      if (!stopped) throw error;
    }
  };

  return {
    name: 'terminal',
    async start() {
      const greeting = `${deps.greeting.join('\n')}\n\n`;
      if (!input.isTTY) {
        deps.messages.write(greeting);
        return answerAll();
      }
      await writer.write(greeting);
      return stopped ? undefined : converse();
    },
    stop() {
      stopped = true;
      close();
    },
  };
};
