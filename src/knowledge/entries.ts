import type { z } from 'zod';
import { describeIssue } from './describe-issue.ts';
import type { Problems } from './problems.ts';
import { type Path, readYamlFile, type YamlFile } from './yaml-file.ts';

/** A validated entry with the place it was read from, so that later checks can point at it. */
export type Entry<T> = {
  readonly value: T;
  readonly file: string;
  /** Line of a field of the entry; of the entry itself without a path. Counts from 1. */
  line(path?: Path): number;
};

/**
 * Reads a file that is a list of entries. Every problem of every entry is reported; what is sound is returned.
 * A file with nothing in it is an empty list.
 */
export const readYamlList = <T>(file: string, schema: z.ZodType<T>, problems: Problems): Entry<T>[] => {
  const yaml = readYamlFile(file, problems);
  const list = yaml?.value ?? [];
  if (!yaml) return [];
  if (!Array.isArray(list)) {
    problems.unread(file);
    problems.add(file, 1, 'must be a list: begin every entry with "- " ("- id: ...")');
    return [];
  }
  return list.flatMap((raw: unknown, index) => {
    const entry = validate(raw, [index], yaml, schema, problems);
    return entry ? [entry] : [];
  });
};

/** Reads a file that is one entry; nothing is returned where it has problems. */
export const readYamlEntry = <T>(
  file: string,
  schema: z.ZodType<T>,
  problems: Problems,
): Entry<T> | undefined => {
  const yaml = readYamlFile(file, problems);
  return yaml && validate(yaml.value, [], yaml, schema, problems);
};

const validate = <T>(
  raw: unknown,
  top: Path,
  yaml: YamlFile,
  schema: z.ZodType<T>,
  problems: Problems,
): Entry<T> | undefined => {
  const { file } = yaml;
  const line = (path: Path = []): number => yaml.line([...top, ...path]);
  const result = schema.safeParse(raw);
  if (result.success) return { value: result.data, file, line };
  for (const issue of result.error.issues) {
    const stray = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    problems.add(file, line([...issue.path, ...stray]), describeIssue(issue, raw));
  }
  breakIds(raw, problems);
  return undefined;
};

/** The ids in an entry that was refused still exist for whoever refers to them. */
const breakIds = (raw: unknown, problems: Problems): void => {
  if (typeof raw !== 'object' || raw === null) return;
  if ('id' in raw) problems.broken(raw.id);
  for (const inner of Object.values(raw)) breakIds(inner, problems);
};
