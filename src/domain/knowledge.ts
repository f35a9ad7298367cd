import { z } from 'zod';
import type { People } from './people.ts';
import type { SearchWords } from './search.ts';

/**
 * The nouns of the knowledge folder: one schema each, and the type inferred from it.
 * Everything here is about the shape of a single entry; what must hold between entries
 * (unique ids, resolvable references, reachable statements) is checked by `src/knowledge`.
 */

const id = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'an id is lower case letters, digits, dots and hyphens');
const line = z.string().trim().min(1, 'must not be empty');
const sources = z.array(id).min(1, 'name at least one source, e.g. sources: [guide-2026]');
const asked = z.array(line).min(1, 'add at least one question people would ask, under asked:');

/** A sentence the bot may say, with where it comes from. */
export const sourced = z.strictObject({ text: line, sources });

export const sourceSchema = z.strictObject({
  id,
  title: line,
  /** How the source is named in chat, e.g. "guide 2026". */
  label: line,
  publisher: line,
  /** As exact as the document itself is: "2021-05-24", "2026", or "undated". */
  date: line,
  kind: line,
  url: z.url().optional(),
  reliability: z.enum(['high', 'medium', 'low']),
  why: line,
});
export type Source = z.infer<typeof sourceSchema>;

/** Phrases beside which a name means something else, folded: "lymph node", "flask of tea". */
const elsewhere = z.array(line).default([]);

export const frameworkSchema = z.strictObject({
  id,
  name: line,
  names: z.array(line),
  elsewhere,
  /** What it is for, as a sentence that can stand alone. */
  for: line,
  sources,
  /** Requirement id → how well it fits (1 a little … 3 made for it). */
  fits: z.record(id, z.number().int().min(1).max(3)),
  /** Chosen when nothing else decides; higher wins. */
  fallback: z.number().int().min(0).default(0),
});
export type Framework = z.infer<typeof frameworkSchema>;

export const optionSchema = z.strictObject({
  id,
  name: line,
  /** Spellings of the option itself, folded (lower case). */
  names: z.array(line).min(1),
  elsewhere,
  /** Words that speak of it by its language or its tools ("typescript", "npm", "pip"). */
  hints: z.array(line),
  /** What it takes on when a system is split between options. */
  part: sourced,
  frameworks: z.array(frameworkSchema),
});
export type Option = z.infer<typeof optionSchema>;

export const requirementSchema = z.strictObject({
  id,
  /** As it stands in a list of what was understood: "live updates". */
  name: line,
  /** As the object of a sentence: "if *you needed live updates*" or "if *the team knew Python*". */
  if: line,
  /** Its negation in the same place: "if *nothing had to be live*". */
  ifNot: line,
  /** For grouping in forms. */
  group: z.enum(['workload', 'product', 'quality', 'team']),
  /** The yes/no question that asks for it. */
  ask: line,
  /** How common it is among projects, 0…1; decides which open question is asked first. */
  common: z.number().min(0).max(1),
  /** Requirements that lapse when this one is stated in a later message: "the team only knows X" replaces another team. */
  replaces: z.array(id).default([]),
  phrases: z.array(line).min(1),
});
export type RequirementEntry = z.infer<typeof requirementSchema>;

export const exceptionSchema = z.strictObject({
  /** Requirements that all must hold for the exception; "!" in front means excluded. */
  when: z.array(line).min(1),
  /** cancel: the rule does not count; turn: it counts for the other side; weaken: half its weight. */
  effect: z.enum(['cancel', 'turn', 'weaken']),
  because: line,
  sources,
});

export const ruleSchema = z.strictObject({
  id,
  /** Requirements that all must hold; "!" in front means excluded. */
  when: z.array(line).min(1),
  favours: id,
  /** Points of evidence; 1 a nudge, 2 a reason, 3 a strong reason, 4 decisive on its own. */
  weight: z.number().positive().max(8),
  /**
   * The need can be a part of a system of its own, and the other side does it badly. `both` rests on such
   * rules alone; only a workload or a product counts, never a quality or a team.
   */
  core: z.boolean().optional(),
  /** A sentence that stands alone as a reason in an answer. */
  because: line,
  sources,
  except: z.array(exceptionSchema).default([]),
});
export type Rule = z.infer<typeof ruleSchema>;

/** A number as a source gives it: one value, a range, or a lower bound. */
export const amountSchema = z.union([
  z.strictObject({ value: z.number(), about: z.boolean().optional() }),
  z.strictObject({ from: z.number(), to: z.number() }),
  z.strictObject({ atLeast: z.number() }),
]);
export type Amount = z.infer<typeof amountSchema>;

export const figureSchema = z.strictObject({
  id,
  /** What the number is about: an option id, a framework id, or free words ("Pillow"). */
  subject: line,
  /** How the subject is named in a table row or bar. */
  label: line,
  /** The option that the subject belongs to, if any: colours and filters go by it. */
  option: id.optional(),
  amount: amountSchema,
});
export type Figure = z.infer<typeof figureSchema>;

/** Figures measured alike: a ratio or a chart is made only within one set. */
export const figureSetSchema = z.strictObject({
  id,
  title: line,
  /** Metric id from knowledge/metrics.yaml. */
  metric: id,
  unit: line,
  better: z.enum(['higher', 'lower', 'neither']),
  figures: z.array(figureSchema).min(1),
});
export type FigureSet = z.infer<typeof figureSetSchema>;

/** One file of knowledge/figures: sets that belong on one card, from one measurement. */
export const figureCardSchema = z.strictObject({
  id,
  title: line,
  /** What was measured and how. */
  measured: line,
  conditions: line,
  date: line,
  sources,
  /** One sentence that answers with the figures in it; the lead of the card. */
  says: line,
  /** What the figures do not show. */
  caveat: sourced.optional(),
  asked,
  about: z.array(id).default([]),
  sets: z.array(figureSetSchema).min(1),
});
export type FigureCard = z.infer<typeof figureCardSchema>;

/** A kind of quantity people ask for. A question for a quantity is answered only if a figure of its metric exists. */
export const metricSchema = z.strictObject({
  id,
  name: line,
  /** Words that ask for it: "req/s", "throughput", "requests per second". */
  words: z.array(line).min(1),
});
export type Metric = z.infer<typeof metricSchema>;

export const disputeSchema = z.strictObject({
  id,
  matter: line,
  sides: z.array(z.strictObject({ claim: line, sources })).min(2, 'a dispute has at least two sides'),
  goBy: z.strictObject({ text: line, why: line, sources }),
  asked,
  about: z.array(id).default([]),
});
export type Dispute = z.infer<typeof disputeSchema>;

/** A claim that must not be repeated as true, and what to say instead. */
export const correctionSchema = z.strictObject({
  id,
  claim: line,
  /** Ways people assert it ("node is multithreaded"). */
  asserted: z.array(line).min(1),
  answer: z.array(sourced).min(1),
  /** Where the claim stands. */
  from: sources,
  asked,
  about: z.array(id).default([]),
});
export type Correction = z.infer<typeof correctionSchema>;

export const statementSchema = z.strictObject({
  id,
  text: line,
  sources,
  asked,
});

/** Statements that answer together: both sides of a comparison, a list, an explanation with its conditions. */
export const unitSchema = z.strictObject({
  id,
  title: line,
  topic: id,
  /** Options, frameworks or requirements it is about. */
  about: z.array(id),
  asked: z.array(line).default([]),
  /** A code sample, shown after the statements. */
  code: z.array(z.strictObject({ language: line, text: line })).default([]),
  statements: z.array(statementSchema).min(1),
});
export type Unit = z.infer<typeof unitSchema>;

/** What stands between the parts when a system is split between options, and what splitting costs. */
export const hybridSchema = z.strictObject({
  /** A few words for the line between the boxes of the picture. */
  between: line,
  link: sourced,
  cost: sourced,
  /** When one option would do for all. */
  single: sourced,
  example: sourced,
});
export type Hybrid = z.infer<typeof hybridSchema>;

/** What the bot says of itself; the only sentences that speak of no fact. Placeholders stand in braces. */
export const voiceSchema = z.record(id, line);
export type Voice = z.infer<typeof voiceSchema>;

export type Knowledge = {
  readonly sources: readonly Source[];
  readonly options: readonly Option[];
  readonly requirements: readonly RequirementEntry[];
  readonly rules: readonly Rule[];
  readonly metrics: readonly Metric[];
  readonly cards: readonly FigureCard[];
  readonly disputes: readonly Dispute[];
  readonly corrections: readonly Correction[];
  readonly units: readonly Unit[];
  readonly hybrid: Hybrid;
  readonly voice: Voice;
  readonly people: People;
  readonly searchWords: SearchWords;
};
