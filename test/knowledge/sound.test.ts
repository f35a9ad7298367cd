import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { beforeAll, describe, expect, test } from 'vitest';
import { createDecider } from '../../src/decision/create-decider.ts';
import type { Knowledge } from '../../src/domain/knowledge.ts';
import { thingsSchema } from '../../src/domain/things.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { printProblem } from '../../src/knowledge/problems.ts';
import { walk } from '../../src/knowledge/walk.ts';

/** The house checks its own knowledge: what loading cannot know is wrong. */
const folder = fileURLToPath(new URL('../../knowledge', import.meta.url));
let knowledge: Knowledge;

beforeAll(() => {
  const result = loadKnowledge(folder);
  if ('problems' in result) throw new Error(result.problems.map(printProblem).join('\n'));
  knowledge = result.knowledge;
});

/** Everything that the bot may say as a fact, with the id of what holds it. */
const sentences = (): readonly (readonly [id: string, text: string])[] => [
  ...knowledge.units.flatMap((unit) => unit.statements.map(({ id, text }) => [id, text] as const)),
  ...knowledge.rules.flatMap(({ id, because, except }) =>
    [because, ...except.map((each) => each.because)].map((text) => [id, text] as const),
  ),
  ...knowledge.cards.flatMap(({ id, says, caveat }) =>
    [says, ...(caveat ? [caveat.text] : [])].map((text) => [id, text] as const),
  ),
  ...knowledge.disputes.flatMap(({ id, sides, goBy }) =>
    [...sides.map(({ claim }) => claim), goBy.text].map((text) => [id, text] as const),
  ),
  ...knowledge.corrections.flatMap(({ id, answer }) => answer.map(({ text }) => [id, text] as const)),
  ...knowledge.options.flatMap((option) => [
    [option.id, option.part.text] as const,
    ...option.frameworks.map((framework) => [framework.id, framework.for] as const),
  ]),
];

test('the frozen knowledge names every source at least once', () => {
  const named = new Set<unknown>();
  walk(knowledge, (field, ids) => {
    if (field === 'sources' && Array.isArray(ids)) for (const id of ids) named.add(id);
  });
  expect(knowledge.sources.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
});

test('every rule counts where its own needs are all there is', () => {
  const { decide } = createDecider(knowledge);
  const silent = knowledge.rules.filter(({ id, when }) => {
    const needs = when.map((need) =>
      need.startsWith('!')
        ? ({ id: need.slice(1), stance: 'excluded' } as const)
        : ({ id: need, stance: 'required' } as const),
    );
    return !decide(needs, []).fired.some((fired) => fired.rule === id);
  });
  expect(silent.map(({ id }) => id)).toEqual([]);
});

test('every phrase file of knowledge/things is about a requirement, and sound', () => {
  const known = new Set(knowledge.requirements.map(({ id }) => id));
  const things = join(folder, 'things');
  const files = readdirSync(things, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.yaml'))) {
    expect(known).toContain(basename(file, '.yaml'));
    expect(
      thingsSchema.safeParse(load(readFileSync(join(things, file), 'utf8'))).error,
      file,
    ).toBeUndefined();
  }
});

describe('sentences', () => {
  test('end like sentences', () => {
    expect(sentences().filter(([, text]) => !/[.?!]$/.test(text))).toEqual([]);
  });

  test('of a topic stand alone: any of them may come first in an answer', () => {
    const leaning = /^(?:It|Its|They|Their|Them|This|These|Those|So|Or|But|And|He|She)\b/;
    const statements = knowledge.units.flatMap((unit) => unit.statements);
    expect(statements.filter(({ text }) => leaning.test(text)).map(({ id }) => id)).toEqual([]);
  });

  test('of a unit fit a phone screen together', () => {
    const long = knowledge.units.filter(
      (unit) => unit.statements.reduce((length, { text }) => length + text.length, 0) > 900,
    );
    expect(long.map(({ id }) => id)).toEqual([]);
  });
});

test('what only the least reliable source says is said with its year, so that nobody takes it for settled', () => {
  const doubtful = knowledge.sources.filter((source) => source.reliability === 'low');
  const unmarked = doubtful.flatMap(({ id: source, date }) => {
    const alone = ({ sources }: { readonly sources: readonly string[] }) =>
      sources.every((id) => id === source);
    return [
      ...knowledge.units.flatMap((unit) => unit.statements.filter(alone)),
      ...knowledge.cards.filter(alone).map(({ id, says }) => ({ id, text: says })),
      ...knowledge.rules.filter(alone).map(({ id, because }) => ({ id, text: because })),
    ].filter(({ text }) => !text.includes(date.slice(0, 4)) && !text.includes('oldest source'));
  });
  expect(unmarked.map(({ id }) => id)).toEqual([]);
});

test('no question is written down for two places, for only one of them could answer it', () => {
  const places = new Map<string, Set<string>>();
  const note = (id: string, asked: readonly string[]): void => {
    for (const question of asked) {
      const plain = question.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '');
      places.set(plain, (places.get(plain) ?? new Set()).add(id));
    }
  };
  for (const unit of knowledge.units) {
    note(unit.id, unit.asked);
    for (const { asked } of unit.statements) note(unit.id, asked);
  }
  for (const { id, asked } of [...knowledge.cards, ...knowledge.disputes, ...knowledge.corrections])
    note(id, asked);
  const twice = [...places].filter(([, ids]) => ids.size > 1);
  expect(twice.map(([question, ids]) => `${question}: ${[...ids].join(', ')}`)).toEqual([]);
});

describe('numbers', () => {
  type Measured = { readonly kind: string; readonly value: number };

  const kinds: Readonly<Record<string, string>> = {
    '%': '%',
    ms: 'ms',
    s: 'ms',
    MB: 'MB',
    'req/s': 'req/s',
    'requests a second': 'req/s',
    months: 'months',
    x: 'x',
    times: 'x',
    'x fewer': 'x',
  };
  const scales: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, million: 1e6, billion: 1e9, s: 1e3 };

  /** "95-145k USD" → 95,000 and 145,000; numbers without a unit are names (Python 3.11) and pass. */
  const measuredIn = (text: string): readonly Measured[] =>
    [
      ...text.matchAll(
        /(?<![\w.])(\d[\d,]*(?:\.\d+)?)(?:-(\d[\d,]*(?:\.\d+)?))?\s?(%|ms\b|s\b|MB\b|req\/s|requests a second|months|x\b|times|k\b|M\b|million|billion)/g,
      ),
    ].flatMap(([, from = '', to, unit = '']) =>
      [from, to].flatMap((digits) =>
        digits === undefined
          ? []
          : [
              {
                kind: kinds[unit] ?? 'count',
                value: Number(digits.replaceAll(',', '')) * (scales[unit] ?? 1),
              },
            ],
      ),
    );

  const keyOf = ({ kind, value }: Measured): string => `${value.toPrecision(6)} ${kind}`;

  /** What the figures give: their amounts, and the ratios within small sets, rounded as people round them. */
  const onCards = (): ReadonlySet<string> => {
    const keys = new Set<string>();
    for (const { sets } of knowledge.cards) {
      for (const { unit, figures } of sets) {
        const amounts = figures.flatMap(({ amount }) =>
          Object.values(amount).filter((value) => typeof value === 'number'),
        );
        for (const value of amounts)
          keys.add(keyOf({ kind: kinds[unit] ?? 'count', value: value * (scales[unit] ?? 1) }));
        if (figures.length > 5) continue;
        for (const a of amounts) {
          for (const b of amounts) {
            for (const places of [0, 1, 2])
              keys.add(keyOf({ kind: 'x', value: Number((a / b).toFixed(places)) }));
          }
        }
      }
    }
    return keys;
  };

  test('are read with their unit and scale', () => {
    expect(
      measuredIn('Python 3.11 took 95-145k USD, 20-40%, 0.8 s and 2.5 million; 52,000 requests a second').map(
        keyOf,
      ),
    ).toEqual(
      [95e3, 145e3]
        .map((value) => keyOf({ kind: 'count', value }))
        .concat(['20.0000 %', '40.0000 %', '800.000 ms', '2.50000e+6 count', '52000.0 req/s']),
    );
  });

  test('in a sentence stand on a card as well', () => {
    const known = onCards();
    const numbers = sentences().flatMap(([id, text]) =>
      measuredIn(text).map((measured) => [id, keyOf(measured)] as const),
    );
    // Should the reading of numbers break, it would find none to check.
    expect(numbers.length).toBeGreaterThan(100);
    expect(numbers.filter(([, key]) => !known.has(key))).toEqual([]);
  });
});
