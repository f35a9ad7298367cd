import { z } from 'zod';
import type { Knowledge } from '../../src/domain/knowledge.ts';
import { kindSchema } from '../../src/domain/reading.ts';
import { readJsonLines } from './json-lines.ts';

const schema = z.strictObject({
  of: z.string(),
  kinds: z.array(kindSchema).min(1),
  text: z.string().min(1),
});

/** A question as somebody would put it, with the unit, card, dispute or correction that answers it. */
export type Question = {
  readonly text: string;
  readonly kinds: readonly string[];
  readonly entry: string;
  readonly author: string;
};

/**
 * The questions of a folder of JSON lines, a file for each author. `of` names an entry, or a statement of a unit.
 * @throws Error naming file and line where a line is no question, or what answers it is not known
 */
export const readQuestions = (folder: string, knowledge: Knowledge): readonly Question[] => {
  const { units, cards, disputes, corrections } = knowledge;
  const entryOf = new Map([
    ...units.flatMap(({ id, statements }) =>
      [id, ...statements.map((statement) => statement.id)].map((of) => [of, id] as const),
    ),
    ...[...cards, ...disputes, ...corrections].map(({ id }) => [id, id] as const),
  ]);
  return readJsonLines(folder, schema, 'a question').map(({ file, where, value: { of, kinds, text } }) => {
    const entry = entryOf.get(of);
    if (entry === undefined)
      throw new Error(`${where}: nothing in the knowledge has the id "${of}"; see \`npm run knowledge\``);
    return { text, kinds, entry, author: `questions ${file}` };
  });
};
