import { basename } from 'node:path';
import type { Problems } from './problems.ts';
import { joinContinued, readTopicLine, type TopicLine } from './topic-lines.ts';

/** A unit as its lines give it, before the schema has seen it. */
export type Draft = {
  readonly line: number;
  readonly unit: Fields & { readonly statements: Numbered[]; readonly code: Code[] };
  /** False where problems have been reported that the schema would only repeat. */
  sound: boolean;
};
type Fields = Record<string, unknown>;
type Numbered = { readonly line: number; readonly raw: Fields };
type Code = { readonly language: string; readonly text: string };

/** Lines of a topic → its units; every line that cannot be placed is reported. */
export const draftUnits = (file: string, text: string, problems: Problems): readonly Draft[] => {
  const topic = basename(file, '.md');
  const drafts: Draft[] = [];
  let titled = false;
  let code: { readonly line: number; readonly language: string; readonly lines: string[] } | undefined;

  const fault = (line: number, message: string): void => {
    const draft = drafts.at(-1);
    if (draft) draft.sound = false;
    problems.add(file, line, message);
  };

  const addTitle = (line: number): void => {
    if (titled)
      fault(line, 'a topic has one title; make this a unit ("## Title {#id}") or a file of its own');
    titled = true;
  };

  const addUnit = (id: string | undefined, title: string, line: number): void => {
    drafts.push({ line, unit: { id, title, topic, statements: [], code: [] }, sound: true });
    if (!titled) problems.add(file, line, 'the unit stands in no topic; begin the file with "# Title"');
    titled = true;
    if (!id) fault(line, 'the unit has no id; write one after the title, e.g. "## Title {#how-it-scales}"');
  };

  const addStatement = (draft: Draft, read: TopicLine & { kind: 'statement' }, line: number): void => {
    draft.unit.statements.push({ line, raw: { id: read.id, text: read.text, sources: read.sources } });
    if (!read.id) fault(line, 'the statement has no id; begin it with one, e.g. "- {#one-thread} Text"');
    if (read.sources.length === 0) {
      fault(line, 'the statement names no source; end it with a footnote for each, "[^id-of-a-source]"');
    }
  };

  const addAsked = (draft: Draft, read: TopicLine & { kind: 'asked' }, line: number): void => {
    const statement = draft.unit.statements.at(-1);
    if (read.indented && !statement) {
      fault(line, '"asked:" is indented but no statement stands above it; remove the indent');
    } else if (!read.indented && statement) {
      fault(line, '"asked:" below a statement belongs to it; indent it, or move it up to the heading');
    } else {
      addOnce(statement?.raw ?? draft.unit, 'asked', read.questions, line);
    }
  };

  const addOnce = (to: Fields, field: string, value: readonly string[], line: number): void => {
    if (to[field]) fault(line, `there is an "${field}:" line already; join the two`);
    to[field] = value;
  };

  const addFence = (language: string, line: number): void => {
    if (code) {
      drafts.at(-1)?.unit.code.push({ language: code.language, text: code.lines.join('\n') });
      code = undefined;
      return;
    }
    if (drafts.length === 0) fault(line, 'the code stands in no unit; put "## Title {#id}" above it');
    if (!language) fault(line, 'the code does not say its language; write it after the "```"');
    code = { line, language, lines: [] };
  };

  /** A line that only a unit can hold. */
  const addToUnit = (read: TopicLine, line: number): void => {
    const draft = drafts.at(-1);
    const name = read.kind === 'other' ? 'the line' : `the ${read.kind}`;
    if (!draft) fault(line, `${name} stands in no unit; put "## Title {#id}" above it`);
    else if (read.kind === 'statement') addStatement(draft, read, line);
    else if (read.kind === 'about') addOnce(draft.unit, 'about', read.words, line);
    else if (read.kind === 'asked') addAsked(draft, read, line);
    else
      fault(line, 'means nothing in a topic; begin a statement with "- {#id}", indent what continues a line');
  };

  for (const { text: raw, line } of joinContinued(text)) {
    const read = readTopicLine(raw);
    if (read.kind === 'fence') addFence(read.language, line);
    else if (code) code.lines.push(raw);
    else if (read.kind === 'topic') addTitle(line);
    else if (read.kind === 'unit') addUnit(read.id, read.title, line);
    else if (read.kind !== 'blank') addToUnit(read, line);
  }
  if (code) fault(code.line, 'the code has no end; close it with a "```" line');
  if (drafts.length === 0) fault(1, 'the topic has no unit; add "## Title {#id}" or remove the file');
  return drafts;
};
