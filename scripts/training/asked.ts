import type { Knowledge } from '../../src/domain/knowledge.ts';
import { createSearch } from '../../src/search/create-search.ts';
import type { Basis } from '../../src/understanding/basis.ts';
import type { Answerable } from '../../src/understanding/understand.ts';
import type { AskedKinds } from './asked-kinds.ts';
import type { Example } from './examples.ts';
import type { Question } from './questions.ts';

/** Units about this are asked for advice: "notifications backend?" finds one, but wants a pick. */
const advice = 'advice';
/** Questions are dealt into so many parts, each an author of its own that is looked up among the others. */
const parts = 3;
/** Written to be found, they are less like chat than other messages, and many. */
const weight = 0.4;

/** Questions that the search does not hold are examples as they are. */
export const questionExamples = (
  questions: readonly Question[],
  answerable: Answerable,
  { requirements }: Basis,
): readonly Example[] =>
  questions.map(
    ({ text, kinds, author }): Example => ({
      id: author,
      author,
      text,
      kinds,
      isFollowUp: false,
      before: '',
      fresh: [],
      // Nobody said which needs it gives.
      optional: new Set(requirements),
      weight,
      needsWeight: 1,
      answerable,
    }),
  );

type Asked = { readonly text: string; readonly about: readonly string[] };

/**
 * The questions written beside statements, figures, disputes and corrections are examples too. They ask for an
 * explanation where their kind is not listed; those of units that are asked for advice are left out. They show as
 * well how a question is answered that nobody wrote down: each goes with a search that lacks its part of them.
 */
export const askedExamples = (
  knowledge: Knowledge,
  kindsOf: AskedKinds,
  { fold, requirements }: Basis,
): readonly Example[] => {
  const all = new Set(requirements);
  const questions = askedIn(knowledge);
  return Array.from({ length: parts }, (_, part) => {
    const chosen = questions.filter((_, i) => i % parts === part);
    const less = without(knowledge, new Set(chosen.map(({ text }) => text)));
    const { weigh } = createSearch({ knowledge: less, fold });
    const answerable: Answerable = (query, options, frameworks) =>
      weigh(query, { options, frameworks, context: [] });
    return chosen.map(
      ({ text, about }): Example => ({
        id: `asked-${part}`,
        author: `asked ${part}`,
        text,
        kinds: kindsOf.get(text) ?? ['explain'],
        isFollowUp: false,
        before: '',
        fresh: [],
        // It holds the words of a need without giving one, or not so plainly that it should teach what is none.
        optional: about.some((name) => all.has(name)) ? all : new Set(),
        weight,
        needsWeight: 1,
        answerable,
      }),
    );
  }).flat();
};

/** Each question once. */
const askedIn = ({ units, cards, disputes, corrections }: Knowledge): readonly Asked[] => {
  const of = (asked: readonly string[], about: readonly string[]): readonly Asked[] =>
    asked.map((text) => ({ text, about }));
  const questions = [
    ...units
      .filter(({ about }) => !about.includes(advice))
      .flatMap(({ asked, statements, about }) =>
        of([...asked, ...statements.flatMap((statement) => statement.asked)], about),
      ),
    ...[...cards, ...disputes, ...corrections].flatMap(({ asked, about }) => of(asked, about)),
  ];
  return [...new Map(questions.map((question) => [question.text, question])).values()];
};

const without = (knowledge: Knowledge, texts: ReadonlySet<string>): Knowledge => {
  const less = <Entry extends { readonly asked: readonly string[] }>(entry: Entry): Entry => ({
    ...entry,
    asked: entry.asked.filter((text) => !texts.has(text)),
  });
  return {
    ...knowledge,
    units: knowledge.units.map((unit) => ({ ...less(unit), statements: unit.statements.map(less) })),
    cards: knowledge.cards.map(less),
    disputes: knowledge.disputes.map(less),
    corrections: knowledge.corrections.map(less),
  };
};
