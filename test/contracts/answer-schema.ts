import { z } from 'zod';
import type { Answer, Block, Sentence } from '../../src/domain/answer.ts';
import type { Knowledge } from '../../src/domain/knowledge.ts';
import { kindSchema, requirementInForceSchema } from '../../src/domain/reading.ts';
import { sentencesOf } from './sentences-of.ts';

/**
 * What every answer keeps to, whatever was asked: the shape of the document, and that all it names exists.
 * `turns` are the ids of the thread's messages up to the one answered, to which the person's words are traced.
 */
export const createAnswerSchema = (knowledge: Knowledge) => {
  const ids = idsOf(knowledge);
  const known = (kind: keyof typeof ids) =>
    z.string().refine((id) => ids[kind].has(id), `names a ${kind} that does not exist`);
  const sources = z.array(known('source'));

  return (turns: readonly string[]) => {
    const turn = z.string().refine((id) => turns.includes(id), 'names a message that is not of the thread');
    const ref = z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('said'), id: turn }),
      ...originKinds.map((kind) => z.strictObject({ kind: z.literal(kind), id: known(kind) })),
    ]);
    const sentence = z.strictObject({ text: line, from: z.array(ref).min(1), sources });
    const sentences = z.array(sentence).min(1);
    const block = z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('paragraph'), sentences }),
      z.strictObject({
        kind: z.literal('list'),
        title: sentence.optional(),
        ordered: z.boolean().optional(),
        items: z.array(z.strictObject({ label: line.optional(), sentences })).min(1),
      }),
      z
        .strictObject({
          kind: z.literal('table'),
          title: sentence,
          columns: z.array(cell).min(2),
          rows: z.array(z.array(cell)).min(1),
        })
        .refine(({ columns, rows }) => rows.every((row) => row.length === columns.length), 'ragged table'),
      z.strictObject({
        kind: z.literal('chart'),
        title: sentence,
        unit: line,
        better: z.enum(['higher', 'lower', 'neither']),
        bars: z
          .array(
            z
              .strictObject({
                label: line,
                option: known('option').optional(),
                // z.number() takes finite numbers only.
                value: z.number(),
                from: z.number().optional(),
                text: line,
              })
              .refine(({ value, from = value }) => from <= value, 'a range that ends before it begins'),
          )
          .min(2),
      }),
      z.strictObject({
        kind: z.literal('code'),
        language: line,
        title: sentence,
        text: z.string().regex(/\S/, 'code without anything in it'),
      }),
      z.strictObject({
        kind: z.literal('diagram'),
        title: sentence,
        boxes: z.array(z.strictObject({ label: line, owns: z.array(line) })).min(2),
        between: line,
      }),
      z.strictObject({ kind: z.literal('understood'), sentence }),
      z.strictObject({
        kind: z.literal('sources'),
        sources: z
          .array(z.strictObject({ id: known('source'), label: line, title: line, date: line }))
          .min(1),
      }),
      z.strictObject({
        kind: z.literal('choices'),
        choices: z.array(z.strictObject({ id: line, label: line, say: line })).min(1),
      }),
    ]);
    return z
      .strictObject({
        kind: z.enum(answerKinds),
        to: z.literal(turns.at(-1) ?? ''),
        headline: sentence,
        blocks: z.array(block),
        facts: z.strictObject({
          kind: kindSchema,
          recommendation: z.union([z.literal('both'), z.literal('depends'), known('option')]).nullable(),
          strength: z.enum(['clear', 'solid', 'close']).nullable(),
          answered: z.boolean(),
          requirements: z.array(requirementInForceSchema.extend({ id: known('requirement'), turn })),
          sources,
          about: z.array(known('about')),
        }),
      })
      .superRefine((answer, context) => {
        for (const problem of problemsOf(answer as unknown as Answer, knowledge)) {
          context.addIssue({ code: 'custom', message: problem });
        }
      });
  };
};

const originKinds = [
  'statement',
  'figures',
  'rule',
  'dispute',
  'correction',
  'framework',
  'option',
  'requirement',
  'source',
  'decision',
  'voice',
] as const;

const answerKinds = [
  'pick',
  'both',
  'open',
  'reasons',
  'flips',
  'framework',
  'comparison',
  'explanation',
  'numbers',
  'dispute',
  'correction',
  'unknown',
  'outside',
  'clarify',
  'certainty',
  'smalltalk',
  'help',
  'refused',
] as const satisfies readonly Answer['kind'][];

/** One line that says something and could be shown as it is. */
const line = z
  .string()
  .regex(/\S/, 'says nothing')
  .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), 'holds a control character or a line end')
  .refine((text) => text.isWellFormed(), 'holds half a character')
  .refine((text) => !/\{\w+\}/.test(text), 'holds a placeholder that was not filled')
  .refine((text) => !/\b(undefined|null|NaN|Infinity)\b|\[object /.test(text), 'holds a value that was none');

/** Empty where a figure is missing or a column needs no head. */
const cell = z.strictObject({ text: z.union([z.literal(''), line]), align: z.enum(['left', 'right']) });

const idsOf = (knowledge: Knowledge) => {
  const of = (entries: readonly { readonly id: string }[]): ReadonlySet<string> =>
    new Set(entries.map(({ id }) => id));
  const option = of(knowledge.options);
  return {
    statement: of(knowledge.units.flatMap(({ statements }) => statements)),
    figures: of(knowledge.cards),
    rule: of(knowledge.rules),
    dispute: of(knowledge.disputes),
    correction: of(knowledge.corrections),
    framework: of(knowledge.options.flatMap(({ frameworks }) => frameworks)),
    option,
    requirement: of(knowledge.requirements),
    source: of(knowledge.sources),
    decision: new Set([...option, 'both', 'depends']),
    voice: new Set(Object.keys(knowledge.voice)),
    about: of([...knowledge.units, ...knowledge.cards, ...knowledge.disputes, ...knowledge.corrections]),
  } as const;
};

/** What must hold between the parts of an answer. */
const problemsOf = (answer: Answer, knowledge: Knowledge): readonly string[] => {
  const { blocks, facts, headline } = answer;
  const problems: string[] = [];
  const claim = (holds: boolean, problem: string) => {
    if (!holds) problems.push(problem);
  };
  const recommends = facts.kind === 'recommend';
  claim(recommends === (facts.recommendation !== null), 'a recommendation exactly where one was asked for');
  claim(facts.recommendation !== null || facts.strength === null, 'strength without a recommendation');
  claim(isDistinct(facts.requirements.map(({ id }) => id)), 'a requirement in force twice');
  claim(isDistinct(facts.sources), 'a source listed twice');

  const shown = blocks.flatMap((block) => (block.kind === 'sources' ? block.sources : []));
  claim(blocks.filter(({ kind }) => kind === 'sources').length <= 1, 'two lists of sources');
  claim(shown.map(({ id }) => id).join() === facts.sources.join(), 'sources shown differ from those listed');
  const cited = new Set(sentencesOf(answer).flatMap(({ sources }) => sources));
  claim(
    [...cited].every((id) => facts.sources.includes(id)),
    'a footnote that leads nowhere',
  );
  claim(
    facts.sources.every((id) => cited.has(id)),
    'a source that nothing in the answer cites',
  );

  const choices = blocks.flatMap((block) => (block.kind === 'choices' ? block.choices : []));
  claim(isDistinct(choices.map(({ id }) => id)), 'two choices with one id');
  claim(isDistinct(choices.map(({ label }) => label)), 'two choices that read alike');

  claim(isSourced(headline) && sentencesOf(answer).every(isSourced), 'a fact without a source');
  claim(blocks.filter(({ kind }) => kind === 'understood').length <= 1, 'understood twice');
  problems.push(...blocks.flatMap((block) => misunderstood(block, answer, knowledge)));
  return problems;
};

/** What stands in the knowledge comes with its source; the bot's own frames may go without. */
const isSourced = ({ from, sources }: Sentence): boolean =>
  sources.length > 0 || from.some(({ kind }) => kind === 'voice') || from[0]?.kind === 'statement';

/** Names of requirements in the line of what was understood that are not in force, or are and are not named. */
const misunderstood = (block: Block, { facts }: Answer, knowledge: Knowledge): readonly string[] => {
  if (block.kind !== 'understood') return [];
  const inForce = new Set(facts.requirements.map(({ id }) => id));
  const nameOf = new Map(knowledge.requirements.map(({ id, name }) => [id, name]));
  let rest = block.sentence.text;
  const problems: string[] = [];
  // Longest first: one name may stand inside another.
  const byLength = (ids: Iterable<string>) =>
    [...ids].sort((a, b) => (nameOf.get(b)?.length ?? 0) - (nameOf.get(a)?.length ?? 0));
  for (const id of byLength(inForce)) {
    const name = nameOf.get(id) ?? id;
    if (rest.includes(name)) rest = rest.replace(name, '');
    else problems.push(`in force and not shown as understood: ${id}`);
  }
  for (const id of nameOf.keys()) {
    if (!inForce.has(id) && rest.includes(nameOf.get(id) ?? id))
      problems.push(`shown and not in force: ${id}`);
  }
  const turns = new Set(facts.requirements.map(({ turn }) => turn));
  for (const { kind, id } of block.sentence.from) {
    if (kind === 'said' && !turns.has(id))
      problems.push(`understood from a message that gave nothing: ${id}`);
  }
  return problems;
};

const isDistinct = (items: readonly string[]): boolean => new Set(items).size === items.length;
