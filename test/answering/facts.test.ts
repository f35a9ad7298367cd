import { expect, test } from 'vitest';
import type { Hit } from '../../src/domain/finding.ts';
import { blocksOf, createBoats, readBoats, said } from './boats.ts';

const hit = (kind: Hit['kind'], id: string, lead?: string): Hit => ({
  kind,
  id,
  score: 1,
  ...(lead === undefined ? {} : { lead }),
});

const withUnit = () => {
  const knowledge = readBoats();
  const statement = (id: string, text: string) => ({ id, text, sources: ['paper'], asked: [] });
  return createBoats({
    ...knowledge,
    units: [
      {
        id: 'knots',
        title: 'Knots',
        topic: 'wind',
        about: [],
        asked: [],
        code: [{ language: 'text', text: 'over\nunder' }],
        statements: [
          statement('bowline', 'A bowline holds.'),
          statement('reef', 'A reef knot slips.'),
          statement('hitch', 'A hitch is quick.'),
        ],
      },
    ],
  });
};

test.each([
  [undefined, ['A bowline holds.', 'A reef knot slips.', 'A hitch is quick.']],
  ['reef', ['A reef knot slips.', 'A bowline holds.', 'A hitch is quick.']],
  ['no-such', ['A bowline holds.', 'A reef knot slips.', 'A hitch is quick.']],
])('a unit led by %s says all it has, the lead first', (lead, texts) => {
  const { headline, blocks, about } = withUnit().facts.body(hit('unit', 'knots', lead));
  expect([headline.text, ...said(blocks)]).toEqual(texts);
  expect(about).toEqual(['knots']);
});

test('a statement comes from itself and its sources; code follows whole', () => {
  const { headline, blocks } = withUnit().facts.body(hit('unit', 'knots', 'hitch'));
  expect(headline).toMatchObject({ from: [{ kind: 'statement', id: 'hitch' }], sources: ['paper'] });
  expect(blocksOf(blocks, 'code')).toMatchObject([{ language: 'text', text: 'over\nunder' }]);
});

test('a unit of one statement makes no empty list', () => {
  expect(createBoats().facts.body(hit('unit', 'wind-work')).blocks).toEqual([]);
});

test.each(['unit', 'card', 'dispute', 'correction'] as const)(
  '%s: an id that does not exist is a surprise',
  (kind) => {
    expect(() => createBoats().facts.body(hit(kind, 'atlantis'))).toThrow(/atlantis/);
  },
);

test('a card says its sentence, then who measured, then what it does not show', () => {
  const knowledge = readBoats();
  const caveat = { text: 'A lake is no sea.', sources: ['paper'] };
  const { facts } = createBoats({
    ...knowledge,
    cards: knowledge.cards.map((card) => ({ ...card, caveat })),
  });
  const { headline, blocks } = facts.body(hit('card', 'speeds'));
  expect(headline).toMatchObject({ text: 'Sail makes 5 knots.', from: [{ kind: 'figures', id: 'speeds' }] });
  expect(said(blocks)).toEqual(['figures.measured On a lake 1999 paper', 'A lake is no sea.']);
});

test('a dispute says what we go by, all sides, and why', () => {
  const { headline, blocks } = createBoats().facts.body(hit('dispute', 'wind'));
  expect([headline.text, ...said(blocks)]).toEqual([
    'It blows.',
    'dispute.sides',
    'It blows.',
    'It does not.',
    'dispute.go-by it was felt',
  ]);
});

test('a correction says what is right and whose claim it was, never the claim', () => {
  const { headline, blocks } = createBoats().facts.body(hit('correction', 'anchor'));
  expect([headline.text, ...said(blocks)]).toEqual(['It holds it.', 'correction.from paper']);
});

test.each([
  ['quantity', 'how heavy', [], ['unknown.quantity how heavy'], []],
  [
    'subject',
    'zeppelin',
    [hit('unit', 'wind-work')],
    ['unknown.subject zeppelin', 'unknown.nearest', 'Wind pushes sails.'],
    ['wind-work'],
  ],
  // Without a name there is nothing to be named as missing.
  ['quantity', ' ', [], ['unknown.nothing'], []],
  ['nothing', '', [], ['unknown.nothing'], []],
] as const)('not known, %s "%s"', (why, missing, nearest, texts, about) => {
  const body = createBoats().facts.unknown({ kind: 'unknown', why, missing, nearest });
  expect([body.headline.text.trim(), ...said(body.blocks).map((text) => text.trim())]).toEqual(texts);
  expect(body.about).toEqual(about);
});

test.each([
  ['a line break', 'a line\nbreak', 'a line break'],
  ['emphasis', '*loud*', 'loud'],
  ['many words', 'longer words '.repeat(30), `${'longer words '.repeat(4)}longer…`],
  ['a list', 'zeppelin, '.repeat(30), `${'zeppelin, '.repeat(6).slice(0, -2)}…`],
  ['one long word', 'x'.repeat(500), `${'x'.repeat(60)}…`],
  ['a character where it is cut', `x${'😀'.repeat(100)}`, `x${'😀'.repeat(29)}…`],
])('what is missing is named in short, on one line and plainly: %s', (_, missing, name) => {
  const { headline } = createBoats().facts.unknown({ kind: 'unknown', why: 'subject', missing, nearest: [] });
  expect(headline.text).toBe(`unknown.subject ${name}`);
});
