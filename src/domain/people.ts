import { z } from 'zod';

const line = z.string().trim().min(1, 'must not be empty');
const id = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'an id is lower case letters, digits, dots and hyphens');

/**
 * knowledge/people.yaml: which words name a skill, and which requirement a skill amounts to. How sentences about
 * people work (who knows, who leaves, how many) is grammar and stands in `src/understanding`.
 */
export const peopleSchema = z.strictObject({
  skills: z
    .array(
      z.strictObject({
        requirement: id,
        /** Languages, tools and libraries whose mastery is the skill: "widget", "widgetlib". */
        words: z.array(line).min(1),
        /** Those of the words that are as often what could be chosen as what somebody knows. */
        candidates: z.array(line).default([]),
        /** Job titles and groups that have the skill as such: "widgetista", "widget scientist". */
        roles: z.array(line).default([]),
      }),
    )
    .min(1),
  /** What being new to programming amounts to. */
  beginner: z.strictObject({ requirement: id }),
  /** What looking for people amounts to. */
  hiring: z.strictObject({ requirement: id }),
});
export type People = z.infer<typeof peopleSchema>;
