import { z } from 'zod';

/**
 * What search knows of words, as data: knowledge/search/*.yaml and knowledge/outside.yaml. Words and phrases are
 * written as people write them; they are folded and stemmed when the index is built.
 */

const line = z.string().trim().min(1, 'must not be empty');
const lines = z.array(line);
const id = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'an id is lower case letters, digits, dots and hyphens');

/** stop-words.yaml and common-words.yaml. */
export const wordListSchema = z.strictObject({ words: lines });

/** synonyms.yaml: each line is one family of words. */
export const wordFamilySchema = lines.min(2, 'a family has at least two words');

/** abbreviations.yaml: full word → short forms. */
export const abbreviationsSchema = z.record(line, lines.min(1));

/** cues.yaml: turns of phrase that say what sort of answer is wanted. */
export const searchCuesSchema = z.strictObject({
  /** A number is wanted. */
  quantity: lines,
  /** Two things are held against each other. */
  compare: lines,
  /** Question words: too common to look up, but they tell "who made it" from "when to take it". */
  shape: z.array(lines.min(1)),
  /** Strengths are asked for, or told. */
  favourable: lines,
  /** Weaknesses are asked for, or told. */
  unfavourable: lines,
  /** Said of a name, they ask what it uses. */
  employing: lines,
  /** The best of a sort is wanted. */
  superlative: lines,
  /** Words behind which a name says where or with what: "in x?". */
  locating: lines,
  /** Stands between two things of a kind: "x vs y". */
  opposing: lines,
  /** A count of what follows is wanted. */
  counting: lines,
  /** Sorts of thing: a question for "which database" is answered only by what speaks of databases. */
  categories: lines,
  /** Words before such a sort that ask for it. */
  asking: lines,
  /** What is counted: a number before one of these is no version. */
  units: lines,
  /** Numbers in words. */
  numberWords: lines,
  /** Endings of ordinary words; a name seldom has one. */
  endings: lines,
  /** Companies are wanted. */
  companies: lines,
  /** The name that follows belongs to the person's own situation and is not asked about. */
  context: lines,
  /** The same behind a name: "we are a … team". */
  contextAfter: lines,
});
export type SearchCues = z.infer<typeof searchCuesSchema>;

/** slots.yaml: a typed fact that can be asked of a subject. */
export const slotSchema = z.strictObject({
  id,
  cues: lines.min(1),
  /** What the bot says is missing: "its licence". */
  missing: line,
  /** Subjects (options, frameworks, other names) for which the knowledge holds the fact; absent: it never declines. */
  subjects: lines.optional(),
  /** No other subject has it, not even one that is named nowhere: "who wrote" anything else is not known. */
  closed: z.boolean().default(false),
  /** Units, cards, disputes or corrections that hold it. */
  answers: z.array(id).default([]),
});
export type Slot = z.infer<typeof slotSchema>;

/** qualifiers.yaml: what narrows a question, by kind. */
export const qualifierSchema = z.strictObject({
  kind: id,
  /** In which questions the words narrow: in all of them, where a number is asked for, or where companies are. */
  when: z.enum(['always', 'quantity', 'companies']),
  words: lines.min(1),
});
export type Qualifier = z.infer<typeof qualifierSchema>;

/** outside.yaml: names that the sources do not treat, by kind. */
export const outsideSchema = z.strictObject({
  kind: id,
  names: lines.min(1),
  /** Names that are ordinary words too: they count only where the sentence shows that a name is meant. */
  alsoWords: lines.default([]),
  /** Asked what such a one does, only what is about this answers: a firm named elsewhere is not said to use anything. */
  group: id.optional(),
});
export type Outside = z.infer<typeof outsideSchema>;

export type SearchWords = {
  readonly stopWords: readonly string[];
  /** Ordinary words: never taken for a name that the knowledge lacks. */
  readonly commonWords: readonly string[];
  /** Full word → short forms, which count as the word itself. */
  readonly abbreviations: Readonly<Record<string, readonly string[]>>;
  readonly families: readonly (readonly string[])[];
  readonly cues: SearchCues;
  readonly slots: readonly Slot[];
  readonly qualifiers: readonly Qualifier[];
  readonly outside: readonly Outside[];
};
