import type { Knowledge } from '../domain/knowledge.ts';
import type { Terms } from './terms.ts';

/**
 * Stems of the words that the knowledge writes with a capital inside a sentence, at least once and never small:
 * names of tools, libraries and firms. Found in what it says, not in a list, so that a new statement brings its own.
 */
export const properNames = (knowledge: Knowledge, terms: Terms): ReadonlySet<string> => {
  const names = new Set<string>();
  const words = new Set<string>();
  for (const said of statementsOf(knowledge)) {
    const { text, tokens } = terms.fold(said);
    tokens.forEach(({ kind, stem, start, end }, at) => {
      if (kind !== 'word') return;
      const first = text.charAt(start);
      // A capital at the head of a sentence says nothing.
      if (at === 0 || /[.!?:]\s*$/.test(text.slice(tokens[at - 1]?.end ?? 0, start))) return;
      if (/\p{Lu}/u.test(text.slice(start, end))) names.add(stem);
      else if (/\p{Ll}/u.test(first)) words.add(stem);
    });
  }
  return new Set([...names].filter((stem) => !words.has(stem)));
};

const statementsOf = ({ units, cards, disputes }: Knowledge): readonly string[] => [
  ...units.flatMap(({ statements }) => statements.map(({ text }) => text)),
  ...cards.flatMap(({ says, sets }) => [
    says,
    ...sets.flatMap(({ figures }) => figures.map(({ label }) => `: ${label}`)),
  ]),
  ...disputes.flatMap(({ sides }) => sides.map(({ claim }) => claim)),
];
