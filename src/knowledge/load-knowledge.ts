import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  correctionSchema,
  disputeSchema,
  figureCardSchema,
  hybridSchema,
  type Knowledge,
  metricSchema,
  optionSchema,
  requirementSchema,
  ruleSchema,
  sourceSchema,
  voiceSchema,
} from '../domain/knowledge.ts';
import { peopleSchema } from '../domain/people.ts';
import { checkFigures } from './check-figures.ts';
import { checkIds } from './check-ids.ts';
import { checkReferences } from './check-references.ts';
import { checkRules } from './check-rules.ts';
import { checkVoice } from './check-voice.ts';
import { deepFreeze } from './deep-freeze.ts';
import { type Entry, readYamlEntry, readYamlList } from './entries.ts';
import type { Loaded } from './loaded.ts';
import { createProblems, type Problem, type Problems } from './problems.ts';
import { readSearchWords } from './read-search-words.ts';
import { readTopic } from './read-topic.ts';

export type LoadResult = { readonly knowledge: Knowledge } | { readonly problems: readonly Problem[] };

/**
 * Reads, validates and checks a knowledge folder. Either everything is sound, and the knowledge comes deeply
 * frozen, or there are problems, and all of them come at once, each with its file, its line and the way to mend it.
 */
export const loadKnowledge = (dir: string): LoadResult => {
  const problems = createProblems();
  const fileOf = (name: string): string => join(dir, name);
  const loaded = readAll(dir, problems);
  const searchWords = readSearchWords(dir, problems);
  checkIds(loaded, problems);
  checkReferences(loaded, fileOf, problems);
  checkRules(loaded, fileOf('rules.yaml'), problems);
  checkFigures(loaded, problems);
  checkVoice(loaded, problems);
  const found = problems.list();
  const { hybrid, voice, people } = loaded;
  if (found.length > 0 || !hybrid || !voice || !people) return { problems: found };
  return {
    knowledge: deepFreeze({
      sources: values(loaded.sources),
      options: values(loaded.options),
      requirements: values(loaded.requirements),
      rules: values(loaded.rules),
      metrics: values(loaded.metrics),
      cards: values(loaded.cards),
      disputes: values(loaded.disputes),
      corrections: values(loaded.corrections),
      units: values(loaded.units),
      hybrid: hybrid.value,
      voice: voice.value,
      people: people.value,
      searchWords,
    }),
  };
};

const readAll = (dir: string, problems: Problems): Loaded => {
  const at = (name: string): string => join(dir, name);
  return {
    sources: readYamlList(at('sources.yaml'), sourceSchema, problems),
    options: readYamlList(at('options.yaml'), optionSchema, problems),
    requirements: readYamlList(at('requirements.yaml'), requirementSchema, problems),
    rules: readYamlList(at('rules.yaml'), ruleSchema, problems),
    metrics: readYamlList(at('metrics.yaml'), metricSchema, problems),
    cards: filesIn(at('figures'), '.yaml', problems).flatMap(
      (file) => readYamlEntry(file, figureCardSchema, problems) ?? [],
    ),
    disputes: readYamlList(at('disputes.yaml'), disputeSchema, problems),
    corrections: readYamlList(at('corrections.yaml'), correctionSchema, problems),
    units: filesIn(at('topics'), '.md', problems).flatMap((file) => readTopic(file, problems)),
    hybrid: readYamlEntry(at('hybrid.yaml'), hybridSchema, problems),
    voice: readYamlEntry(at('voice.yaml'), voiceSchema, problems),
    people: readYamlEntry(at('people.yaml'), peopleSchema, problems),
  };
};

/** The files of a folder by name; one of another kind would be passed over in silence, and is reported instead. */
const filesIn = (folder: string, extension: string, problems: Problems): readonly string[] => {
  if (!existsSync(folder)) {
    problems.add(folder, 1, 'is missing; restore the folder');
    return [];
  }
  const names = readdirSync(folder).toSorted();
  for (const name of names.filter((name) => !name.endsWith(extension))) {
    problems.add(join(folder, name), 1, `is not read; give it the ending ${extension} or move it elsewhere`);
  }
  return names.filter((name) => name.endsWith(extension)).map((name) => join(folder, name));
};

const values = <T>(entries: readonly Entry<T>[]): readonly T[] => entries.map(({ value }) => value);
