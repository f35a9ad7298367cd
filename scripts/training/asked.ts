import type { Knowledge } from '../../src/domain/knowledge.ts';
import type { Example } from './examples.ts';
import { askedAuthor } from './instances.ts';

/** Units about this are asked for advice: "notifications backend?" finds one, but wants a pick. */
const advice = 'advice';

/**
 * The questions written beside statements, figures, disputes and corrections are examples too: of messages that
 * ask for a fact, or hold the options against each other where the entry is about more than one of them. Those of
 * units that are asked for advice are left out.
 */
export const askedExamples = (knowledge: Knowledge): readonly Example[] => {
  const options = new Set(knowledge.options.map(({ id }) => id));
  const requirements = new Set(knowledge.requirements.map(({ id }) => id));
  const optionsIn = (about: readonly string[]): number => about.filter((name) => options.has(name)).length;
  const of = (id: string, asked: readonly string[], about: readonly string[]): readonly Example[] => {
    const kinds = optionsIn(about) === 1 ? ['explain'] : ['explain', 'compare'];
    // It holds the words of a need without giving one, or not so plainly that it should teach what is none.
    const optional = about.some((name) => requirements.has(name)) ? requirements : new Set<string>();
    return asked.map((text) => ({
      id: `asked-${id}`,
      author: askedAuthor,
      text,
      kinds,
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
