import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { changed, problemsOf, writeFolder } from './folder.ts';

const name = 'topics/wind.md';
const unitsOf = (text: string) => {
  const result = loadKnowledge(writeFolder({ [name]: text }));
  return 'knowledge' in result ? result.knowledge.units : result.problems;
};

test('an indented line continues the one above it, also a list of questions', () => {
  const [unit] = unitsOf(
    [
      '# Wind',
      '## Work {#wind-work}',
      'asked: what does it do? |',
      '  what for',
      '- {#wind-pushes} Wind pushes',
      '  sails.[^paper]',
      '  asked: a | b |',
      '    c',
    ].join('\n'),
  );
  expect(unit).toMatchObject({
    asked: ['what does it do?', 'what for'],
    statements: [{ text: 'Wind pushes sails.', asked: ['a', 'b', 'c'] }],
  });
});

test('code keeps its lines, its indentation and what looks like a heading', () => {
  const [unit] = unitsOf(
    [
      '# Wind',
      '## Work {#wind-work}',
      '- {#wind-pushes} Wind pushes.[^paper]',
      '  asked: a',
      '',
      '```python',
      '# set the sails',
      'if wind:',
      '    go()',
      '',
      '```',
    ].join('\r\n'),
  );
  expect(unit).toMatchObject({
    code: [{ language: 'python', text: '# set the sails\nif wind:\n    go()' }],
  });
});

const cases: readonly (readonly [name: string, text: string, ...problems: string[]])[] = [
  ['no unit at all', '# Wind\n', '1: the topic has no unit; add "## Title {#id}" or remove the file'],
  [
    'a statement in no unit',
    '# Wind\n\n- {#x} Blows.[^paper]\n',
    '1: the topic has no unit; add "## Title {#id}" or remove the file',
    '3: the statement stands in no unit; put "## Title {#id}" above it',
  ],
  [
    'a unit in no topic',
    '## Work {#w}\n- {#x} Blows.[^paper]\n  asked: a\n',
    '1: the unit stands in no topic; begin the file with "# Title"',
  ],
  [
    'a second title',
    '# Wind\n## Work {#w}\n- {#x} Blows.[^paper]\n  asked: a\n# Rain\n',
    '5: a topic has one title; make this a unit ("## Title {#id}") or a file of its own',
  ],
  [
    'a unit without id',
    '# Wind\n## Work\n- {#x} Blows.[^paper]\n  asked: a\n',
    '2: the unit has no id; write one after the title, e.g. "## Title {#how-it-scales}"',
  ],
  [
    'a unit without statements',
    '# Wind\n## Work {#w}\nasked: a\n',
    '2: the unit has no statement; add "- {#id} Text.[^id-of-a-source]" or remove the heading',
  ],
  [
    'a statement without id',
    '# Wind\n## Work {#w}\n- Blows.[^paper]\n  asked: a\n',
    '3: the statement has no id; begin it with one, e.g. "- {#one-thread} Text"',
  ],
  [
    'a statement without source',
    '# Wind\n## Work {#w}\n- {#x} Blows.\n  asked: a\n',
    '3: the statement names no source; end it with a footnote for each, "[^id-of-a-source]"',
  ],
  [
    'a statement without text',
    '# Wind\n## Work {#w}\n- {#x} [^paper]\n  asked: a\n',
    '3: "x", text: is ""; must not be empty',
  ],
  [
    'a statement no question reaches',
    '# Wind\n## Work {#w}\n- {#x} Blows.[^paper]\n',
    '3: no question reaches the statement; add a line "  asked: one way to ask for it | another" below it',
  ],
  [
    'questions of a statement that are not indented',
    '# Wind\n## Work {#w}\n- {#x} Blows.[^paper]\nasked: a\n',
    '4: "asked:" below a statement belongs to it; indent it, or move it up to the heading',
  ],
  [
    'questions of a unit that are indented',
    '# Wind\n## Work {#w}\n  asked: a\n- {#x} Blows.[^paper]\n  asked: a\n',
    '3: "asked:" is indented but no statement stands above it; remove the indent',
  ],
  [
    'questions twice',
    '# Wind\n## Work {#w}\n- {#x} Blows.[^paper]\n  asked: a\n  asked: b\n',
    '5: there is an "asked:" line already; join the two',
  ],
  [
    'code without end',
    '# Wind\n## Work {#w}\n- {#x} Blows.[^paper]\n  asked: a\n```c\nblow();\n',
    '5: the code has no end; close it with a "```" line',
  ],
  [
    'code in no language',
    '# Wind\n## Work {#w}\n- {#x} Blows.[^paper]\n  asked: a\n```\nblow();\n```\n',
    '5: the code does not say its language; write it after the "```"',
  ],
  [
    'a line that means nothing',
    '# Wind\n## Work {#w}\n- {#x} Blows.[^paper]\n  asked: a\nIt also rains.\n',
    '5: means nothing in a topic; begin a statement with "- {#id}", indent what continues a line',
  ],
  [
    'code before the first unit',
    '# Wind\n```c\n```\n## Work {#w}\n- {#x} Blows.[^paper]\n  asked: a\n',
    '2: the code stands in no unit; put "## Title {#id}" above it',
  ],
];

test.each(cases)('%s is reported at its line', (_, text, ...problems) => {
  expect(problemsOf({ [name]: text })).toEqual(problems.map((problem) => `${name}:${problem}`));
});

test('a word that the entry itself speaks of is no slip, however close to something known', () => {
  expect(problemsOf(changed(name, 'about: sail', 'about: sails'))).toEqual([]);
});
