import type { Option } from '../domain/knowledge.ts';
import type { Outside } from '../domain/search.ts';
import type { Spelling } from '../text/spellings.ts';
import { byNumber, type Lexeme } from './lexemes.ts';

/** Token of an option or framework: its id, marked so that no word of a person's equals it. */
export const nameToken = (id: string): string => `@${id}`;

/** Spellings of everything that can be chosen, each folded to the one token of its id. */
export const nameSpellings = (options: readonly Option[]): readonly Spelling[] =>
  options.flatMap((option) => [
    { as: nameToken(option.id), forms: option.names },
    ...option.frameworks.map((framework) => ({ as: nameToken(framework.id), forms: framework.names })),
  ]);

/** Class of what a token names, so that features hold for any option, framework or outsider alike. */
export type NameClass = (lexeme: Lexeme) => string | undefined;

export const createNameClass = (options: readonly Option[], outside: readonly Outside[]): NameClass => {
  const classes = new Map<string, string>();
  const oneWord = (name: string): boolean => !name.includes(' ');
  for (const { kind, names, alsoWords } of outside) {
    // A name that is an ordinary word too ("go", "spring") is a class of its own: it may be neither.
    for (const name of names.filter(oneWord)) classes.set(name.toLowerCase(), `outside ${kind}`);
    for (const name of alsoWords.filter(oneWord)) classes.set(name.toLowerCase(), `perhaps ${kind}`);
  }
  for (const option of options) {
    for (const hint of option.hints.filter(oneWord)) classes.set(hint, 'hint');
    classes.set(nameToken(option.id), 'option');
    for (const framework of option.frameworks) classes.set(nameToken(framework.id), 'framework');
  }
  const { values } = byNumber(classes);
  return ({ number }) => values[number];
};
