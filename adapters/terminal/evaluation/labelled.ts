import { readFileSync } from 'node:fs';
import { z } from 'zod';

const stance = z.object({ id: z.string(), stance: z.string() });

/** A message of a thread and what labellers read in it; see CONTRIBUTING.md. */
const turnSchema = z.object({
  text: z.string(),
  /** All kinds accepted. */
  kinds: z.array(z.string()).min(1),
  /** The best picks, and all that are also right. */
  recommendations: z.array(z.string()),
  acceptable: z.array(z.string()),
  /** In force after the turn; `optional` counts neither way. */
  requirements: z.array(stance),
  optional: z.array(stance),
});

const threadSchema = z.object({ id: z.string(), turns: z.array(turnSchema).min(1) });

/** A question on its own, with what its answer must hold. */
const factSchema = z.object({
  id: z.string(),
  question: z.string(),
  kind: z.string(),
  answerable: z.boolean().default(true),
  /** One alternative of every group must stand in the answer. */
  expect: z.array(z.array(z.string())),
  recommendation: z.string().nullish(),
});

export type LabelledTurn = z.infer<typeof turnSchema>;
export type LabelledThread = z.infer<typeof threadSchema>;
export type LabelledFact = z.infer<typeof factSchema>;
export type Labelled = LabelledThread | LabelledFact;

export const isFact = (labelled: Labelled): labelled is LabelledFact => 'question' in labelled;

/** What is asked, message by message. */
export const turnsOf = (labelled: Labelled): readonly string[] =>
  isFact(labelled) ? [labelled.question] : labelled.turns.map(({ text }) => text);

/**
 * Reads a JSONL file of labelled questions.
 * @throws Error naming the file and line of the first entry that cannot be read
 */
export const readLabelled = (path: string): readonly Labelled[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      try {
        const json: unknown = JSON.parse(line);
        const fact = typeof json === 'object' && json !== null && 'question' in json;
        return [fact ? factSchema.parse(json) : threadSchema.parse(json)];
      } catch (error) {
        const problem = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
        throw new Error(`${path}:${index + 1}: ${problem}`);
      }
    });
