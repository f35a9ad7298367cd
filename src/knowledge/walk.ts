import type { Path } from './yaml-file.ts';

/**
 * Visits every field of every object in a value, outermost first. Lists of plain values hold no objects and are
 * not entered: they are most of the knowledge. The path is reused from visit to visit: copy it to keep it.
 */
export const walk = (
  value: unknown,
  visit: (field: string, value: unknown, path: Path) => void,
  path: PropertyKey[] = [],
): void => {
  if (Array.isArray(value)) {
    if (typeof value[0] !== 'object') return;
    for (let index = 0; index < value.length; index++) {
      path.push(index);
      walk(value[index], visit, path);
      path.pop();
    }
  } else if (typeof value === 'object' && value !== null) {
    const fields = value as Readonly<Record<string, unknown>>;
    for (const field in fields) {
      path.push(field);
      visit(field, fields[field], path);
      walk(fields[field], visit, path);
      path.pop();
    }
  }
};
