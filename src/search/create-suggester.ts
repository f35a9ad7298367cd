import MiniSearch from 'minisearch';
import type { Knowledge } from '../domain/knowledge.ts';

/** Questions that are answered well and begin, or go on, like what was typed so far; best first, at most `limit`. */
export type Suggest = (typed: string, limit: number) => readonly string[];

/** A question of one or two words says too little to be picked from a list. */
const shortest = 12;
const longest = 100;

/**
 * Suggestions while somebody types: the questions that the knowledge itself lists as asked, one unit's first ones
 * before its others, so that nothing typed yet shows the breadth of what can be asked.
 */
export const createSuggester = (
  { units, cards, disputes }: Pick<Knowledge, 'units' | 'cards' | 'disputes'>,
  first: readonly string[],
): Suggest => {
  const groups = [...units, ...cards, ...disputes].map(({ asked }) =>
    asked.filter((question) => question.length >= shortest && question.length <= longest),
  );
  const deepest = Math.max(0, ...groups.map((group) => group.length));
  const byTurns = Array.from({ length: deepest }, (_, turn) => groups.flatMap((group) => group[turn] ?? []));
  const questions = [...new Set([...first, ...byTurns.flat()])];

  const index = new MiniSearch<{ id: number; question: string }>({
    fields: ['question'],
    // Whoever types is in the middle of the last word, and swaps letters in the others, which counts as two.
    searchOptions: { prefix: true, fuzzy: (term) => (term.length > 4 ? 0.34 : false), combineWith: 'AND' },
  });
  index.addAll(questions.map((question, id) => ({ id, question })));

  return (typed, limit) => {
    const words = typed.slice(0, longest).trim();
    if (words === '') return questions.slice(0, limit);
    const strict = index.search(words);
    const found = strict.length > 0 ? strict : index.search(words, { combineWith: 'OR' });
    return found.slice(0, limit).flatMap(({ id }) => questions[Number(id)] ?? []);
  };
};
