import { join } from 'node:path';
import { z } from 'zod';
import { kindSchema } from '../../src/domain/reading.ts';
import type { Answerable } from '../../src/understanding/understand.ts';
import { readJsonLines } from './json-lines.ts';
import { readWeights, type Weights } from './weights.ts';

const needSchema = z.object({
  id: z.string(),
  stance: z.enum(['wanted', 'excluded']),
  said: z.string().optional(),
});
const exampleSchema = z.object({
  id: z.string(),
  turns: z
    .array(
      z.object({
        text: z.string(),
        kinds: z.array(kindSchema).min(1),
        requirements: z.array(needSchema),
        optional: z.array(z.object({ id: z.string() })).default([]),
      }),
    )
    .min(1),
});

/** One labelled message, with where it stands in its thread. */
export type Example = {
  readonly id: string;
  /** Messages of one author share habits: folds never part them. */
  readonly author: string;
  readonly text: string;
  readonly kinds: readonly string[];
  readonly isFollowUp: boolean;
  readonly before: string;
  /** Requirements that this message gives or changes: what was in force before is left out. */
  readonly fresh: readonly {
    readonly id: string;
    readonly excluded: boolean;
    readonly said: string | null;
  }[];
  /** Requirements that only one of two labellers saw: neither right nor wrong. */
  readonly optional: ReadonlySet<string>;
  /** How much it counts for what a message wants as a whole. */
  readonly weight: number;
  /** How much it counts for the words by which a need is given. */
  readonly needsWeight: number;
  /** A search that lacks it, where the one that there is knows it by heart. */
  readonly answerable?: Answerable;
};

/**
 * All labelled messages of a folder of JSON lines, in the order of file names and lines, each counting as much as
 * weights.yaml says of its author.
 * @throws Error naming file and line where a line is not an example
 */
export const readExamples = (folder: string): readonly Example[] => {
  const weights = readWeights(join(folder, 'weights.yaml'));
  return readJsonLines(folder, exampleSchema, 'a labelled message').flatMap(({ value }) =>
    turnsOf(value, weights),
  );
};

const turnsOf = ({ id, turns }: z.infer<typeof exampleSchema>, weights: Weights): readonly Example[] => {
  const inForce = new Map<string, string>();
  const author = id.split('-')[0] ?? id;
  return turns.map((turn, i) => {
    const fresh = turn.requirements
      .filter((need) => inForce.get(need.id) !== need.stance)
      .map((need) => ({ id: need.id, excluded: need.stance === 'excluded', said: need.said ?? null }));
    inForce.clear();
    for (const need of turn.requirements) inForce.set(need.id, need.stance);
    return {
      id,
      author,
      text: turn.text,
      kinds: turn.kinds,
      isFollowUp: i > 0,
      before: turns[i - 1]?.kinds[0] ?? '',
      fresh,
      optional: new Set(turn.optional.map((need) => need.id)),
      weight: weights.wants.get(author) ?? 1,
      needsWeight: weights.gives.get(author) ?? 1,
    };
  });
};
