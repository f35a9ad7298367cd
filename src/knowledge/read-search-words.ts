import { join } from 'node:path';
import {
  abbreviationsSchema,
  outsideSchema,
  qualifierSchema,
  type SearchWords,
  searchCuesSchema,
  slotSchema,
  wordFamilySchema,
  wordListSchema,
} from '../domain/search.ts';
import { readYamlEntry, readYamlList } from './entries.ts';
import type { Problems } from './problems.ts';

/** Reads what search knows of words: the folder `search` of the knowledge, and outside.yaml beside it. */
export const readSearchWords = (dir: string, problems: Problems): SearchWords => {
  const at = (name: string): string => join(dir, 'search', name);
  const words = (name: string): readonly string[] =>
    readYamlEntry(at(name), wordListSchema, problems)?.value.words ?? [];
  const cues = readYamlEntry(at('cues.yaml'), searchCuesSchema, problems);
  return {
    stopWords: words('stop-words.yaml'),
    commonWords: words('common-words.yaml'),
    abbreviations: readYamlEntry(at('abbreviations.yaml'), abbreviationsSchema, problems)?.value ?? {},
    families: readYamlList(at('synonyms.yaml'), wordFamilySchema, problems).map(({ value }) => value),
    cues: cues?.value ?? noCues,
    slots: readYamlList(at('slots.yaml'), slotSchema, problems).map(({ value }) => value),
    qualifiers: readYamlList(at('qualifiers.yaml'), qualifierSchema, problems).map(({ value }) => value),
    outside: readYamlList(join(dir, 'outside.yaml'), outsideSchema, problems).map(({ value }) => value),
  };
};

const noCues: SearchWords['cues'] = {
  quantity: [],
  compare: [],
  shape: [],
  favourable: [],
  unfavourable: [],
  employing: [],
  superlative: [],
  locating: [],
  opposing: [],
  counting: [],
  categories: [],
  asking: [],
  units: [],
  numberWords: [],
  endings: [],
  companies: [],
  context: [],
  contextAfter: [],
};
