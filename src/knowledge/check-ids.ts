import { allEntries, type Loaded } from './loaded.ts';
import type { Problems } from './problems.ts';
import { walk } from './walk.ts';

/** An id is unique over all files: what one refers to must be clear without knowing what kind of thing it is. */
export const checkIds = (loaded: Loaded, problems: Problems): void => {
  const taken = new Map<string, () => string>();
  for (const { value, file, line } of allEntries(loaded)) {
    walk(value, (field, id, path) => {
      if (field !== 'id' || typeof id !== 'string') return;
      const at = [...path];
      const before = taken.get(id);
      if (before) problems.add(file, line(at), `the id "${id}" is taken by ${before()}; choose another`);
      else taken.set(id, () => `${file}:${line(at)}`);
    });
  }
};
