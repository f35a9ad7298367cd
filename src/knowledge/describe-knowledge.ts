import type { Knowledge } from '../domain/knowledge.ts';
import { walk } from './walk.ts';

/** How many of the weakest entries are listed. */
const most = 10;

/**
 * What there is, and where it is thin, as text for the people who keep the knowledge: counts, rules on each side,
 * use of the sources, and what would be worth adding.
 */
export const describeKnowledge = (knowledge: Knowledge): string =>
  [
    'The knowledge is sound.',
    table('What there is', countsOf(knowledge)),
    table('Rules and points for each option', balanceOf(knowledge)),
    table(
      'Sources, least used first (statements, figures, rules and others that name them)',
      usesOf(knowledge),
    ),
    list('Statements that neither a rule nor a question about their unit reaches', hardToReach(knowledge)),
    list('Questions that stand in two places, so that either may answer', asksTwice(knowledge)),
    list('Requirements with the fewest phrases', fewPhrases(knowledge)),
    list('Requirements that stand in the fewest rules', fewRules(knowledge)),
    list('Quantities without a figure: a question for one is declined', withoutFigure(knowledge)),
  ].join('\n\n');

type Row = readonly [name: string, ...numbers: number[]];

const countsOf = ({ units, cards, ...knowledge }: Knowledge): readonly Row[] => {
  const statements = units.flatMap((unit) => unit.statements);
  const sets = cards.flatMap((card) => card.sets);
  return [
    ['sources', knowledge.sources.length],
    ['options', knowledge.options.length],
    ['frameworks', knowledge.options.flatMap((option) => option.frameworks).length],
    ['requirements', knowledge.requirements.length],
    ['phrases for them', knowledge.requirements.flatMap(({ phrases }) => phrases).length],
    ['rules', knowledge.rules.length],
    ['exceptions from them', knowledge.rules.flatMap((rule) => rule.except).length],
    ['topics', new Set(units.map((unit) => unit.topic)).size],
    ['units', units.length],
    ['statements', statements.length],
    ['figure cards', cards.length],
    ['figures', sets.flatMap((set) => set.figures).length],
    ['metrics', knowledge.metrics.length],
    ['disputes', knowledge.disputes.length],
    ['corrections', knowledge.corrections.length],
    ['questions people ask', questionsOf({ units, cards, ...knowledge }).length],
  ];
};

const balanceOf = ({ options, rules }: Knowledge): readonly Row[] =>
  options.map(({ id, name }) => {
    const own = rules.filter((rule) => rule.favours === id);
    return [name, own.length, own.reduce((sum, rule) => sum + rule.weight, 0)];
  });

const usesOf = (knowledge: Knowledge): readonly Row[] => {
  const uses = new Map(knowledge.sources.map(({ label }) => [label, 0]));
  const labels = new Map(knowledge.sources.map(({ id, label }) => [id, label]));
  walk(knowledge, (field, ids) => {
    if ((field !== 'sources' && field !== 'from') || !Array.isArray(ids)) return;
    for (const label of ids.map((id) => labels.get(id)))
      if (label) uses.set(label, (uses.get(label) ?? 0) + 1);
  });
  return [...uses].toSorted(([, a], [, b]) => a - b);
};

/** A unit without questions of its own is found by those of single statements only, and a rule may still cite its subject. */
const hardToReach = ({ units, rules }: Knowledge): readonly string[] => {
  const moving = new Set(rules.flatMap((rule) => [...rule.when, rule.favours]));
  return units
    .filter((unit) => unit.asked.length === 0 && !unit.about.some((id) => moving.has(id)))
    .flatMap((unit) => unit.statements.map(({ id }) => `${id} (${unit.id})`));
};

const questionsOf = (knowledge: Pick<Knowledge, 'units' | 'cards' | 'disputes' | 'corrections'>) =>
  [
    ...knowledge.units.flatMap((unit) => [
      unit,
      ...unit.statements.map((each) => ({ ...each, id: unit.id })),
    ]),
    ...knowledge.cards,
    ...knowledge.disputes,
    ...knowledge.corrections,
  ].flatMap(({ id, asked }) => asked.map((question) => ({ id, question })));

const asksTwice = (knowledge: Knowledge): readonly string[] => {
  const places = new Map<string, Set<string>>();
  for (const { id, question } of questionsOf(knowledge)) {
    const plain = question.toLowerCase().replace(/[?!.]+$/, '');
    places.set(plain, (places.get(plain) ?? new Set()).add(id));
  }
  return [...places]
    .filter(([, ids]) => ids.size > 1)
    .map(([question, ids]) => `"${question}": ${[...ids].join(', ')}`);
};

const fewPhrases = ({ requirements }: Knowledge): readonly string[] =>
  fewest(requirements.map(({ id, phrases }) => [id, phrases.length]));

const fewRules = ({ requirements, rules }: Knowledge): readonly string[] =>
  fewest(
    requirements.map(({ id }) => [
      id,
      rules.filter((rule) =>
        [rule, ...rule.except].some(({ when }) => when.includes(id) || when.includes(`!${id}`)),
      ).length,
    ]),
  );

const fewest = (rows: readonly (readonly [string, number])[]): readonly string[] =>
  rows
    .toSorted(([, a], [, b]) => a - b)
    .slice(0, most)
    .map(([id, count]) => `${id}: ${count}`);

const withoutFigure = ({ metrics, cards }: Knowledge): readonly string[] => {
  const measured = new Set(cards.flatMap((card) => card.sets.map((set) => set.metric)));
  return metrics.filter(({ id }) => !measured.has(id)).map(({ name }) => name);
};

const table = (title: string, rows: readonly Row[]): string => {
  const width = Math.max(...rows.map(([name]) => name.length));
  const cells = (numbers: readonly number[]) => numbers.map((number) => String(number).padStart(6)).join('');
  return [`${title}:`, ...rows.map(([name, ...numbers]) => `  ${name.padEnd(width)}${cells(numbers)}`)].join(
    '\n',
  );
};

const list = (title: string, lines: readonly string[]): string => {
  const shown = lines.slice(0, most);
  const rest = lines.length - shown.length;
  return [
    `${title}: ${lines.length === 0 ? 'none' : ''}`.trimEnd(),
    ...shown.map((line) => `  ${line}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ].join('\n');
};
