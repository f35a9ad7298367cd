import { expect, test } from 'vitest';
import type { Flip, Recommendation } from '../../src/domain/recommendation.ts';
import {
  blocksOf,
  conversation,
  createBoats,
  fired,
  inForce,
  readBoats,
  recommendation,
  said,
} from './boats.ts';

const bodyOf = (made: Partial<Recommendation>) =>
  createBoats().picks.body(recommendation(made), conversation(), conversation());

const rules = (favours: string, count: number) =>
  Array.from({ length: count }, (_, at) => fired(favours, [`${favours}-${at}`], 9 - at));

const reasonsIn = (made: Partial<Recommendation>) =>
  blocksOf(bodyOf(made).blocks, 'list')
    .flatMap(({ items }) => items.flatMap(({ sentences }) => sentences))
    .flatMap(({ from }) => (from[0]?.kind === 'rule' ? from[0].id : []));

test.each<[why: string, speaks: number, against: number, shown: readonly [number, number]]>([
  ['all of a few', 2, 1, [2, 1]],
  ['no more than four', 6, 0, [4, 0]],
  ['one against, however much speaks for it', 6, 3, [3, 1]],
  ['as many against as there is room', 1, 6, [1, 3]],
  ['nothing for it', 0, 6, [0, 4]],
])('reasons: %s', (_, speaks, against, [shownFor, shownAgainst]) => {
  const shown = reasonsIn({ fired: [...rules('sail', speaks), ...rules('motor', against)] });
  expect(shown).toEqual([
    ...rules('sail', shownFor).map(({ rule }) => rule),
    ...rules('motor', shownAgainst).map(({ rule }) => rule),
  ]);
});

test('a reason stands under its need, with its rule and its source', () => {
  const [list] = blocksOf(bodyOf({}).blocks, 'list');
  expect(list?.items).toMatchObject([
    {
      label: 'Long distance',
      sentences: [{ from: [{ kind: 'rule', id: 'sail-distance' }], sources: ['paper'] }],
    },
  ]);
});

test('a rule that fired because something is missing says so in its label', () => {
  const now = conversation({ requirements: inForce('!distance', 'cargo') });
  const made = recommendation({ fired: [fired('sail', ['distance', 'cargo'])] });
  const { picks } = createBoats();
  for (const { blocks } of [picks.body(made, conversation(), now), picks.whyNot(made, 'motor', now)]) {
    expect(blocksOf(blocks, 'list')[0]?.items[0]?.label).toBe(
      'Understood.excluded long distance and heavy cargo',
    );
  }
});

test('open, each option has its say; one that nothing speaks for says what it is for', () => {
  const texts = said(bodyOf({ choice: 'depends', fired: rules('sail', 3) }).blocks);
  expect(texts.slice(0, 2)).toEqual([
    'Sail: sail is for sail-0 sail is for sail-1',
    'Motor: Motor takes the harbour.',
  ]);
});

test('why: points for and against, and every reason with its points', () => {
  const { headline, blocks } = createBoats().picks.reasons(
    recommendation({
      points: { sail: 4.5, motor: 1 },
      fired: [fired('sail', ['distance'], 4.5), fired('motor', ['hurry'], 1)],
    }),
    conversation(),
  );
  expect([headline.text, ...said(blocks)]).toEqual([
    'reasons.headline Sail reasons.points 4.5 reasons.one-point',
    'Long distance, reasons.points 4.5: sail is for distance',
    'reasons.against',
    'A hurry, reasons.one-point: motor is for hurry',
  ]);
});

test.each<[why: string, made: Partial<Recommendation>, texts: readonly string[]]>([
  ['nothing was said', { choice: 'depends', fired: [] }, ['reasons.none']],
  [
    'nothing speaks against',
    { points: { sail: 2, motor: 0 } },
    [
      'reasons.headline Sail reasons.points 2 reasons.no-points',
      'Long distance, reasons.points 2: sail is for distance',
      'reasons.nothing-against Sail',
    ],
  ],
  [
    'nothing speaks for the last one left',
    { points: { sail: 0, motor: 2 }, fired: [fired('motor', ['hurry'])] },
    [
      'reasons.headline Sail reasons.no-points reasons.points 2',
      'reasons.against',
      'A hurry, reasons.points 2: motor is for hurry',
    ],
  ],
])('why: %s', (_, made, texts) => {
  const { headline, blocks } = createBoats().picks.reasons(recommendation(made), conversation());
  expect([headline.text, ...said(blocks)].map((text) => text.trim())).toEqual(texts);
  expect(blocksOf(blocks, 'list').every(({ items }) => items.length > 0)).toBe(true);
});

test('an exception that changed the points says why', () => {
  const knowledge = readBoats();
  const except = [
    { when: ['cargo'], effect: 'weaken' as const, because: 'A full hold is slow.', sources: ['paper'] },
  ];
  const { picks } = createBoats({
    ...knowledge,
    rules: knowledge.rules.map((rule) => ({ ...rule, except })),
  });
  const weakened = { ...fired('sail', ['distance'], 1), exception: 0 };
  const [list] = blocksOf(
    picks.reasons(recommendation({ fired: [weakened] }), conversation()).blocks,
    'list',
  );
  expect(list?.items[0]?.sentences[1]).toMatchObject({
    text: 'reasons.exception A full hold is slow.',
    from: [{ kind: 'voice' }, { kind: 'rule', id: 'sail-distance' }],
    sources: ['paper'],
  });
});

test.each<[option: string, texts: readonly string[]]>([
  [
    'motor',
    [
      'reasons.why-not Motor',
      'Long distance: sail is for distance',
      'reasons.for',
      'A hurry: motor is for hurry',
    ],
  ],
  [
    'sail',
    [
      'reasons.why-not Sail',
      'A hurry: motor is for hurry',
      'reasons.for',
      'Long distance: sail is for distance',
    ],
  ],
])('why not %s', (option, texts) => {
  const made = recommendation({ fired: [fired('sail', ['distance']), fired('motor', ['hurry'])] });
  const { headline, blocks } = createBoats().picks.whyNot(made, option, conversation());
  expect([headline.text, ...said(blocks)].map((text) => text.trim())).toEqual(texts);
});

test('why not what nothing speaks against', () => {
  const { headline, blocks } = createBoats().picks.whyNot(recommendation(), 'sail', conversation());
  expect([headline.text, ...said(blocks)].map((text) => text.trim())).toEqual([
    'reasons.nothing-against Sail',
    'reasons.for',
    'Long distance: sail is for distance',
  ]);
});

const flip = (changes: Flip['changes'], choice = 'motor'): Flip => ({ changes, choice });
test.each<[why: string, before: readonly string[], made: Flip, text: string]>([
  ['a need more', [], flip([{ id: 'hurry', to: 'required' }]), 'flips.one it had a hurry Motor'],
  ['a need denied', [], flip([{ id: 'hurry', to: 'excluded' }]), 'flips.one it had no a hurry Motor'],
  ['a need gone', ['cargo'], flip([{ id: 'cargo', to: 'absent' }]), 'flips.one it had no heavy cargo Motor'],
  ['a denial gone', ['!cargo'], flip([{ id: 'cargo', to: 'absent' }]), 'flips.one it had heavy cargo Motor'],
  ['to both', [], flip([{ id: 'hurry', to: 'required' }], 'both'), 'flips.one it had a hurry outcome.both'],
  [
    'two at once',
    ['cargo'],
    flip([
      { id: 'cargo', to: 'absent' },
      { id: 'hurry', to: 'required' },
    ]),
    'flips.one it had no heavy cargo and it had a hurry Motor',
  ],
])('what would change it: %s', (_, before, made, text) => {
  const now = conversation({ requirements: inForce(...before) });
  const { blocks } = createBoats().picks.flips(recommendation({ flips: [made] }), now);
  expect(said(blocks)).toEqual([text]);
});

test.each<[why: string, made: Partial<Recommendation>, text: string, count: number]>([
  ['nothing was said', { fired: [], flips: [] }, 'flips.nothing-said', 0],
  ['nothing would', { flips: [] }, 'flips.none', 0],
  [
    'much would',
    { flips: Array.from({ length: 9 }, () => flip([{ id: 'hurry', to: 'required' }])) },
    'flips.headline Sail',
    3,
  ],
])('what would change it: %s', (_, made, text, count) => {
  const { headline, blocks } = createBoats().picks.flips(recommendation(made), conversation());
  expect(headline.text.trim()).toBe(text);
  expect(said(blocks)).toHaveLength(count);
});

test('a question is asked with its three replies, or not at all; none holds up a clear pick', () => {
  const { picks } = createBoats();
  const nextQuestion = { id: 'hurry', ifYes: 'motor', ifNo: 'sail' } as const;
  expect(picks.question(recommendation({ strength: 'close' }))).toEqual([]);
  expect(picks.question(recommendation({ strength: 'clear', nextQuestion }))).toEqual([]);
  const asked = picks.question(recommendation({ strength: 'close', nextQuestion }));
  expect(said(asked)).toEqual(['question.open Does it have a hurry?']);
  expect(blocksOf(asked, 'choices')[0]?.choices.map(({ id }) => id)).toEqual([
    'answer.hurry.yes',
    'answer.hurry.no',
    'answer.hurry.unknown',
  ]);
});

test('understood is one line with the messages it came from, or nothing', () => {
  const { picks } = createBoats();
  expect(picks.understood(conversation())).toBeNull();
  const block = picks.understood(
    conversation({ requirements: inForce('distance', '!cargo', '~hurry'), ruledOut: ['motor'] }),
  );
  expect(block).toMatchObject({
    kind: 'understood',
    sentence: {
      text: 'understood.list long distance, understood.excluded heavy cargo, understood.preferred a hurry, understood.ruled-out Motor',
      from: [
        { kind: 'voice' },
        { kind: 'said', id: 'm1' },
        { kind: 'said', id: 'm1' },
        { kind: 'said', id: 'm1' },
      ],
    },
  });
});
