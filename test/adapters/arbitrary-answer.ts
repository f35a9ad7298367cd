import fc from 'fast-check';
import { sentence } from '../../src/domain/answer.ts';
import type { Answer, Block, Sentence } from '../../src/index.ts';

/** What people write to break a bot, or by accident. */
export const strange = [
  '<!channel> <!here> <@U024BE7LH> <#C024BE7LR> <!subteam^S1>',
  '@everyone @here <@&1> <@1> <#1> <:a:1>',
  '<https://example.org|click> [a](https://example.org) https://example.org www.example.org',
  '```js\nconst a = 1;\n``` and ```` more ````',
  '**bold** __u__ *i* _i_ ~~s~~ ~~~ `code` ||hidden|| # no heading',
  '# heading',
  '> quote',
  '- item',
  '1. one',
  '=== ---',
  '-# small',
  '| a | b |\n|---|---|',
  '&lt;!channel&gt; &amp;amp; &#60;!here&#62;',
  '\u202egnp.exe\u202c \u2066x\u2069 \u200b\ufeff',
  '\ud800 half \udfff',
  '\u0000\u0007\u001b[31m\u2028\u2029',
  '👩‍👩‍👧‍👦🏳️‍🌈 1️⃣',
  '=1+1',
  '@SUM(A1)',
  ' ',
  '\n\n',
  '\\',
  '\\\\*',
  '*',
  '**',
  '***',
  'Is it *Node.js*, or *both*?',
  'e\u0301'.repeat(50),
  'שלום עולם, 日本語のテキスト。',
] as const;

const fragment = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...strange) },
  { weight: 3, arbitrary: fc.lorem({ maxCount: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
);
const short = fc.array(fragment, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
const long = fc.oneof(
  fc.constantFrom('word '.repeat(2_000), 'x'.repeat(10_000), '😀'.repeat(5_000), '<!channel>'.repeat(1_000)),
  fc.array(fragment, { minLength: 100, maxLength: 300 }).map((parts) => parts.join(' ')),
);
/** Any text: mostly of the length of a label, sometimes of a book. */
export const text = fc.oneof({ weight: 30, arbitrary: short }, { weight: 1, arbitrary: long });

const sources = ['one', 'two', 'three'] as const;
const sentencesOf = (words: fc.Arbitrary<string>) =>
  fc
    .tuple(words, fc.subarray([...sources]))
    .map(([said, from]): Sentence => sentence(said, [{ kind: 'said', id: 'm1' }], from));
const sentences = sentencesOf(text);
const some = <T>(of: fc.Arbitrary<T>, max = 5) => fc.array(of, { minLength: 1, maxLength: max });
/**
 * Now and then far more than anybody would read. The thousand are `brief` ones: a thousand books would test
 * nothing that one does not, and take minutes.
 */
const many = <T>(of: fc.Arbitrary<T>, brief: fc.Arbitrary<T>) =>
  fc.oneof(
    { weight: 20, arbitrary: some(of) },
    {
      weight: 1,
      arbitrary: some(brief, 3).map((few) =>
        Array.from({ length: 1_000 }, (_, index) => few[index % few.length] as T),
      ),
    },
  );
const cellOf = (words: fc.Arbitrary<string>) =>
  fc.record({
    text: fc.oneof({ weight: 5, arbitrary: words }, { weight: 1, arbitrary: fc.constant('') }),
    align: fc.constantFrom('left' as const, 'right' as const),
  });
const table = fc
  .oneof({ weight: 10, arbitrary: fc.integer({ min: 1, max: 4 }) }, { weight: 1, arbitrary: fc.constant(30) })
  .chain((width) => {
    const rowOf = (words: fc.Arbitrary<string>) =>
      fc.array(cellOf(words), { minLength: width, maxLength: width });
    return fc.record({
      kind: fc.constant('table' as const),
      title: sentences,
      columns: rowOf(text),
      rows: width > 4 ? some(rowOf(text)) : many(rowOf(text), rowOf(fragment)),
    });
  });
const bar = fc
  .record({
    label: text,
    value: fc.double({ noNaN: true, noDefaultInfinity: true }),
    text,
    from: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, max: 0 }), { nil: undefined }),
  })
  .map(({ from, ...rest }) => (from === undefined ? rest : { ...rest, from }));

const itemOf = (words: fc.Arbitrary<string>) =>
  fc.record({ label: words, sentences: some(sentencesOf(words), 2) }, { requiredKeys: ['sentences'] });

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), sentences: some(sentences) }),
  fc.record(
    {
      kind: fc.constant('list' as const),
      title: sentences,
      ordered: fc.boolean(),
      items: many(itemOf(text), itemOf(fragment)),
    },
    { requiredKeys: ['kind', 'items'] },
  ) as fc.Arbitrary<Block>,
  table,
  fc.record({
    kind: fc.constant('chart' as const),
    title: sentences,
    unit: text,
    better: fc.constantFrom('higher' as const, 'lower' as const, 'neither' as const),
    bars: some(bar, 24),
  }),
  fc.record({ kind: fc.constant('code' as const), language: text, title: sentences, text }),
  fc.record({
    kind: fc.constant('diagram' as const),
    title: sentences,
    boxes: fc.array(fc.record({ label: text, owns: some(text) }), { minLength: 2, maxLength: 4 }),
    between: text,
  }),
  fc.record({ kind: fc.constant('understood' as const), sentence: sentences }),
);

const choices: fc.Arbitrary<Block> = fc.uniqueArray(text, { minLength: 1, maxLength: 60 }).map((labels) => ({
  kind: 'choices',
  choices: labels.map((label, index) => ({ id: `choice-${index}`, label, say: label })),
}));

/** Answers no advisor would give, of the shape every advisor's answers have. */
export const arbitraryAnswer: fc.Arbitrary<Answer> = fc
  .tuple(
    sentences,
    fc.array(block, { maxLength: 6 }),
    fc.array(choices, { maxLength: 1 }),
    fc.tuple(text, text, text),
  )
  .map(([headline, blocks, offered, [label, title, date]]) => ({
    kind: 'explanation',
    to: 'm1',
    headline,
    blocks: [
      ...blocks,
      ...offered,
      { kind: 'sources', sources: sources.map((id) => ({ id, label, title, date })) },
    ],
    facts: {
      kind: 'explain',
      recommendation: null,
      strength: null,
      answered: true,
      requirements: [],
      sources,
      about: [],
    },
  }));
