import { expect, test } from 'vitest';
import { describeKnowledge } from '../../src/knowledge/describe-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { changed, files, writeFolder } from './folder.ts';

const describe = (changes: Readonly<Record<string, string>> = {}): string => {
  const result = loadKnowledge(writeFolder(changes));
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return describeKnowledge(result.knowledge);
};

test('says what there is and where it is thin', () => {
  expect(
    describe({
      ...changed('metrics.yaml', '- id', '- { id: depth, name: depth, words: [deep] }\n- id'),
      ...changed('disputes.yaml', 'does it blow?', 'What does wind do'),
      'sources.yaml': `${files['sources.yaml']}${files['sources.yaml']?.trimStart().replaceAll('paper', 'rumour')}`,
    }),
  ).toMatchInlineSnapshot(`
    "The knowledge is sound.

    What there is:
      sources                  2
      options                  2
      frameworks               1
      requirements             1
      phrases for them         1
      rules                    1
      exceptions from them     0
      topics                   1
      units                    1
      statements               1
      figure cards             1
      figures                  1
      metrics                  2
      disputes                 1
      corrections              1
      questions people ask     6

    Rules and points for each option:
      Sail      1     2
      Motor     0     0

    Sources, least used first (statements, figures, rules and others that name them):
      rumour     0
      paper     15

    Statements that neither a rule nor a question about their unit reaches: none

    Questions that stand in two places, so that either may answer:
      "what does wind do": wind-work, wind

    Requirements with the fewest phrases:
      distance: 1

    Requirements that stand in the fewest rules:
      distance: 1

    Quantities without a figure: a question for one is declined:
      depth"
  `);
});

test('a unit that no question and no rule speaks of is named with its statements', () => {
  const thin = changed('topics/wind.md', 'about: sail\nasked: what does wind do?\n', 'about: weather\n');
  expect(describe(thin)).toContain('reaches:\n  wind-pushes (wind-work)\n');
});
