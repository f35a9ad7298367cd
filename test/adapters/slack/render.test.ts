import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choicesOf } from '../../../adapters/shared/choices.ts';
import { visible } from '../../../adapters/shared/text/visible.ts';
import { readValue } from '../../../adapters/slack/actions.ts';
import { checkPayload } from '../../../adapters/slack/check-payload.ts';
import { limits } from '../../../adapters/slack/limits.ts';
import { type RenderContext, render, type SlackMessage } from '../../../adapters/slack/render.ts';
import type { Answer } from '../../../src/index.ts';
import { labelsOf, sentencesOf } from '../../contracts/sentences-of.ts';
import { arbitraryAnswer, strange, text } from '../arbitrary-answer.ts';
import { answerOf, everyBlock, said, sourcesBlock } from '../terminal/sample.ts';
import { allShown, bare, parsedIn, shownIn } from './shown.ts';

const question = { id: 'T1/C1/1700000000.000100', asker: 'U1', text: 'chat or <!channel>?' };
const context: RenderContext = { question, private: false, quoted: false };

/** As the one way out for all calls would see it. */
const check = (messages: readonly SlackMessage[]): void => {
  for (const { text: fallback, blocks, files = [] } of messages) {
    checkPayload('chat.postMessage', { channel: 'C1', text: fallback, blocks });
    for (const { asMessages } of files) check(asMessages);
  }
};

const contexts = fc.record(
  {
    question: fc.record({ id: fc.constant(question.id), asker: fc.constant('U1'), text }),
    private: fc.boolean(),
    quoted: fc.boolean(),
    withoutCharts: fc.boolean(),
    sharedBy: fc.constant('U2'),
  },
  { requiredKeys: ['question', 'private', 'quoted'] },
) as fc.Arbitrary<RenderContext>;

test('any answer in any place: Slack would take every message', () => {
  fc.assert(
    fc.property(arbitraryAnswer, contexts, (answer, where) => {
      const messages = render(answer, where);
      check(messages);
      expect(messages.every(({ text: fallback }) => fallback.length <= limits.message.fallback)).toBe(true);
    }),
    { numRuns: 80, endOnFailure: true },
  );
});

const saidIn = (answer: Answer): ReadonlySet<string> =>
  new Set(choicesOf(answer).flatMap(({ say, label }) => (say === label ? [] : [say])));

test('any answer: nothing of it is lost between blocks, messages and files', () => {
  fc.assert(
    fc.property(arbitraryAnswer, fc.boolean(), (answer, withoutCharts) => {
      const shown = allShown(render(answer, { ...context, withoutCharts }));
      // What a choice says is not shown, but sent when it is pressed; a drawing breaks its lines between its walls.
      const said = saidIn(answer);
      const walls = /[│─┌┐└┘]/g;
      const bareShown = shown.replace(walls, '');
      const words = [...sentencesOf(answer).map((sentence) => sentence.text), ...labelsOf(answer)];
      const lost = words.filter(
        (label) => !said.has(label) && !bareShown.includes(bare(visible(label)).replace(walls, '')),
      );
      expect(lost).toEqual([]);
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

test('any answer: nothing in it is read by Slack as a mention, a link or a call', () => {
  fc.assert(
    fc.property(arbitraryAnswer, contexts, (answer, where) => {
      const messages = render(answer, where);
      const parsed = parsedIn(messages);
      expect(parsed.filter((words) => words.includes('<') || words.includes('://'))).toEqual([]);
      const users = JSON.stringify(messages.map(({ blocks }) => blocks)).match(/"user_id":"[^"]*"/g) ?? [];
      const expected = [
        ...(where.sharedBy ? ['U2'] : []),
        ...(where.quoted && visible(where.question.text) ? ['U1'] : []),
      ];
      expect(users.filter((found) => !expected.some((id) => found.includes(id)))).toEqual([]);
    }),
    { numRuns: 40, endOnFailure: true },
  );
});

describe('what people write stays what it is', () => {
  test.each(strange)('%j', (words) => {
    const messages = render(answerOf(words, [{ kind: 'paragraph', sentences: [said(words)] }]), {
      ...context,
      quoted: true,
      question: { ...question, text: words },
    });
    const markdown = messages.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'markdown' ? [block.text] : [])),
    );
    // Without what is escaped and our own bold, nothing is left that could format.
    const live = markdown
      .join('\n')
      .replace(/\\./g, 'x')
      .replace(/\*\*(?=\S)[^*]*\*\*/g, '')
      .replace(/\[[\d,]+\]/g, '');
    expect(live).not.toMatch(/[*_`[\]]|~~|^\s*[#>+-]/m);
  });
});

describe('an answer of every kind of block', () => {
  const answer = answerOf('*Left*, clear.', everyBlock);
  const [message] = render(answer, context);
  const types = message?.blocks.map(({ type }) => type);

  test('is one message: headline, blocks in order, sources, choices, votes', () => {
    expect(render(answer, context)).toHaveLength(1);
    expect(types).toEqual([
      'markdown',
      'table',
      'markdown',
      'data_visualization',
      'context',
      'markdown',
      'rich_text',
      'markdown',
      'rich_text',
      'section',
      'context',
      'actions',
      'context_actions',
    ]);
    expect(message?.text.startsWith('Left, clear. [1]\n')).toBe(true);
  });

  test('the chart gives way to a table where Slack refuses it', () => {
    const messages = render(answer, { ...context, withoutCharts: true });
    const blocks = messages.flatMap((sent) => sent.blocks.map(({ type }) => type));
    expect(blocks).not.toContain('data_visualization');
    // One table a message: the second one opens a second message, with its title.
    expect(messages).toHaveLength(2);
    expect(shownIn(messages[1]?.blocks).slice(0, 3)).toEqual([
      'Hello world [1] (higher is better)',
      ' ',
      'req/s',
    ]);
  });

  test('buttons say which question they belong to', () => {
    const values = JSON.stringify(message?.blocks).match(/(?<="value":")(?:[^"\\]|\\.)+/g) ?? [];
    const read = values.map((value) => readValue(JSON.parse(`"${value}"`)));
    expect(read).toEqual([
      { q: question.id },
      { q: question.id, c: 'why' },
      { q: question.id, c: 'numbers' },
      { q: question.id, v: 'up' },
      { q: question.id, v: 'down' },
      { q: question.id, by: 'U1' },
    ]);
  });

  test('only the asker sees the button that deletes', () => {
    expect(JSON.stringify(message?.blocks.at(-1))).toContain('"visible_to_user_ids":["U1"]');
  });
});

test('a line of small talk has no votes', () => {
  const [message] = render(answerOf('You are welcome.'), context);
  expect(JSON.stringify(message?.blocks)).not.toContain('feedback_buttons');
});

test('a private answer can be shared, a public one cannot', () => {
  const shares = (isPrivate: boolean) =>
    JSON.stringify(render(answerOf('Yes.'), { ...context, private: isPrivate })).includes(
      '"action_id":"share"',
    );
  expect([shares(true), shares(false)]).toEqual([true, false]);
});

test('a quoted question names its asker and nobody else; a shared answer who shared it', () => {
  const [message] = render(answerOf('Yes.'), { ...context, quoted: true, sharedBy: 'U2' });
  expect(message?.blocks[0]).toEqual({
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Shared by ' },
          { type: 'user', user_id: 'U2' },
        ],
      },
      {
        type: 'rich_text_section',
        elements: [
          { type: 'user', user_id: 'U1' },
          { type: 'text', text: ' asked:' },
        ],
      },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'chat or <!channel>?' }] },
    ],
  });
});

describe('a table beyond the limits', () => {
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
  const messages = render(answer, context);
  const [file] = messages.flatMap(({ files = [] }) => files);

  test('shows its beginning and says so', () => {
    const table = messages[0]?.blocks.find((block) => block.type === 'table');
    expect(table?.type === 'table' && table.rows.length).toBe(100);
    expect(allShown(messages)).toContain(
      bare('Shown here: the first 100 of 251 rows. All of it is in table-1.csv.'),
    );
  });

  test('is whole in the file, which no spreadsheet would run', () => {
    expect(file?.content.split('\n')).toHaveLength(251);
    expect(file?.content.split('\n')[250]).toBe(`row 249,'=SUM(A1),"a, ""b"""`);
    expect(file).toMatchObject({
      name: 'table-1.csv',
      title: 'All rows',
      altText: 'Table of 251 rows: All rows',
    });
  });

  test('is whole in messages too, for where files are not allowed', () => {
    const shown = allShown(file?.asMessages ?? []);
    for (let index = 0; index < 250; index++)
      expect(shown).toContain(bare(`row ${index}: y =SUM(A1), z a, "b"`));
  });
});

test('a list of 1,000 items: cut between items, each message with a text of its own', () => {
  const items = Array.from({ length: 1_000 }, (_, index) => ({
    sentences: [said(`Item ${index} of the list.`)],
  }));
  const messages = render(answerOf('Long.', [{ kind: 'list', ordered: true, items }]), context);
  expect(messages.length).toBeGreaterThan(1);
  for (const { text: fallback, blocks } of messages.slice(1)) {
    expect(shownIn(blocks)[0]).toMatch(/^\d+\. Item \d+ of the list\.\n/);
    expect(fallback).toMatch(/^\d+\. Item/);
  }
});
