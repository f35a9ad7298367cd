import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Knowledge } from '../../src/domain/knowledge.ts';
import { kindSchema } from '../../src/domain/reading.ts';

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
  const entryOf = new Map([
    ...knowledge.units.flatMap(({ id, statements }) =>
      [id, ...statements.map((statement) => statement.id)].map((of) => [of, id] as const),
    ),
    ...entriesBeside(knowledge).map(({ id }) => [id, id] as const),
  ]);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .flatMap((line, i): readonly Question[] => {
          if (line.trim() === '') return [];
          const where = `${join(folder, file)}:${i + 1}`;
          const { of, kinds, text } = readLine(line, where);
          const entry = entryOf.get(of);
          if (entry === undefined)
            throw new Error(
              `${where}: nothing in the knowledge has the id "${of}"; see \`npm run knowledge\``,
            );
          return [{ text, kinds, entry, author: `questions ${file}` }];
        }),
    );
};

/** All entries but the units. */
export const entriesBeside = ({ cards, disputes, corrections }: Knowledge) => [
  ...cards,
  ...disputes,
  ...corrections,
];

const readLine = (line: string, where: string): z.infer<typeof schema> => {
  const parsed = schema.safeParse(parseJson(line, where));
  if (!parsed.success) throw new Error(`${where}: not a question\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
};

const parseJson = (line: string, where: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`${where}: not a line of JSON`);
  }
};
