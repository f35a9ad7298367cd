import type { Knowledge } from '../domain/knowledge.ts';
import type { SearchWords } from '../domain/search.ts';
import type { Found } from './phrases.ts';

/** What a name in a question stands for. `thing`: the subject of a figure; `isWord`: an ordinary word as well. */
export type Name =
  | { readonly kind: 'option' | 'hint' | 'framework' | 'thing'; readonly id: string }
  | { readonly kind: 'outside'; readonly isWord: boolean; readonly group?: string };

/** Every name that is known, ours and those from outside, with what it stands for. */
export const namesOf = (knowledge: Knowledge, words: SearchWords): readonly (readonly [string, Name])[] => {
  const own = knowledge.options.flatMap((option) => [
    ...option.names.map((name) => [name, { kind: 'option', id: option.id }] as const),
    ...option.frameworks.flatMap(({ id, names }) =>
      [id, ...names].map((name) => [name, { kind: 'framework', id }] as const),
    ),
  ]);
  const hints = knowledge.options.flatMap((option) =>
    option.hints.map((hint) => [hint, { kind: 'hint', id: option.id }] as const),
  );
  const taken = new Set([
    ...knowledge.options.flatMap(({ id, frameworks }) => [id, ...frameworks.map((one) => one.id)]),
  ]);
  const things = knowledge.cards.flatMap((card) =>
    card.sets.flatMap((set) =>
      set.figures
        .filter(({ subject }) => !taken.has(subject))
        .flatMap(({ subject }) =>
          subject.split('/').map((part) => [part, { kind: 'thing', id: subject }] as const),
        ),
    ),
  );
  const outside = words.outside.flatMap(({ names, alsoWords, group }) => {
    const member = group === undefined ? {} : { group };
    return [
      ...names.map((name) => [name, { kind: 'outside', isWord: false, ...member }] as const),
      ...alsoWords.map((name) => [name, { kind: 'outside', isWord: true, ...member }] as const),
    ];
  });
  return shared([...own, ...hints, ...things, ...outside]);
};

/** Names that the knowledge is about besides its options and requirements: companies, products. */
export const entitiesOf = (knowledge: Knowledge): ReadonlySet<string> => {
  const known = new Set([
    ...knowledge.options.flatMap(({ id, frameworks }) => [id, ...frameworks.map((one) => one.id)]),
    ...knowledge.requirements.map(({ id }) => id),
  ]);
  const about = [...knowledge.units, ...knowledge.cards, ...knowledge.disputes].flatMap((one) => one.about);
  return new Set(about.filter((id) => !known.has(id)));
};

/** One object for each meaning, so that the same name does not stand for it twice. */
const shared = (names: readonly (readonly [string, Name])[]): readonly (readonly [string, Name])[] => {
  const seen = new Map<string, Name>();
  return names.map(([phrase, name]) => {
    const key = JSON.stringify(name);
    const known = seen.get(key) ?? name;
    seen.set(key, known);
    return [phrase, known];
  });
};

/** Where one name lies inside a longer one, only the longer counts. */
export const withoutInner = <T>(found: readonly Found<T>[]): readonly Found<T>[] =>
  found.filter(
    (one) =>
      !found.some(
        (other) => other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from,
      ),
  );
