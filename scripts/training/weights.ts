import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';

const ofAuthors = z.record(z.string(), z.number().positive().max(10));
const schema = z.strictObject({ wants: ofAuthors, gives: ofAuthors });

/** How much each message of an author counts; one where it is not listed. */
type OfAuthors = ReadonlyMap<string, number>;

export type Weights = {
  /** For what a message wants as a whole. */
  readonly wants: OfAuthors;
  /** For the words by which a need is given. */
  readonly gives: OfAuthors;
};

/** @throws Error naming the file where it does not hold a weight for each author that it names */
export const readWeights = (file: string): Weights => {
  const parsed = schema.safeParse(load(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  const { wants, gives } = parsed.data;
  return { wants: new Map(Object.entries(wants)), gives: new Map(Object.entries(gives)) };
};
