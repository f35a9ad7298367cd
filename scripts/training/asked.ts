import type { Knowledge } from '../../src/domain/knowledge.ts';
import type { Example } from './examples.ts';
import { askedAuthor } from './instances.ts';

/**
 * The questions written beside statements, figures, disputes and corrections are examples too: of messages that
 * ask for a fact, or hold the options against each other where the entry is about more than one of them. Entries
 * about a requirement are left out: "notifications backend?" finds one, but asks for a pick.
 */
export const askedExamples = (knowledge: Knowledge): readonly Example[] => {
  const options = new Set(knowledge.options.map(({ id }) => id));
  const requirements = new Set(knowledge.requirements.map(({ id }) => id));
  const of = (id: string, asked: readonly string[], about: readonly string[]): readonly Example[] => {
    if (about.some((name) => requirements.has(name))) return [];
    const kinds =
      about.filter((name) => options.has(name)).length === 1 ? ['explain'] : ['explain', 'compare'];
    return asked.map((text) => ({
      id: `asked-${id}`,
      author: askedAuthor,
      text,
      kinds,
      isFollowUp: false,
      before: '',
      fresh: [],
      optional: new Set(),
    }));
  };
  return [
    ...knowledge.units.flatMap(({ id, asked, statements, about }) =>
      of(id, [...asked, ...statements.flatMap((statement) => statement.asked)], about),
    ),
    ...[...knowledge.cards, ...knowledge.disputes, ...knowledge.corrections].flatMap(({ id, asked, about }) =>
      of(id, asked, about),
    ),
  ];
};
