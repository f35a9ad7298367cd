import type { Knowledge } from '../../src/domain/knowledge.ts';
import type { AskedKinds } from './asked-kinds.ts';
import type { Example } from './examples.ts';
import { askedAuthor } from './instances.ts';

/** Units about this are asked for advice: "notifications backend?" finds one, but wants a pick. */
const advice = 'advice';

/**
 * The questions written beside statements, figures, disputes and corrections are examples too: of messages that
 * ask for a fact, where their kind is not listed. Those of units that are asked for advice are left out.
 */
export const askedExamples = (knowledge: Knowledge, kindsOf: AskedKinds): readonly Example[] => {
  const requirements = new Set(knowledge.requirements.map(({ id }) => id));
  const of = (id: string, asked: readonly string[], about: readonly string[]): readonly Example[] => {
    // It holds the words of a need without giving one, or not so plainly that it should teach what is none.
    const optional = about.some((name) => requirements.has(name)) ? requirements : new Set<string>();
    return asked.map((text) => ({
      id: `asked-${id}`,
      author: askedAuthor,
      text,
      kinds: kindsOf.get(text) ?? ['explain'],
      isFollowUp: false,
      before: '',
      fresh: [],
      optional,
    }));
  };
  return [
    ...knowledge.units
      .filter(({ about }) => !about.includes(advice))
      .flatMap(({ id, asked, statements, about }) =>
        of(id, [...asked, ...statements.flatMap((statement) => statement.asked)], about),
      ),
    ...[...knowledge.cards, ...knowledge.disputes, ...knowledge.corrections].flatMap(({ id, asked, about }) =>
      of(id, asked, about),
    ),
  ];
};
