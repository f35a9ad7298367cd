import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../../adapters/shared/text/width.ts';
import { plainText } from '../../../adapters/terminal/plain-text.ts';
import { render } from '../../../adapters/terminal/render/render.ts';
import { answerOf, everyBlock, said, sourcesBlock } from './sample.ts';

const screen = (width: number, color = false) => ({ width, color, pictures: true });

test('every block in a terminal of 60 columns: bars and boxes, sources below, choices last', () => {
  expect(`\n${render(answerOf('*Left*, clear.', everyBlock), screen(60))}\n`).toBe(`
Left, clear. [1]

One. Two. [1] Three. [1,2]

Reasons:
- Live chat: Connections stay open. [1]
- No label.

1. First.
2. Second.

Same API [2]
        JSON (req/s)  p99 (ms)
  Left        18,000        45
  日本        52,000        12

Hello world [1] (higher is better)
  Fast      ████████████████████████████ 80,000 req/s
  Middling  ███████░░░░░░░ 20,000-40,000 req/s
  Slow      █ 3 req/s

In code
    if (a) {
        run();
    }

How it splits
  ┌────────────────┐
  │ Left           │
  │ live layer     │
  │ API            │
  └────────────────┘
       │
       │ REST or a queue
       │
  ┌────────────────┐
  │ Right          │
  │ models         │
  └────────────────┘

Understood: live chat.

[1] guide 2026: The guide, 2026
[2] other: Another text, undated

(1) Why  (2) Numbers
`);
});

test('as plain text the same is in words: nothing is drawn, no line is broken', () => {
  expect(`\n${plainText(answerOf('*Left*, clear.', everyBlock))}\n`).toBe(`
Left, clear. [1]

One. Two. [1] Three. [1,2]

Reasons:
- Live chat: Connections stay open. [1]
- No label.

1. First.
2. Second.

Same API [2]
        JSON (req/s)  p99 (ms)
  Left        18,000        45
  日本        52,000        12

Hello world [1] (higher is better)
- Fast: 80,000 req/s
- Middling: 20,000-40,000 req/s
- Slow: 3 req/s

In code
    if (a) {
        run();
    }

How it splits
Left: live layer, API | REST or a queue | Right: models

Understood: live chat.

[1] guide 2026: The guide, 2026
[2] other: Another text, undated

(1) Why  (2) Numbers
`);
});

test('colours change nothing but colours', () => {
  const answer = answerOf('*Left*, clear.', everyBlock);
  const coloured = render(answer, screen(60, true));
  expect(coloured).toContain('\u001b[1mLeft\u001b[22m, clear. \u001b[2m[1]\u001b[22m');
  expect(stripVTControlCharacters(coloured)).toBe(render(answer, screen(60)));
});

test('a source that the answer does not list gets no number', () => {
  expect(plainText(answerOf('Yes.'))).toBe('Yes.');
  expect(
    plainText(answerOf('Yes.', [sourcesBlock, { kind: 'paragraph', sentences: [said('So.', 'lost')] }])),
  ).toContain('\n\nSo.\n');
});

test('a table that does not fit becomes one entry below the other', () => {
  const table = everyBlock.filter(({ kind }) => kind === 'table');
  expect(`\n${render(answerOf('Figures.', table), screen(24))}`).toBe(`
Figures.

Same API
  Left
    JSON (req/s): 18,000
    p99 (ms): 45
  日本
    JSON (req/s): 52,000
    p99 (ms): 12`);
});

test('a chart that does not fit is written out', () => {
  const chart = everyBlock.filter(({ kind }) => kind === 'chart');
  expect(render(answerOf('Figures.', chart), screen(36))).toContain('  Middling: 20,000-40,000 req/s\n');
});

test('choices that are sentences stand one a line', () => {
  const long = (id: string) => ({ id, label: `We need it, because of ${id} and many other things`, say: id });
  const text = render(answerOf('Which?', [{ kind: 'choices', choices: [long('a'), long('b')] }]), screen(80));
  expect(text).toBe(
    'Which?\n\n(1) We need it, because of a and many other things\n(2) We need it, because of b and many other things',
  );
});

describe('whatever people write', () => {
  const wild = fc.string({ unit: 'binary', maxLength: 80 });
  const steering = fc.constantFrom(
    '\u001b[2J',
    '\u001b]0;title\u0007',
    '\u009b31m',
    '\u202e',
    '\u2066',
    '\r',
    '\b',
    '\ud800',
    '*',
    '\t',
  );
  const text = fc
    .array(fc.oneof(wild, steering, fc.lorem()), { maxLength: 6 })
    .map((parts) => parts.join(''));
  const answer = fc.record({ a: text, b: text, c: text, d: text }).map(({ a, b, c, d }) =>
    answerOf(a, [
      { kind: 'understood', sentence: said(b, 'guide') },
      { kind: 'list', items: [{ label: c, sentences: [said(d)] }] },
      { kind: 'code', language: '', title: said(a), text: b },
      {
        kind: 'table',
        title: said(c),
        columns: [{ text: a, align: 'left' }],
        rows: [[{ text: d, align: 'left' }]],
      },
      { kind: 'chart', title: said(b), unit: c, better: 'lower', bars: [{ label: a, value: 1, text: d }] },
      {
        kind: 'diagram',
        title: said(c),
        between: a,
        boxes: [
          { label: b, owns: [d] },
          { label: d, owns: [c] },
        ],
      },
      { kind: 'choices', choices: [{ id: '1', label: a, say: b }] },
      sourcesBlock,
    ]),
  );

  test('nothing in it steers the terminal, and the text is well formed', () => {
    fc.assert(
      fc.property(answer, fc.integer({ min: 10, max: 120 }), (document, width) => {
        for (const shown of [render(document, screen(width)), plainText(document)]) {
          // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
          expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
          expect(shown.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test('no line but code is longer than the terminal is wide', () => {
    fc.assert(
      fc.property(answer, fc.integer({ min: 24, max: 120 }), (document, width) => {
        const blocks = document.blocks.filter(({ kind }) => kind !== 'code');
        for (const line of render({ ...document, blocks }, screen(width)).split('\n')) {
          expect(widthOf(line)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });

  test('colours are closed again', () => {
    fc.assert(
      fc.property(answer, (document) => {
        const coloured = render(document, screen(70, true));
        expect(stripVTControlCharacters(coloured)).toBe(render(document, screen(70)));
      }),
    );
  });
});
