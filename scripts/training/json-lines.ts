import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A line of a file, with its place as `file:line`. */
export type Line<T> = { readonly file: string; readonly where: string; readonly value: T };

/**
 * All lines of the `.jsonl` files of a folder, in the order of file names and lines; empty ones are passed over.
 * @param what what a line should be, for whoever wrote another
 * @throws Error naming file and line where one is not JSON, or not what it should be
 */
export const readJsonLines = <T>(folder: string, schema: z.ZodType<T>, what: string): readonly Line<T>[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .flatMap((line, i): readonly Line<T>[] => {
          if (line.trim() === '') return [];
          const where = `${join(folder, file)}:${i + 1}`;
          const parsed = schema.safeParse(parseJson(line, where));
          if (!parsed.success) throw new Error(`${where}: not ${what}\n${z.prettifyError(parsed.error)}`);
          return [{ file, where, value: parsed.data }];
        }),
    );

const parseJson = (line: string, where: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`${where}: not a line of JSON`);
  }
};
