import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { searchCuesSchema } from '../../src/domain/search.ts';
import { voiceEntries } from '../../src/domain/voice.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';

const voice = Object.entries(voiceEntries)
  .map(([id, given]) => `${id}: "${id} ${given.map((name) => `{${name}}`).join(' ')}"\n`)
  .join('');

/** The smallest knowledge that loads; a test replaces the file it breaks. */
export const files: Readonly<Record<string, string>> = {
  'sources.yaml': `
- id: paper
  title: On boats
  label: paper
  publisher: a shipyard
  date: "1999"
  kind: article
  reliability: high
  why: It measured.
`,
  'options.yaml': `
- id: sail
  name: Sail
  names: [sail]
  hints: []
  part: { text: Sail takes the long way., sources: [paper] }
  frameworks:
    - id: sloop
      name: Sloop
      names: [sloop]
      for: One mast.
      sources: [paper]
      fits: { distance: 2 }
- id: motor
  name: Motor
  names: [motor]
  hints: []
  part: { text: Motor takes the harbour., sources: [paper] }
  frameworks: []
`,
  'requirements.yaml': `
- id: distance
  name: long distance
  if: it went far
  ifNot: it stayed near
  group: workload
  ask: Does it go far?
  common: 0.5
  phrases: [far away]
`,
  'rules.yaml': `
- id: sail-distance
  when: [distance]
  favours: sail
  weight: 2
  because: Wind costs nothing.
  sources: [paper]
`,
  'metrics.yaml': `
- id: speed
  name: speed
  words: [how fast]
`,
  'disputes.yaml': `
- id: wind
  matter: wind
  sides:
    - { claim: It blows., sources: [paper] }
    - { claim: It does not., sources: [paper] }
  goBy: { text: It blows., why: it was felt, sources: [paper] }
  asked: [does it blow?]
`,
  'corrections.yaml': `
- id: anchor
  claim: An anchor drives a boat.
  asserted: [an anchor drives]
  answer: [{ text: It holds it., sources: [paper] }]
  from: [paper]
  asked: [does an anchor drive?]
`,
  'hybrid.yaml': `
between: a gangway
link: { text: They share a deck., sources: [paper] }
cost: { text: Two engines to mend., sources: [paper] }
single: { text: One will do on a lake., sources: [paper] }
example: { text: A ferry does it., sources: [paper] }
`,
  'voice.yaml': voice,
  'people.yaml': `
skills: [{ requirement: distance, words: [navigation] }]
beginner: { requirement: distance }
hiring: { requirement: distance }
`,
  'search/stop-words.yaml': 'words: [the]\n',
  'search/common-words.yaml': 'words: [water]\n',
  'search/synonyms.yaml': '- [boat, ship]\n',
  'search/cues.yaml': Object.keys(searchCuesSchema.shape)
    .map((cue) => `${cue}: []\n`)
    .join(''),
  'search/slots.yaml': '',
  'search/abbreviations.yaml': 'water: [wtr]\n',
  'search/qualifiers.yaml': '',
  'outside.yaml': '',
  'figures/speeds.yaml': `
id: speeds
title: Speeds
measured: On a lake
conditions: no waves
date: "1999"
sources: [paper]
says: Sail makes 5 knots.
asked: [how fast is sail?]
sets:
  - id: speeds-lake
    title: On a lake
    metric: speed
    unit: kn
    better: higher
    figures:
      - { id: speed-sail, subject: sail, label: Sail, option: sail, amount: { value: 5 } }
`,
  'topics/wind.md': `# Wind

## What wind does {#wind-work}
about: sail
asked: what does wind do?

- {#wind-pushes} Wind pushes sails.[^paper]
  asked: what pushes a sail? | why does it move
`,
};

/** Writes the smallest knowledge, with some files replaced or, where null, left out; removed after the test. */
export const writeFolder = (changes: Readonly<Record<string, string | null>> = {}): string => {
  const dir = mkdtempSync(join(tmpdir(), 'knowledge-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  for (const [name, text] of Object.entries({ ...files, ...changes })) {
    const file = join(dir, name);
    mkdirSync(dirname(file), { recursive: true });
    if (text !== null) writeFileSync(file, text);
  }
  return dir;
};

/** Problems of the smallest knowledge with some files replaced, as "file:line: message" with files inside the folder. */
export const problemsOf = (changes: Readonly<Record<string, string | null>>): readonly string[] => {
  const dir = writeFolder(changes);
  const result = loadKnowledge(dir);
  if (!('problems' in result)) return [];
  return result.problems.map(({ file, line, message }) =>
    `${file}:${line}: ${message}`.replaceAll(`${dir}/`, ''),
  );
};

/** One of the files with a piece of its text replaced; the piece must be there. */
export const changed = (name: string, from: string, to: string): Readonly<Record<string, string>> => {
  const text = files[name];
  if (!text?.includes(from)) throw new Error(`${name} holds no "${from}"`);
  return { [name]: text.replace(from, to) };
};
