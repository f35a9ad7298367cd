import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';
import { kindSchema } from '../../src/domain/reading.ts';

const schema = z.array(
  z.strictObject({ kinds: z.array(kindSchema).min(1), asked: z.array(z.string()).min(1) }),
);

/** Kinds of the questions beside statements that do not plainly ask for a fact, by their text; the likeliest first. */
export type AskedKinds = ReadonlyMap<string, readonly string[]>;

/**
 * The kinds that a file lists.
 * @throws Error naming the file, and the text where one stands twice
 */
export const readAskedKinds = (file: string): AskedKinds => {
  const parsed = schema.safeParse(load(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  const kindsOf = new Map<string, readonly string[]>();
  for (const { kinds, asked } of parsed.data) {
    for (const text of asked) {
      if (kindsOf.has(text)) throw new Error(`${file}: "${text}" stands there twice; leave one`);
      kindsOf.set(text, kinds);
    }
  }
  return kindsOf;
};
