import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { printProblem } from '../../src/knowledge/problems.ts';
import { changed, files, problemsOf, writeFolder } from './folder.ts';

test('the smallest knowledge loads, with everything in its place', () => {
  const result = loadKnowledge(writeFolder());
  if ('problems' in result) throw new Error(result.problems.map(printProblem).join('\n'));
  const { knowledge } = result;
  expect(knowledge.units).toEqual([
    {
      id: 'wind-work',
      title: 'What wind does',
      topic: 'wind',
      about: ['sail'],
      asked: ['what does wind do?'],
      code: [],
      statements: [
        {
          id: 'wind-pushes',
          text: 'Wind pushes sails.',
          sources: ['paper'],
          asked: ['what pushes a sail?', 'why does it move'],
        },
      ],
    },
  ]);
  expect(knowledge.cards[0]?.sets[0]?.figures[0]?.amount).toEqual({ value: 5 });
  expect(knowledge.rules[0]?.except).toEqual([]);
});

test('what was loaded is frozen through and through', () => {
  const result = loadKnowledge(writeFolder());
  const thawed: string[] = [];
  const look = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Object.isFrozen(value)) thawed.push(path);
    for (const [key, inner] of Object.entries(value)) look(inner, `${path}.${key}`);
  };
  look('knowledge' in result && result.knowledge, 'knowledge');
  expect('knowledge' in result && thawed).toEqual([]);
});

// One broken file for each message: what is wrong, where, and how to mend it.
const topic = 'topics/wind.md';
const card = 'figures/speeds.yaml';
const cases: readonly (readonly [
  name: string,
  change: Readonly<Record<string, string | null>>,
  problem: string,
])[] = [
  ['a missing file', { 'rules.yaml': null }, 'rules.yaml:1: is missing; restore it'],
  [
    'no YAML',
    changed('rules.yaml', 'because: Wind', 'because: Wind: it'),
    'rules.yaml:6: is not YAML (bad indentation of a mapping entry); mend the indentation, or put text with ": " or " #" in it in quotes',
  ],
  [
    'a file that is no list',
    { 'metrics.yaml': 'id: speed\n' },
    'metrics.yaml:1: must be a list: begin every entry with "- " ("- id: ...")',
  ],
  [
    'a list in a list of its own kind, too short',
    { 'search/synonyms.yaml': '- [boat, ship]\n- [sail]\n' },
    'search/synonyms.yaml:2: is ["sail"]; a family has at least two words',
  ],
  [
    'several documents',
    { 'hybrid.yaml': `${files['hybrid.yaml']}---\nmore: true\n` },
    'hybrid.yaml:1: holds several documents; keep one to a file and remove the line "---"',
  ],
  [
    'a figure file of another kind',
    { 'figures/speeds.yml': '' },
    'figures/speeds.yml:1: is not read; give it the ending .yaml or move it elsewhere',
  ],
  [
    'text read as a number',
    changed('sources.yaml', '"1999"', '1999'),
    'sources.yaml:6: "paper", date: is 1999, read as a number; put it in quotes',
  ],
  [
    'a number written as text',
    changed('rules.yaml', 'weight: 2', 'weight: "2"'),
    'rules.yaml:5: "sail-distance", weight: is "2"; must be a number: write digits only, without quotes, separators or unit',
  ],
  [
    'one value where a list belongs',
    changed('rules.yaml', 'when: [distance]', 'when: distance'),
    'rules.yaml:3: "sail-distance", when: is "distance"; must be a list: ["distance"]',
  ],
  [
    'a field that means nothing',
    changed('rules.yaml', 'because:', 'reason: none\n  because:'),
    'rules.yaml:6: "sail-distance": "reason" means nothing here; correct the spelling or remove it',
  ],
  [
    'a value outside a choice',
    changed('sources.yaml', 'high', 'superb'),
    'sources.yaml:8: "paper", reliability: is "superb"; use one of high, medium, low',
  ],
  [
    'an id in capitals',
    changed('disputes.yaml', 'id: wind', 'id: Wind'),
    'disputes.yaml:2: "Wind", id: is "Wind"; an id is lower case letters, digits, dots and hyphens',
  ],
  [
    'an amount of no known shape',
    changed(card, '{ value: 5 }', '{ from: 5 }'),
    'figures/speeds.yaml:17: "speeds", sets[1].figures[1].amount: is {"from":5}; write { value: 50 }, { value: 50, about: true }, { from: 20, to: 40 } or { atLeast: 50 }',
  ],
  [
    'a figure without unit',
    changed(card, '    unit: kn\n', ''),
    'figures/speeds.yaml:11: "speeds", sets[1].unit: is missing; add it: a number without its unit says nothing, e.g. "unit: req/s"',
  ],
  [
    'a figure without conditions',
    changed(card, 'conditions: no waves\n', ''),
    'figures/speeds.yaml:2: "speeds", conditions: is missing; add it: a number holds only under its conditions, e.g. "conditions: one process, no database"',
  ],
  [
    'a rule without source',
    changed('rules.yaml', '  sources: [paper]\n', ''),
    'rules.yaml:2: "sail-distance", sources: is missing; add it: everything the bot says names at least one source, e.g. "sources: [id-of-a-source]"',
  ],
  [
    'a card that no question reaches',
    changed(card, 'asked: [how fast is sail?]\n', ''),
    'figures/speeds.yaml:2: "speeds", asked: is missing; add it: without a question nothing finds it, e.g. "asked: [how fast is it?]"',
  ],
  [
    'an id taken in the same file',
    { 'metrics.yaml': `${files['metrics.yaml']}${files['metrics.yaml']?.trimStart()}` },
    'metrics.yaml:5: the id "speed" is taken by metrics.yaml:2; choose another',
  ],
  [
    'an id taken in another file',
    changed(topic, '{#wind-pushes}', '{#sloop}'),
    'topics/wind.md:7: the id "sloop" is taken by options.yaml:8; choose another',
  ],
  [
    'a source that does not exist, nearly spelt',
    changed('rules.yaml', '[paper]', '[papper]'),
    'rules.yaml:7: there is no source "papper"; did you mean "paper"?',
  ],
  [
    'a source that does not exist',
    changed(topic, '[^paper]', '[^hearsay]'),
    'topics/wind.md:7: there is no source "hearsay"; add it to sources.yaml or name one that stands there',
  ],
  [
    'a rule for a requirement that does not exist',
    changed(
      'rules.yaml',
      'favours: sail',
      'favours: sail\n  except: [{ when: ["!cargo"], effect: cancel, because: Heavy., sources: [paper] }]',
    ),
    'rules.yaml:5: there is no requirement "cargo"; add it to requirements.yaml or name one that stands there',
  ],
  [
    'a framework that fits no requirement there is',
    changed('options.yaml', '{ distance: 2 }', '{ cargo: 2 }'),
    'options.yaml:13: there is no requirement "cargo"; add it to requirements.yaml or name one that stands there',
  ],
  [
    'a requirement that replaces none there is',
    changed('requirements.yaml', 'common: 0.5', 'common: 0.5\n  replaces: [distanse]'),
    'requirements.yaml:9: there is no requirement "distanse"; did you mean "distance"?',
  ],
  [
    'a skill that amounts to no requirement there is',
    changed('people.yaml', 'requirement: distance', 'requirement: seamanship'),
    'people.yaml:2: there is no requirement "seamanship"; add it to requirements.yaml or name one that stands there',
  ],
  [
    'a rule that favours no option there is',
    changed('rules.yaml', 'favours: sail', 'favours: oars'),
    'rules.yaml:4: there is no option "oars"; add it to options.yaml or name one that stands there',
  ],
  [
    'a figure for no option there is',
    changed(card, 'option: sail', 'option: oars'),
    'figures/speeds.yaml:17: there is no option "oars"; add it to options.yaml or name one that stands there',
  ],
  [
    'a set of no known metric',
    changed(card, 'metric: speed', 'metric: sped'),
    'figures/speeds.yaml:13: there is no metric "sped"; did you mean "speed"?',
  ],
  [
    'a slip in what a unit is about',
    changed(topic, 'about: sail', 'about: slopp'),
    'topics/wind.md:3: "slopp" is nothing known; did you mean "sloop"?',
  ],
  [
    'a requirement without rule',
    {
      'requirements.yaml': `${files['requirements.yaml']}${files['requirements.yaml']?.trimStart().replace('distance', 'cargo')}`,
    },
    'requirements.yaml:10: no rule speaks of "cargo", so it changes nothing; add one to rules.yaml or remove the requirement',
  ],
  [
    'a rule that cannot hold',
    changed('rules.yaml', 'when: [distance]', 'when: [distance, "!distance"]'),
    'rules.yaml:3: "sail-distance" wants "distance" and its absence; remove one of the two',
  ],
  [
    'an exception that cannot hold',
    changed(
      'rules.yaml',
      'favours: sail',
      'favours: sail\n  except: [{ when: ["!distance"], effect: cancel, because: Near., sources: [paper] }]',
    ),
    'rules.yaml:5: this exception of "sail-distance" can never hold, for "!distance" contradicts the rule or itself; remove it',
  ],
  [
    'an exception that always holds',
    changed(
      'rules.yaml',
      'favours: sail',
      'favours: sail\n  except: [{ when: [distance], effect: cancel, because: Far., sources: [paper] }]',
    ),
    'rules.yaml:5: this exception of "sail-distance" always holds; add what sets it apart',
  ],
  [
    'a range that runs downwards',
    changed(card, '{ value: 5 }', '{ from: 7, to: 5 }'),
    'figures/speeds.yaml:17: "speed-sail" runs from 7 to 5; write the lower end as "from" and the upper as "to"',
  ],
  [
    'a figure in two places',
    { 'figures/again.yaml': files[card]?.replaceAll(/id: /g, 'id: again-') ?? '' },
    'figures/speeds.yaml:17: "speed-sail" gives the figure of figures/again.yaml:17 again; keep it where it belongs and remove the other',
  ],
  [
    'words of the bot that are missing',
    { 'voice.yaml': files['voice.yaml']?.replace(/^pick\.still: .*\n/m, '') ?? '' },
    'voice.yaml:1: "pick.still" is missing; add it, with {option}, {strength}, {before} as needed',
  ],
  [
    'words of the bot that nothing says',
    { 'voice.yaml': `hullo: Hello\n${files['voice.yaml']}` },
    'voice.yaml:1: nothing says "hullo"; remove it',
  ],
  [
    'a placeholder that is not given',
    { 'voice.yaml': files['voice.yaml']?.replace('{ruledOut}', '{gone}') ?? '' },
    'voice.yaml:7: "pick.only-left" asks for {gone}, which it is not given; use {option}, {ruledOut}',
  ],
  [
    'a brace without its partner',
    { 'voice.yaml': files['voice.yaml']?.replace('{ruledOut}', '{ruledOut') ?? '' },
    'voice.yaml:7: "pick.only-left" has a brace without its partner; write placeholders as {name}',
  ],
];

test.each(cases)('%s is reported with its place and its remedy', (_, change, problem) => {
  expect(problemsOf(change)).toEqual([problem]);
});

test('all problems come at once, by file and line', () => {
  const problems = problemsOf({
    ...changed('rules.yaml', 'favours: sail', 'favours: oars'),
    ...changed('metrics.yaml', 'name: speed', 'name: 5'),
    ...changed(topic, '[^paper]', ''),
  });
  expect(problems.map((problem) => problem.split(': ')[0])).toEqual([
    'metrics.yaml:3',
    'rules.yaml:4',
    'topics/wind.md:7',
  ]);
});

test('what refers to an entry with problems of its own is not reported on top of them', () => {
  expect(problemsOf(changed('metrics.yaml', 'name: speed', 'name: 5'))).toHaveLength(1);
  expect(problemsOf({ 'metrics.yaml': '- id: [\n' })).toHaveLength(1);
});
