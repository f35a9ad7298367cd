import { ComponentType, type MessageCreateOptions } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCustomId } from '../../../adapters/discord/custom-ids.ts';
import { type RenderContext, render } from '../../../adapters/discord/render.ts';
import { visible } from '../../../adapters/shared/text/visible.ts';
import { labelsOf, sentencesOf } from '../../contracts/sentences-of.ts';
import { arbitraryAnswer, strange, text } from '../arbitrary-answer.ts';
import { answerOf, everyBlock, said, sourcesBlock } from '../terminal/sample.ts';
import { problemsOf } from './as-sent.ts';
import { allShown, bare, markdownIn, nodesIn, withoutCode } from './shown.ts';

const question = {
  id: 'discord:816248472469897216:1573624012079497217',
  asker: '462971532509184001',
  text: 'chat or @everyone?',
};
const other = '545000000000000001';
const context: RenderContext = { question, private: false, quoted: false };

const contexts = fc.record(
  {
    question: fc.record({ id: fc.constant(question.id), asker: fc.constant(question.asker), text }),
    private: fc.boolean(),
    quoted: fc.boolean(),
    withoutFiles: fc.boolean(),
    sharedBy: fc.constant(other),
  },
  { requiredKeys: ['question', 'private', 'quoted'] },
) as fc.Arbitrary<RenderContext>;

describe('any answer', () => {
  test('Discord would take every message of it, anywhere', () => {
    fc.assert(
      fc.property(arbitraryAnswer, contexts, (answer, where) => {
        expect(render(answer, where).flatMap(problemsOf)).toEqual([]);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  test('nothing of it is lost between texts, buttons, messages and files', () => {
    fc.assert(
      fc.property(arbitraryAnswer, fc.boolean(), (answer, withoutFiles) => {
        const shown = allShown(render(answer, { ...context, withoutFiles }));
        // Walls of boxes stand between the lines of a text that is broken.
        const inside = shown.replace(/[│─┌┐└┘█░]/g, '');
        const unsaid = new Set(
          answer.blocks.flatMap((block) =>
            block.kind === 'choices' ? block.choices.map(({ say }) => say) : [],
          ),
        );
        const texts = [
          ...sentencesOf(answer).map((sentence) => sentence.text),
          ...labelsOf(answer).filter((label) => !unsaid.has(label)),
        ];
        const lost = texts
          .map((words) => bare(visible(words)))
          .filter((words) => !shown.includes(words) && !inside.includes(words.replace(/[│─┌┐└┘█░]/g, '')));
        expect(lost).toEqual([]);
      }),
      // Shrinking books takes hours.
      { numRuns: 100, endOnFailure: true },
    );
  });

  test('nothing in it is read by Discord as a mention, a time, an emoji, a link or a call', () => {
    fc.assert(
      fc.property(arbitraryAnswer, contexts, (answer, where) => {
        const named = [`<@${question.asker}> asked:`, `Shared by <@${other}>`];
        const live = markdownIn(render(answer, where))
          .map((markdown) => named.reduce((rest, own) => rest.replace(own, ''), withoutCode(markdown)))
          .join('\n');
        expect(live).not.toMatch(/(?<!\\)<|:\/\/|@(everyone|here)\b|\bwww\.\S/i);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});

describe('what people write stays what it is', () => {
  test.each(strange)('%j', (words) => {
    const messages = render(answerOf(words, [{ kind: 'paragraph', sentences: [said(words)] }]), {
      ...context,
      quoted: true,
      question: { ...question, text: words },
    });
    const live = markdownIn(messages)
      .join('\n')
      .replace(/\\./g, 'x')
      // Our own: the quotation with its asker, bold, footnotes.
      .replace(/^(-# <@\d+> asked:|> )/gm, '')
      .replace(/\*\*(?=\S)[^*]*\*\*/g, '')
      .replace(/\[[\d,]+\]/g, '');
    expect(live).not.toMatch(/[*_`[\]<]|~~|\|\||^\s*([#>+-]|-#)/m);
  });
});

describe('an answer of every kind of block', () => {
  const messages = render(answerOf('*Left*, clear.', everyBlock), context);
  const [message] = messages;

  test('is one message: headline, blocks in order, sources, choices, votes', () => {
    expect(messages).toHaveLength(1);
    const { Container, TextDisplay, Section, Separator, ActionRow } = ComponentType;
    expect(message?.components.map(({ type }) => type)).toEqual([
      TextDisplay,
      Container,
      Container,
      Container,
      Container,
      Section,
      Separator,
      TextDisplay,
      ActionRow,
      ActionRow,
    ]);
  });

  test('reads like this', () => {
    expect(`\n${markdownIn(messages).join('\n¦\n')}\n`).toBe(`
**Left**, clear. [1]

One. Two. [1] Three. [1,2]

**Reasons:**
- **Live chat**: Connections stay open. [1]
- No label.

1. First.
2. Second.
¦
**Same API** [2]
¦
\`\`\`
        JSON (req/s)  p99 (ms)
  Left        18,000        45
  日本        52,000        12
\`\`\`
¦
**Hello world** [1] (higher is better)
¦
\`\`\`
  Fast      ████████ 80,000 req/s
  Middling  ██░░ 20,000-40,000 req/s
  Slow      █ 3 req/s
\`\`\`
¦
**In code**
¦
\`\`\`text
if (a) {
    run();
}
\`\`\`
¦
**How it splits**
¦
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
¦
-# Understood: live chat.
¦
-# \\[1\\] guide 2026: The guide, 2026
-# \\[2\\] other: Another text, undated
`);
  });

  test('buttons say which question they belong to', () => {
    const ids = nodesIn(message?.components).flatMap((node) =>
      'custom_id' in node ? [readCustomId(String(node.custom_id))] : [],
    );
    expect(ids).toEqual([
      { action: 'wrong', argument: '8', question: question.id },
      { action: 'choice', argument: 'why', question: question.id },
      { action: 'choice', argument: 'numbers', question: question.id },
      { action: 'vote', argument: 'up', question: question.id },
      { action: 'vote', argument: 'down', question: question.id },
      { action: 'remove', argument: question.asker, question: question.id },
    ]);
  });

  test('discord.js takes it as it is', () => {
    expect(message satisfies MessageCreateOptions | undefined).toMatchObject({
      allowedMentions: { parse: [], repliedUser: false },
    });
  });
});

test('a line of small talk has no votes', () => {
  expect(JSON.stringify(render(answerOf('You are welcome.'), context))).not.toContain('"vote|');
});

test('a private answer can be shared, a public one cannot', () => {
  const shares = (isPrivate: boolean) =>
    JSON.stringify(render(answerOf('Yes.'), { ...context, private: isPrivate })).includes('"share|');
  expect([shares(true), shares(false)]).toEqual([true, false]);
});

test('a quoted question names its asker, a shared answer who shared it, and nobody is called', () => {
  const [message] = render(answerOf('Yes.'), {
    ...context,
    quoted: true,
    sharedBy: other,
    question: { ...question, text: 'one\n# two <@1>\n\n@everyone' },
  });
  const [shown] = message ? markdownIn([message]) : [];
  expect(shown).toBe(
    [
      `-# Shared by <@${other}>`,
      `-# <@${question.asker}> asked:`,
      '> one',
      '> \\# two \\<@1>',
      '> ',
      '> @\u2060everyone',
      '',
      'Yes. [1]',
    ]
      .join('\n')
      .replace(' [1]', ''),
  );
});

test('a label too long for a button is said in full above it', () => {
  const label = `We need it, because of ${'many '.repeat(30)}things`;
  const messages = render(
    answerOf('Which?', [{ kind: 'choices', choices: [{ id: 'a', label, say: 'a' }] }]),
    context,
  );
  expect(markdownIn(messages).join('\n')).toContain(`- ${label}`);
});

describe('a table too large for a message', () => {
  const cell = (words: string) => ({ text: words, align: 'left' as const });
  const rows = Array.from({ length: 250 }, (_, index) => [
    cell(`row ${index}`),
    cell('=SUM(A1)'),
    cell('a, "b"'),
  ]);
  const answer = answerOf('Many.', [
    { kind: 'table', title: said('*All* rows', 'guide'), columns: [cell('x'), cell('y'), cell('z')], rows },
    sourcesBlock,
  ]);

  test('shows its beginning, says so, and is whole in a file which no spreadsheet would run', () => {
    const messages = render(answer, context);
    expect(messages).toHaveLength(1);
    const [file] = messages.flatMap(({ files = [] }) => files);
    expect(file).toMatchObject({ name: 'table-1.csv', description: 'All of: All rows' });
    const lines = file?.attachment.toString().split('\n') ?? [];
    expect(lines).toHaveLength(251);
    expect(lines[250]).toBe(`row 249,'=SUM(A1),"a, ""b"""`);
    expect(markdownIn(messages).join('\n')).toContain(
      '-# This is the beginning. All of it is in table-1.csv.',
    );
  });

  test('goes on in further messages where files are not allowed, each code block closed', () => {
    const messages = render(answer, { ...context, withoutFiles: true });
    expect(messages.length).toBeGreaterThan(1);
    for (const markdown of markdownIn(messages)) expect(markdown.split('```').length % 2).toBe(1);
    expect(allShown(messages)).toContain(bare('row 249  =SUM(A1)  a, "b"'));
  });
});
