import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { createScope, type Judgement, type Span } from '../../src/understanding/scope.ts';

const scope = createScope();

const judge = (text: string, mention: string): Judgement => {
  const folded = fold(text);
  const sought = fold(mention).tokens.map((token) => token.text);
  const from = folded.tokens.findIndex((_, at) =>
    sought.every((word, offset) => folded.tokens[at + offset]?.text === word),
  );
  expect(from, `"${mention}" stands in "${text}"`).toBeGreaterThanOrEqual(0);
  const [judgement] = scope.judge(folded, [[from, from + sought.length]]);
  if (judgement === undefined) throw new Error('no judgement');
  return judgement;
};

// [why, message, excluded mentions, wanted mentions]
const cases: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  ['a negation ends at a contrast', 'not for charts, just forms', ['charts'], ['forms']],
  [
    'an answering "no" denies nothing by itself',
    "no, live maps aren't needed but reports are",
    ['live maps'],
    ['reports'],
  ],
  ['neither and nor', 'we need neither charts nor maps, only forms', ['charts', 'maps'], ['forms']],
  [
    'a negated verb of need after its subject',
    "live maps aren't required, charts are",
    ['live maps'],
    ['charts'],
  ],
  ['a negated verb of need before its object', "we don't need charts", ['charts'], []],
  [
    'a list goes on after a comma when joined at its end',
    'no charts, maps or reports. A shop.',
    ['charts', 'maps', 'reports'],
    ['shop'],
  ],
  ['a comma ends a negated noun', 'no charts, live maps for 500 drivers', ['charts'], ['live maps']],
  ['a circumstance is not what is denied', 'no charts for our shop', ['charts'], ['shop']],
  ['not only is no denial', 'not only charts but maps', [], ['charts', 'maps']],
  ['nobody wants what is bad: its denial is a wish', 'no lag on the live map', [], ['live map']],
  ['a negation in a condition denies nothing', "tell me if charts don't load", [], ['charts']],
  ['out of scope, after its subject', 'charts are out of scope, maps are in', ['charts'], ['maps']],
  ['a header with a list', 'Out of scope: charts, maps. In: forms', ['charts', 'maps'], ['forms']],
  ['instead of', 'maps instead of charts', ['charts'], ['maps']],
  ['delegated to somebody', 'charts are handled by another team, we do the maps', ['charts'], ['maps']],
  ['delegation that comes back', 'charts are handled by us', [], ['charts']],
  ['bought', 'the maps come from a vendor. We make reports', ['maps'], ['reports']],
  ['answered by a question mark', 'charts? nope. maps', ['charts'], ['maps']],
  ['a bare "no" after the thing', 'charts no, maps yes', ['charts'], ['maps']],
  [
    'the sentence after denies the one before',
    "Our boss wants charts. We don't. Maps matter",
    ['charts'],
    ['Maps'],
  ],
  ['German, verb and negation last', 'Karten brauchen wir nicht, nur Berichte', ['Karten'], ['Berichte']],
  ['French', "pas de cartes, juste des rapports pour l'équipe", ['cartes'], ['rapports']],
  ['Spanish', 'no necesitamos mapas, solo reportes para el equipo', ['mapas'], ['reportes']],
  ['Russian', 'карты нам не нужны, нужны отчеты', ['карты'], ['отчеты']],
  ['Turkish, negation last', 'haritalar gerekmiyor, raporlar lazım', ['haritalar'], ['raporlar']],
  ['Japanese, negation last', '地図は不要です。帳票が必要です', ['地図'], ['帳票']],
  ['Chinese', '我们不需要地图，只要报表', ['地图'], ['报表']],
  ['Indonesian', 'kami tidak perlu peta, cuma laporan', ['peta'], ['laporan']],
  ['Polish', 'nie potrzebujemy map, tylko raporty dla zespołu', ['map'], ['raporty']],
];

test.each(cases)('%s: %s', (_, text, excluded, wanted) => {
  for (const mention of excluded) expect(judge(text, mention).polarity, mention).toBe('excluded');
  for (const mention of wanted) expect(judge(text, mention).polarity, mention).toBe('wanted');
});

test('a phrase with a negation of its own is not denied by it, but by what stands around it', () => {
  const polarity = (text: string, inner: 'counts' | 'ignored'): string | undefined => {
    const folded = fold(text);
    const from = folded.tokens.findIndex((token) => token.text === 'no');
    return scope.judge(folded, [[from, from + 2]], { inner })[0]?.polarity;
  };
  expect(polarity('we have no coders here', 'counts')).toBe('excluded');
  expect(polarity('we have no coders here', 'ignored')).toBe('wanted');
  expect(polarity('the no coders rule is out of scope', 'ignored')).toBe('excluded');
});

test('a hedge makes a wish weaker', () => {
  expect(judge('maybe some charts, and forms', 'charts').polarity).toBe('preferred');
  expect(judge('charts would be nice to have', 'charts').polarity).toBe('preferred');
});

test('what is scrapped is dropped rather than denied', () => {
  expect(judge('scrap the charts', 'charts').polarity).toBe('dropped');
  expect(judge('charts are off the table now', 'charts').polarity).toBe('dropped');
});

test('the cue is given in the words of the message', () => {
  expect(judge("Charts AREN'T needed", 'Charts').because).toEqual(["AREN'T"]);
});

test('an opinion of somebody else is marked', () => {
  expect(judge('the consultant insists on charts', 'charts').reported).toBe(true);
  expect(judge('we insist on charts', 'charts').reported).toBe(false);
});

test('a question whether it is needed is marked', () => {
  expect(judge('do we need charts?', 'charts').asked).toBe(true);
  expect(judge('we need charts', 'charts').asked).toBe(false);
});

test('each span gets one judgement, whatever is written, and no judgement depends on the other spans', () => {
  const word = fc.constantFrom(
    'no',
    'charts',
    'maps',
    'but',
    ',',
    '.',
    'not',
    "isn't",
    'needed',
    'or',
    'we',
    '?',
    'nicht',
    'later',
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 25 }), (words) => {
      const folded = fold(words.join(' '));
      const spans = folded.tokens.map((_, at): Span => [at, at + 1]);
      const together = scope.judge(folded, spans);
      expect(together).toHaveLength(spans.length);
      const alone = spans.map((span) => scope.judge(folded, [span])[0]);
      expect(alone).toEqual(together);
    }),
    { numRuns: 200, seed: 11 },
  );
});
