import { z } from 'zod';

/** What kind of message it is; the ids are those the evaluation sets use. */
export const kindSchema = z.enum(['recommend', 'compare', 'explain', 'out_of_scope', 'smalltalk']);
export type Kind = z.infer<typeof kindSchema>;

export const stanceSchema = z.enum(['required', 'preferred', 'excluded']);
export type Stance = z.infer<typeof stanceSchema>;

/** Something a project needs or does not need, with the words that gave it. */
export const requirementInForceSchema = z.strictObject({
  id: z.string(),
  stance: stanceSchema,
  said: z.string(),
  /** Id of the message that gave it. */
  turn: z.string(),
  /** 0…1: how sure the reading is; 1 where the person pressed a button or was asked. */
  confidence: z.number(),
});
export type Requirement = z.infer<typeof requirementInForceSchema>;

export const mentionSchema = requirementInForceSchema.omit({ turn: true });
export type Mention = z.infer<typeof mentionSchema>;

/**
 * What the person wants done. Finer than the kind, which follows from it:
 *
 * pick: which of the two for this · compare: the two on one criterion · explain: a fact or an explanation ·
 * why: the reasons for the standing answer · why-not: what speaks against an option · numbers: figures for the standing answer ·
 * flips: what would change it · framework: which framework · certainty: how sure, how reliable, which sources ·
 * elaborate: the same again for another subject ("and python?") · forget: drop what was understood ·
 * greet, thanks, who, help, nothing: small talk · outside: not ours.
 */
export const actSchema = z.enum([
  'pick',
  'compare',
  'explain',
  'why',
  'why-not',
  'numbers',
  'flips',
  'framework',
  'certainty',
  'elaborate',
  'forget',
  'greet',
  'thanks',
  'who',
  'help',
  'nothing',
  'outside',
]);
export type Act = z.infer<typeof actSchema>;

/** How the requirements of a message meet those already in force. */
export const revisionSchema = z.enum([
  /** Adds to them; a new stance for the same requirement replaces the old one. */
  'add',
  /** Another project: all earlier ones lapse. */
  'restart',
  /** The last message's requirements lapse first ("forget that"). */
  'undo',
]);
export type Revision = z.infer<typeof revisionSchema>;

/** Text → what is asked. Pure data: stored with the turn, so that replaying needs no second reading. */
export const readingSchema = z.strictObject({
  kind: kindSchema,
  act: actSchema,
  /** 0…1, of the kind. */
  confidence: z.number(),
  /** The words or cues that spoke for the kind, strongest first. */
  because: z.array(z.string()).readonly(),
  /** Options named, in order of appearance. */
  options: z.array(z.string()).readonly(),
  /** Options the person rules out ("Python is banned here"). */
  ruledOut: z.array(z.string()).readonly(),
  /** Options that the choice does not extend to, since it lies within another ("which framework for X?"). */
  unasked: z.array(z.string()).readonly().optional(),
  frameworks: z.array(z.string()).readonly(),
  /** Names of things outside the knowledge (other languages, front ends). */
  outside: z.array(z.string()).readonly(),
  requirements: z.array(mentionSchema).readonly(),
  /** Requirements that no longer count, without being denied ("scrap the ML part"). */
  dropped: z.array(z.string()).readonly(),
  /** Requirements for which the message says both yes and no. */
  contradictions: z.array(z.string()).readonly(),
  revision: revisionSchema,
  /** The message orders the bot to say something or to break its rules. */
  pushed: z.boolean(),
  /** Written in another language than the first served, in which the knowledge is written. */
  foreign: z.boolean().optional(),
  /** The text that search should look up: without greeting, orders and pasted code. */
  query: z.string(),
});
export type Reading = z.infer<typeof readingSchema>;
