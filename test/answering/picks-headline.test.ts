import { expect, test } from 'vitest';
import type { Conversation } from '../../src/domain/conversation.ts';
import type { Recommendation } from '../../src/domain/recommendation.ts';
import { conversation, createBoats, fired, inForce, recommendation } from './boats.ts';

/** What the answer opens with, given what stood before. */
const headline = (
  made: Partial<Recommendation>,
  before: Partial<Conversation> = {},
  now: Partial<Conversation> = {},
): string => {
  const earlier = conversation(before);
  const { picks } = createBoats();
  return picks
    .body(recommendation(made), earlier, conversation({ standing: earlier.standing, ...now }))
    .headline.text.trim();
};

const parts = [
  { option: 'sail', needs: ['distance', 'cargo'] },
  { option: 'motor', needs: ['hurry'] },
];
const shared = 'Sail for long distance and heavy cargo and Motor for a hurry';

test.each<[why: string, made: Partial<Recommendation>, text: string]>([
  [
    'clear',
    { strength: 'clear', points: { sail: 3, motor: 0 } },
    'pick.clear Sail reasons.points 3 reasons.no-points',
  ],
  [
    'solid',
    { strength: 'solid', points: { sail: 3, motor: 1 } },
    'pick.solid Sail reasons.points 3 reasons.one-point',
  ],
  [
    'close, to one decimal',
    { strength: 'close', points: { sail: 1.3125, motor: 1.25 } },
    'pick.close Sail reasons.points 1.3 reasons.points 1.3',
  ],
  ['both', { choice: 'both', parts }, `both.headline ${shared}`],
  ['open with a lean', { choice: 'depends', lean: 'motor' }, 'open.lean Motor'],
])('first answer, %s', (_, made, text) => {
  expect(headline(made)).toBe(text);
});

test('open without a lean tells nothing said from both ways', () => {
  expect(headline({ choice: 'depends', fired: [] })).toBe('open.nothing-said');
  expect(headline({ choice: 'depends' }, {}, { requirements: inForce('distance') })).toBe('open.level');
});

const stood = (choice: string, strength: 'clear' | 'solid' | 'close' = 'clear') => ({
  standing: { choice, lean: null, strength },
});
test.each<[why: string, before: ReturnType<typeof stood>, made: Partial<Recommendation>, text: string]>([
  ['the same, as sure', stood('sail'), {}, 'pick.still-same Sail strength.clear'],
  [
    'the same, less sure',
    stood('sail'),
    { strength: 'close' },
    'pick.still Sail strength.close strength.clear',
  ],
  ['the other', stood('motor'), { strength: 'solid' }, 'pick.now Sail strength.solid Motor'],
  ['one where both were', stood('both'), {}, 'pick.now Sail strength.clear outcome.both'],
  ['one where it was open', stood('depends', 'close'), {}, 'pick.now Sail strength.clear outcome.depends'],
  ['both where one was', stood('sail'), { choice: 'both', parts }, `both.now Sail ${shared}`],
  ['both as before', stood('both'), { choice: 'both', parts }, `both.headline ${shared}`],
  ['open where one was', stood('sail'), { choice: 'depends', lean: 'sail' }, 'open.now Sail'],
  ['open as before', stood('depends'), { choice: 'depends', lean: 'sail' }, 'open.lean Sail'],
])('after another answer: %s', (_, before, made, text) => {
  expect(headline(made, before)).toBe(text);
});

test('in another project nothing is "still" or "now"', () => {
  const made = { points: { sail: 2, motor: 0 } };
  expect(headline(made, stood('motor'), { standing: null })).toBe(
    'pick.clear Sail reasons.points 2 reasons.no-points',
  );
});

test('the last option left is said to be that, whatever stood before', () => {
  expect(headline({}, stood('motor'), { ruledOut: ['motor'] })).toBe('pick.only-left Sail Motor');
});

test('a choice within an option is said to be that, and nothing could turn it', () => {
  expect(headline({}, conversation(), { unasked: ['motor'] })).toBe('pick.within Sail');
  const { picks } = createBoats();
  const { blocks } = picks.body(recommendation({}), conversation(), conversation({ unasked: ['motor'] }));
  expect(JSON.stringify(blocks)).not.toContain('flips.');
});

test('with none left, nothing is weighed or shown', () => {
  const { picks } = createBoats();
  const body = picks.body(
    recommendation({ choice: 'depends' }),
    conversation(),
    conversation({ ruledOut: ['sail', 'motor'] }),
  );
  expect([body.headline.text.trim(), body.blocks]).toEqual(['pick.none-left', []]);
});

test('a headline comes from the rules that carried it', () => {
  const { picks } = createBoats();
  const { headline: made } = picks.body(
    recommendation({ fired: [fired('sail', ['distance']), fired('motor', ['hurry'])] }),
    conversation(),
    conversation(),
  );
  expect(made.from).toEqual([
    { kind: 'voice', id: 'pick.clear' },
    { kind: 'rule', id: 'sail-distance' },
    { kind: 'rule', id: 'motor-hurry' },
  ]);
});
