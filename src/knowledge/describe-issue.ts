import type { z } from 'zod';
import type { Path } from './yaml-file.ts';

type Issue = z.core.$ZodIssue;

/** What to write where a field is missing; the other fields speak for themselves. */
const hints: Readonly<Record<string, string>> = {
  unit: 'a number without its unit says nothing, e.g. "unit: req/s"',
  conditions: 'a number holds only under its conditions, e.g. "conditions: one process, no database"',
  sources: 'everything the bot says names at least one source, e.g. "sources: [id-of-a-source]"',
  asked: 'without a question nothing finds it, e.g. "asked: [how fast is it?]"',
  because: 'a reason that stands alone as a sentence',
};

/** What a schema found wrong with an entry, as a sentence that says how to mend it. */
export const describeIssue = (issue: Issue, entry: unknown): string => {
  const where = [nameOf(entry), fieldOf(issue.path)].filter(Boolean).join(', ');
  return where ? `${where}: ${explain(issue, at(entry, issue.path))}` : explain(issue, entry);
};

const explain = (issue: Issue, value: unknown): string => {
  const field = String(issue.path.findLast((step) => typeof step === 'string') ?? '');
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined || value === null
        ? `is missing; add it${hints[field] ? `: ${hints[field]}` : ''}`
        : wrongType(issue.expected, value);
    case 'unrecognized_keys':
      return `${issue.keys.map((key) => `"${key}"`).join(', ')} means nothing here; correct the spelling or remove it`;
    case 'invalid_value':
      return `is ${shown(value)}; use one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return value === undefined
        ? 'is missing; add it'
        : `is ${shown(value)}; write { value: 50 }, { value: 50, about: true }, { from: 20, to: 40 } or { atLeast: 50 }`;
    case 'invalid_key':
      return `the key ${shown(issue.path.at(-1))} cannot stand here: ${issue.issues[0]?.message ?? issue.message}`;
    case 'too_small':
    case 'invalid_format':
    case 'custom':
      return `is ${shown(value)}; ${issue.message}`;
    default:
      return `is ${shown(value)}: ${issue.message}`;
  }
};

const wrongType = (expected: string, value: unknown): string => {
  if (expected === 'string' && typeof value !== 'object') {
    return `is ${shown(value)}, read as a ${typeof value}; put it in quotes`;
  }
  if (expected === 'string') return `is ${shown(value)}; must be text: put it in quotes if it holds ": "`;
  if (expected === 'array') return `is ${shown(value)}; must be a list: [${shown(value)}]`;
  if (expected === 'number' && typeof value === 'string') {
    return `is ${shown(value)}; must be a number: write digits only, without quotes, separators or unit`;
  }
  if (expected === 'object' || expected === 'record') {
    return `is ${shown(value)}; must hold named fields ("name: value", one a line)`;
  }
  return `is ${shown(value)}; must be a ${expected}`;
};

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

/** How a person finds the entry: its id, as far as it has one. */
const nameOf = (entry: unknown): string => {
  const id = at(entry, ['id']);
  return typeof id === 'string' ? `"${id}"` : '';
};

const fieldOf = (path: Path): string =>
  path
    .map((step, index) =>
      typeof step === 'number' ? `[${step + 1}]` : `${index > 0 ? '.' : ''}${String(step)}`,
    )
    .join('');

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Readonly<Record<PropertyKey, unknown>>)[step]
        : undefined,
    value,
  );
