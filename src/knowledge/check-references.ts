import { didYouMean, nearest } from './did-you-mean.ts';
import type { Entry } from './entries.ts';
import { allEntries, type Loaded } from './loaded.ts';
import type { Problems } from './problems.ts';
import { walk } from './walk.ts';
import type { Path } from './yaml-file.ts';

/** What can be referred to, and the file that lists it. */
type Listed = { readonly kind: string; readonly ids: ReadonlySet<string>; readonly file: string };

/** Whatever is referred to exists: sources, requirements, options, frameworks and metrics. */
export const checkReferences = (
  loaded: Loaded,
  fileOf: (name: string) => string,
  problems: Problems,
): void => {
  const listed = (kind: string, ids: readonly string[], name: string): Listed => {
    return { kind, ids: new Set(ids), file: fileOf(name) };
  };
  const options = loaded.options.map(({ value }) => value);
  const sources = listed('source', idsOf(loaded.sources), 'sources.yaml');
  const requirements = listed('requirement', idsOf(loaded.requirements), 'requirements.yaml');
  const metrics = listed('metric', idsOf(loaded.metrics), 'metrics.yaml');
  const someOptions = listed('option', idsOf(loaded.options), 'options.yaml');
  const subjects = new Set([
    ...someOptions.ids,
    ...options.flatMap((option) => option.frameworks.map(({ id }) => id)),
    ...requirements.ids,
  ]);

  const check = (entry: Entry<unknown>, path: Path, id: unknown, { kind, ids, file }: Listed): void => {
    if (typeof id !== 'string' || ids.has(id) || problems.isBroken(id) || problems.isUnread(file)) return;
    const remedy = didYouMean(id, ids) || `; add it to ${file} or name one that stands there`;
    problems.add(entry.file, entry.line(path), `there is no ${kind} "${id}"${remedy}`);
  };
  const checkAll = (entry: Entry<unknown>, path: Path, ids: unknown, where: Listed): void => {
    if (!Array.isArray(ids)) return;
    for (const [index, id] of ids.entries()) check(entry, [...path, index], wanted(id), where);
  };
  const meant = new Map<string, string | undefined>();
  const meantBy = (word: string): string | undefined => {
    if (!meant.has(word)) meant.set(word, subjects.has(word) ? undefined : nearest(word, subjects));
    return meant.get(word);
  };
  /** `about` may name anything the entry speaks of; a word close to something known is a slip otherwise. */
  const checkAbout = (entry: Entry<unknown>, path: Path, words: unknown): void => {
    for (const word of Array.isArray(words) ? words : []) {
      const known = meantBy(word);
      if (!known || problems.isBroken(word) || speaksOf(entry.value, word)) continue;
      problems.add(entry.file, entry.line(path), `"${word}" is nothing known; did you mean "${known}"?`);
    }
  };

  for (const entry of allEntries(loaded)) {
    walk(entry.value, (field, value, path) => {
      if (field === 'sources' || field === 'from') checkAll(entry, path, value, sources);
      else if (field === 'when' || field === 'replaces') checkAll(entry, path, value, requirements);
      else if (field === 'favours' || field === 'option') check(entry, path, value, someOptions);
      else if (field === 'requirement') check(entry, path, value, requirements);
      else if (field === 'metric') check(entry, path, value, metrics);
      else if (field === 'about') checkAbout(entry, path, value);
      else if (field === 'fits' && typeof value === 'object' && value !== null) {
        for (const id of Object.keys(value)) check(entry, [...path, id], id, requirements);
      }
    });
  }
};

const idsOf = (entries: readonly Entry<{ readonly id: string }>[]): string[] =>
  entries.map(({ value }) => value.id);

/** "!x" in a condition speaks of x. */
const wanted = (id: unknown): unknown => (typeof id === 'string' && id.startsWith('!') ? id.slice(1) : id);

const speaksOf = (value: unknown, word: string): boolean => {
  let found = false;
  walk(value, (field, inner) => {
    found ||= field !== 'about' && typeof inner === 'string' && inner.toLowerCase().includes(word);
  });
  return found;
};
