import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFolder, fold } from '../../src/text/fold.ts';

const folder = createFolder({
  spellings: [
    { as: 'nodejs', forms: ['node.js', 'node js', 'nodejs', 'node'] },
    { as: 'python', forms: ['python', 'py'] },
  ],
});
const words = (text: string): string =>
  folder
    .fold(text)
    .tokens.map((token) => token.text)
    .join(' ');

test.each([
  ['spellings of a name meet', 'Node.js, NodeJS, node js, node-js', 'nodejs , nodejs , nodejs , nodejs'],
  ['an ending after a dot is glued, and its name is not the plain word', 'socket.io', 'socketio'],
  ['case endings after an apostrophe come off', "Python'da ve Node.js'i", 'python da ve nodejs i'],
  ['rates meet', '300 RPS, 300 req/s, 300 requests per second', '300 req/s , 300 req/s , 300 req/s'],
  ['thousands meet', '50,000 50 000 50.000 50k 50 mil 5万', '50000 50000 50000 50000 50000 50000'],
  ['millions meet, and a plus goes', '2.5M+ 2.5 million 2,5 Mio.', '2500000 2500000 2500000 .'],
  ['a list is not a decimal', '1,2,3', '1 , 2 , 3'],
  ['versions and percentiles stay whole', '3.11+ v1.2.3 p99 h264', '3.11 v1.2.3 p99 h264'],
  ['units leave their number', '45ms 512MB', '45 ms 512 mb'],
  ['digits that begin a word stay in it', '3d 2fa', '3d 2fa'],
  ['marks that are part of a name stay', 'C#, C++ and .NET', 'c# , c++ and .net'],
  ['joined words meet', 'real-time real time realtime', 'realtime realtime realtime'],
  ['i/o and cold starts', 'I/O cold-starts full-stack', 'i/o coldstart fullstack'],
  ['contractions without apostrophe meet theirs', 'dont don’t cannot', "don't don't can't"],
  ['emphasis, backticks, money and tilde go', '*we* `node` ~$5k', 'we nodejs 5000'],
  [
    'a dot without a space may end a sentence',
    'It works.Then not. e.g. this',
    'it works . then not . eg this',
  ],
  ['French elision is kept apart, so that the noun matches', "l'équipe n'a pas", "l' équipe n' a pas"],
  ['writing without spaces becomes single characters', 'Nodeで作る', 'nodejs で 作 る'],
  ['runs of signs are one', 'why???? ... --', 'why ? … —'],
  ['no-code is a name, not a denial', 'no-code and non-profit', 'nocode and nonprofit'],
])('tokens: %s', (_, text, expected) => {
  expect(words(text)).toBe(expected);
});

test.each([
  ['mentions', '<@U123> hi <!channel> <#C1|general> there', 'hi there'],
  [
    'labelled links keep their label',
    'see <https://x.y|our docs> and [this](https://z.z)',
    'see our docs and this',
  ],
  ['bare links', 'look at https://a.b/c?d=e, ok', 'look at , ok'],
  ['tags and entities', '&lt;b&gt;bold&lt;/b&gt; a &amp; b', 'bold a & b'],
  ['zero-width, overrides, lone surrogates', 'real\u200btime \u202eevil \ud800 end', 'realtime evil end'],
  ['a mention that opens the message', '@advisor what if', 'what if'],
  ['packages keep their name', 'we use @scope/core', 'we use scope core'],
])('removed: %s', (_, text, expected) => {
  expect(words(text)).toBe(expected);
});

test('fences, pasted objects and manifests are code, not words', () => {
  const folded = fold(
    'which?\n```js\nconst a = 1\n```\n{"dependencies": {"a": "^4"}} or\nFROM b:3\nRUN c d\n\nthanks',
  );
  expect(folded.code).toEqual(['const a = 1', '{"dependencies": {"a": "^4"}}', 'FROM b:3\nRUN c d']);
  expect(folded.text.split(/\s+/)).toEqual(['which?', 'or', 'thanks']);
});

test('a list of needs written in lines is no manifest', () => {
  const folded = fold('users: 500\nteam: 3\n- live chat\n- a shop');
  expect(folded.code).toEqual([]);
});

test('quotations are found by either mark and by quoted lines', () => {
  const folded = fold("he said \"use this one\" and 'that one', it's fine\n> old line\nnew");
  const quoted = folded.quoted.map(([from, to]) =>
    folded.tokens
      .slice(from, to)
      .map((token) => token.text)
      .join(' '),
  );
  expect(quoted).toEqual(['use this one', 'that one', 'old line']);
});

test('whatever is written: it folds, offsets fit the text, nothing invisible stays', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '<',
      '`',
      '```',
      '{"a":',
      '}',
      '1,000',
      'node.js',
      '\n> ',
      '"',
      "'",
      '&lt;',
      '<@U1>',
      'ﷺ',
      '\ud800',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const folded = folder.fold(pieces.join(''));
      expect(folded.text).not.toMatch(/[\p{Cf}\p{Cs}]/u);
      let before = 0;
      for (const token of folded.tokens) {
        expect(token.start).toBeGreaterThanOrEqual(before);
        expect(token.end).toBeGreaterThan(token.start);
        expect(token.end).toBeLessThanOrEqual(folded.text.length);
        expect(token.text).not.toBe('');
        before = token.end;
      }
    }),
    { numRuns: 500, seed: 7 },
  );
});

test('folding what was folded changes no token', () => {
  const letters = fc.constantFrom('a', 'Node.js', 'é', ' ', ' ', '.', ',', '50k', 'don’t', '作', '-', '?');
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 40 }), (pieces) => {
      const once = folder.fold(pieces.join(''));
      const twice = folder.fold(once.text);
      expect(twice.tokens).toEqual(once.tokens);
    }),
    { numRuns: 300, seed: 7 },
  );
});

test('a name with a mark ends where the text does', () => {
  const { text, tokens } = fold('rather c#');
  expect(tokens.at(-1)).toMatchObject({ text: 'c#', end: text.length });
});
