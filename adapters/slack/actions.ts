import { z } from 'zod';

/** The `action_id` of each thing that can be pressed; a choice adds its own id. */
export const actionIds = {
  choice: /^choice:/,
  wrong: 'wrong',
  vote: 'vote',
  share: 'share',
  remove: 'remove',
} as const;

export const choiceAction = (id: string): string => `choice:${id}`;

/** What a button carries, as JSON: `q` the question, `c` the choice, `v` the vote, `by` who may press it. */
const valueSchema = z.strictObject({
  q: z.string(),
  c: z.string().optional(),
  v: z.enum(['up', 'down']).optional(),
  by: z.string().optional(),
});
export type ButtonValue = z.infer<typeof valueSchema>;

export const toValue = (value: ButtonValue): string => JSON.stringify(value);

/** Undefined for what is none of ours: a message of an older version, another app's button. */
export const readValue = (text: string | undefined): ButtonValue | undefined => {
  try {
    return valueSchema.safeParse(JSON.parse(text ?? '')).data;
  } catch {
    return undefined;
  }
};

/** An example of the help that is asked when pressed; its position in the catalog. */
export const exampleAction = (index: number): string => `example:${index}`;
export const examplePattern = /^example:(\d+)$/;
