import { describe, expect, test } from 'vitest';
import { choicesOf } from '../../../adapters/shared/choices.ts';
import { escapeMarkdown } from '../../../adapters/shared/escape-markdown.ts';
import { fenced, inline, type MarkdownLook, renderMarkdown } from '../../../adapters/shared/markdown.ts';
import { footnotesOf } from '../../../adapters/shared/text/spans.ts';
import { answerOf, everyBlock, said } from '../terminal/sample.ts';

const answer = answerOf('Left', everyBlock);
const look: MarkdownLook = { footnotes: footnotesOf(answer), escape: escapeMarkdown, columns: 60 };

test('every block as Markdown: titles in bold, drawings in code blocks, sources below', () => {
  const blocks = answer.blocks.filter((block) => block.kind !== 'choices');
  expect(`\n${blocks.map((block) => renderMarkdown(block, look)).join('\n\n')}\n`).toBe(`
One. Two. [1] Three. [1,2]

**Reasons:**
- **Live chat**: Connections stay open. [1]
- No label.

1. First.
2. Second.

**Same API** [2]
\`\`\`
        JSON (req/s)  p99 (ms)
  Left        18,000        45
  日本        52,000        12
\`\`\`

**Hello world** [1] (higher is better)
\`\`\`
  Fast      ████████████████████████████ 80,000 req/s
  Middling  ███████░░░░░░░ 20,000-40,000 req/s
  Slow      █ 3 req/s
\`\`\`

**In code**
\`\`\`text
if (a) {
    run();
}
\`\`\`

**How it splits**
\`\`\`
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
\`\`\`

Understood: live chat.

[1] guide 2026: The guide, 2026
[2] other: Another text, undated
`);
});

describe('bold', () => {
  test.each([
    ['*Left*, clear.', '**Left**, clear.'],
    ['Is it *a b*, or *c*?', 'Is it **a b**, or **c**?'],
    // What encloses nothing is no mark of ours.
    ['2 * 3 * 4', '2 \\* 3 \\* 4'],
    ['**', '\\*\\*'],
    ['*a*b', '**a**b'],
    ['*a_b*', '**a\\_b**'],
  ])('%s', (text, markdown) => {
    expect(inline([said(text)], look)).toBe(markdown);
  });

  test('a title is bold as a whole, whatever is emphasised in it', () => {
    const title = { kind: 'list', title: said('All of *this*, too', 'guide'), items: [] } as const;
    expect(renderMarkdown(title, look)).toBe('**All of this, too** [1]');
  });
});

test('a code block cannot be left from inside', () => {
  const code = fenced('a\n```\nb ```` c', 'js\n```');
  expect(code.match(/`{3,}/g)).toEqual(['```', '```']);
  expect(code.startsWith('```js\n')).toBe(true);
  expect(code.replaceAll('\u200b', '')).toContain('a\n```\nb ```` c');
});

test('choices are taken from all blocks, in order', () => {
  expect(choicesOf(answer).map(({ id }) => id)).toEqual(['why', 'numbers']);
  expect(choicesOf(answerOf('Nothing to choose'))).toEqual([]);
});
