import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { unitsPerPoint } from '../../src/decision/compile-rules.ts';
import { createDecider } from '../../src/decision/create-decider.ts';
import { coreOfPart, leadToPick } from '../../src/decision/find-outcome.ts';
import { optionSchema, requirementSchema, ruleSchema } from '../../src/domain/knowledge.ts';
import type { Flip, Need } from '../../src/domain/recommendation.ts';

const read = (file: string): unknown =>
  load(readFileSync(join(import.meta.dirname, '../../knowledge', file), 'utf8'));
const options = z.array(optionSchema).parse(read('options.yaml'));
const requirements = z.array(requirementSchema).parse(read('requirements.yaml'));
const rules = z.array(ruleSchema).parse(read('rules.yaml'));
const decider = createDecider({ options, requirements, rules });

/** "real-time" is required, "?real-time" would be nice, "!real-time" is denied. */
const needsOf = (...terms: readonly string[]): readonly Need[] =>
  terms.map((term) => {
    if (term.startsWith('!')) return { id: term.slice(1), stance: 'excluded' };
    return term.startsWith('?')
      ? { id: term.slice(1), stance: 'preferred' }
      : { id: term, stance: 'required' };
  });
const decide = (...terms: readonly string[]) => decider.decide(needsOf(...terms), []);
const shown = ({ changes, choice }: Flip) =>
  `${changes.map(({ id, to }) => `${id} ${to}`).join(' and ')}: ${choice}`;

// The dialogs that say how it should feel.

test('a clear case: three things point to it, none away; machine learning as the core would split it', () => {
  const result = decide('real-time', 'high-concurrency', 'team-javascript');
  expect([result.choice, result.strength, result.points]).toEqual(['node', 'clear', { node: 9, python: 0 }]);
  expect(result.fired.flatMap(({ needs }) => needs).sort()).toEqual([
    'high-concurrency',
    'real-time',
    'team-javascript',
  ]);
  expect(result.frameworks).toMatchObject([{ option: 'node', id: 'nestjs' }]);
  expect(result.flips.map(shown)[0]).toBe('machine-learning required: both');
});

test.each([
  [['team-python']],
  // "only knows Python" may be read as both; it is one fact and counts once.
  [['team-python', '!team-javascript']],
])('the other team: still the same pick but close, and without the many connections another (%s)', (team) => {
  const result = decide('real-time', 'high-concurrency', ...team);
  expect([result.choice, result.strength]).toEqual(['node', 'close']);
  expect(result.fired.filter(({ favours }) => favours === 'python')).toMatchObject([
    { rule: 'team-writes-python', points: 3 },
  ]);
  expect(result.flips[0]).toEqual({
    changes: [{ id: 'high-concurrency', to: 'absent' }],
    choice: 'python',
    framework: 'django',
  });
});

test('a shop alone: open with a lean, and one question that can turn it', () => {
  const result = decide('ecommerce');
  expect([result.choice, result.lean]).toEqual(['depends', 'node']);
  expect(result.nextQuestion).toEqual({ id: 'content-management', ifYes: 'python', ifNo: 'depends' });
  expect(decide('ecommerce', 'content-management')).toMatchObject({ choice: 'python' });
});

test('machine learning that is not done carries no weight for Python, and takes its best reason away', () => {
  const shop = decide('!machine-learning', 'ecommerce');
  expect(shop.fired.filter(({ favours }) => favours === 'python')).toEqual([]);
  expect([shop.choice, shop.strength]).toEqual(['node', 'close']);
  // A hint alone decides nothing.
  expect(decide('!machine-learning')).toMatchObject({ choice: 'depends', lean: 'node' });
  expect(decide('!machine-learning', 'analytics')).toMatchObject({ choice: 'python' });
});

test('live dashboards on own models: both, each part with its needs and its framework', () => {
  const result = decide('real-time', 'analytics', 'machine-learning');
  expect(result.choice).toBe('both');
  expect(result.parts).toEqual([
    { option: 'node', needs: ['real-time'] },
    { option: 'python', needs: ['machine-learning', 'analytics'] },
  ]);
  expect(result.frameworks.map(({ id }) => id)).toEqual(['nestjs', 'fastapi']);
  // When one language would do.
  expect(result.flips.map(shown).slice(0, 2)).toEqual([
    'real-time absent: python',
    'machine-learning absent: node',
  ]);
});

// What the sources say, where a weight could easily say more.

test.each([
  // No winner.
  [['iot'], 'depends', undefined],
  [['low-memory'], 'depends', undefined],
  [['llm-integration'], 'depends', undefined],
  [['team-javascript', 'team-python'], 'depends', undefined],
  // Weakly one side.
  [['microservices'], 'node', 'close'],
  [['debuggability'], 'python', 'close'],
  // Streaming and processing are told apart.
  [['streaming'], 'node', 'clear'],
  [['data-processing'], 'python', 'clear'],
  [['type-safety'], 'node', 'solid'],
  // A team's skill decides what nothing else does, and does not beat a core need of another kind.
  [['web-backend', 'team-python'], 'python', 'clear'],
  [['content-management', 'team-javascript'], 'node', 'close'],
  [['machine-learning', 'team-javascript'], 'python', 'close'],
  [['data-processing', 'team-javascript'], 'python', 'close'],
  [['high-concurrency', 'real-time', 'team-python'], 'node', 'close'],
  // That a skill is missing is a nudge.
  [['!team-python'], 'node', 'close'],
  [['!team-javascript', 'real-time'], 'node', 'solid'],
] as const)('%s: %s %s', (terms, choice, strength) => {
  const result = decide(...terms);
  expect(result.choice).toBe(choice);
  if (strength) expect(result.strength).toBe(strength);
  else expect(result.lean).toBeUndefined();
});

test('hosting cost says nothing where data is processed', () => {
  expect(decide('infrastructure-cost').fired.map(({ rule }) => rule)).toEqual(['hosting-bill']);
  expect(decide('infrastructure-cost', 'data-processing').fired.map(({ rule }) => rule)).toEqual([
    'data-pipelines',
  ]);
});

// What holds of every rule.

test.each(rules.map((rule) => [rule.id, rule] as const))(
  '%s is a reason that can stand in an answer',
  (_, rule) => {
    expect(rule.because.length).toBeLessThanOrEqual(130);
    expect(rule.because).toMatch(/^[A-Z].*[^.]\.$/);
    expect(rule.weight * 4).toBe(Math.round(rule.weight * 4));
    expect(rule.weight).toBeGreaterThan(0);
    expect(decide(...rule.when).fired.map((fired) => fired.rule)).toContain(rule.id);
  },
);

/** Rules too light to pick an option. */
const hints = rules.filter(({ weight }) => weight * unitsPerPoint <= leadToPick);

test('a hint alone leaves the matter open, two for the same side decide', () => {
  const sides = options.map(({ id }) => hints.filter(({ favours }) => favours === id));
  for (const { id, when, favours } of hints) {
    // Where the other side has its hint on the same need, neither is ahead.
    const against = decide(...when).fired.some((fired) => fired.favours !== favours);
    expect(decide(...when), id).toMatchObject({ choice: 'depends', ...(against ? {} : { lean: favours }) });
  }
  const pairs = sides.flatMap((own) =>
    own.flatMap((one, at) => own.slice(at + 1).map((other) => [one, other] as const)),
  );
  const decided = pairs.filter(([one, other]) => {
    const { fired, choice } = decide(...one.when, ...other.when);
    const alone = fired.length === 2 && fired.every(({ favours }) => favours === one.favours);
    if (alone) expect(choice, `${one.id} and ${other.id}`).toBe(one.favours);
    return alone;
  });
  expect(decided.length).toBeGreaterThan(0);
});

test('each core need splits a system if it is surely heard', () => {
  const core = rules.filter((rule) => rule.core);
  expect(core.length).toBeGreaterThan(0);
  expect(core.filter(({ weight }) => weight * unitsPerPoint < coreOfPart).map(({ id }) => id)).toEqual([]);
});

test('each requirement has a rule, and its rules say different things', () => {
  const spoken = new Set(rules.flatMap(({ when }) => when));
  expect(requirements.map(({ id }) => id).filter((id) => !spoken.has(id))).toEqual([]);
  expect(new Set(rules.map(({ because }) => because)).size).toBe(rules.length);
});

test('each exception changes what its rule gives', () => {
  const changes = rules.flatMap((rule) =>
    rule.except.map((exception) => {
      const points = (...terms: readonly string[]) =>
        decide(...terms).fired.find((fired) => fired.rule === rule.id)?.points ?? 0;
      return points(...rule.when) - points(...rule.when, ...exception.when);
    }),
  );
  expect(changes.length).toBeGreaterThan(0);
  expect(changes.filter((change) => change === 0)).toEqual([]);
});
