import { z } from 'zod';
import type { AnswerThread } from './answer-thread.ts';
import { type Line, readLines } from './read-lines.ts';
import { toReply } from './reply.ts';
import type { Writer } from './writer.ts';

const job = z.object({
  id: z.string(),
  turns: z.array(z.string(), 'must be a list of messages').min(1, 'must hold at least one message'),
});

export type BatchDeps = {
  readonly input: AsyncIterable<Uint8Array | string>;
  readonly output: Writer;
  readonly answerThread: AnswerThread;
  /** A failure nobody foresaw, with the id of the thread it happened in. */
  surprised(id: string, error: unknown): void;
};

/**
 * The batch interface, JSON objects a line, one line in memory at a time:
 * in `{"id", "turns": [text, …]}`, out `{"id", "answers": [Reply, …]}`. Every line is a thread of its own.
 * A line that cannot be answered gives `{"line", "error"}` (numbered from 1) and the run goes on.
 * @returns how many lines gave an error
 */
export const runBatch = async ({ input, output, answerThread, surprised }: BatchDeps): Promise<number> => {
  let number = 0;
  let failed = 0;
  for await (const line of readLines(input)) {
    number++;
    if (line.text.trim() === '' && !line.cut) continue;
    const read = readJob(line);
    const result = 'error' in read ? read : await answerJob(read);
    if ('error' in result) failed++;
    const out = 'error' in result ? { line: number, ...result } : result;
    if (!(await output.write(`${JSON.stringify(out)}\n`))) break;
  }
  return failed;

  async function answerJob({ id, turns }: z.infer<typeof job>) {
    try {
      return { id, answers: (await answerThread(id, turns)).map(toReply) };
    } catch (error) {
      surprised(id, error);
      return { error: `something went wrong on our side while answering ${JSON.stringify(id)}` };
    }
  }
};

const readJob = ({ text, cut }: Line): z.infer<typeof job> | { readonly error: string } => {
  if (cut) return { error: 'the line is too long' };
  let json: unknown;
  try {
    // A byte order mark may open the first line of a file.
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { error: `not JSON: ${error instanceof Error ? error.message : error}` };
  }
  const result = job.safeParse(json);
  if (result.success) return result.data;
  return {
    error: result.error.issues
      .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
      .join('; '),
  };
};
