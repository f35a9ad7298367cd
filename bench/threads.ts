import { fileURLToPath } from 'node:url';
import { readLabelled, turnsOf } from '../adapters/terminal/evaluation/labelled.ts';

export type Thread = { readonly id: string; readonly turns: readonly string[] };

/** The messages of one of the project's evaluation sets; what was labelled plays no part. */
export const threadsOf = (set: string): readonly Thread[] =>
  readLabelled(fileURLToPath(new URL(`../test/evaluation/${set}.jsonl`, import.meta.url))).map(
    (labelled) => ({
      id: labelled.id,
      turns: turnsOf(labelled),
    }),
  );
