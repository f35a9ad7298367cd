import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';

const schema = z.record(z.string(), z.number().positive().max(10));

/** How much each message of an author counts; one where it is not listed. */
export type Weights = ReadonlyMap<string, number>;

/** @throws Error naming the file where it does not hold a weight for each author that it names */
export const readWeights = (file: string): Weights => {
  const parsed = schema.safeParse(load(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return new Map(Object.entries(parsed.data));
};
