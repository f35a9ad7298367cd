import type { z } from 'zod';
import { type Unit, unitSchema } from '../domain/knowledge.ts';
import { describeIssue } from './describe-issue.ts';
import { type Draft, draftUnits } from './draft-units.ts';
import type { Entry } from './entries.ts';
import type { Problems } from './problems.ts';
import { type Path, readText } from './yaml-file.ts';

/** Reads one file of topics: its units, with every problem at its line. The topic's id is the file's name. */
export const readTopic = (file: string, problems: Problems): Entry<Unit>[] => {
  const text = readText(file, problems);
  if (text === undefined) return [];
  return draftUnits(file, text, problems).flatMap((draft) => {
    const entry = validate(draft, file, problems);
    return entry ? [entry] : [];
  });
};

const validate = (draft: Draft, file: string, problems: Problems): Entry<Unit> | undefined => {
  const { unit } = draft;
  const raw = { about: [], ...unit, statements: unit.statements.map((statement) => statement.raw) };
  const line = ([field, index]: Path = []): number =>
    (field === 'statements' && unit.statements[Number(index)]?.line) || draft.line;
  const result = unitSchema.safeParse(raw);
  if (result.success && draft.sound) return { value: result.data, file, line };
  for (const issue of (draft.sound && result.error?.issues) || []) {
    problems.add(file, line(issue.path), describe(issue, raw));
  }
  for (const { id } of [unit, ...raw.statements]) problems.broken(id);
  return undefined;
};

const describe = (issue: z.core.$ZodIssue, raw: { readonly statements: readonly object[] }): string => {
  const [field, index, ...rest] = issue.path;
  if (field !== 'statements') return describeIssue(issue, raw);
  if (index === undefined) {
    return 'the unit has no statement; add "- {#id} Text.[^id-of-a-source]" or remove the heading';
  }
  if (rest[0] === 'asked') {
    return 'no question reaches the statement; add a line "  asked: one way to ask for it | another" below it';
  }
  return describeIssue({ ...issue, path: rest }, raw.statements[Number(index)]);
};
