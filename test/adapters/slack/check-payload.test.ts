import { describe, expect, test } from 'vitest';
import { checkPayload, PayloadError } from '../../../adapters/slack/check-payload.ts';
import { limits } from '../../../adapters/slack/limits.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const section = (text = 'a') => ({ type: 'section', text: plain(text) });
const markdown = (text: string) => ({ type: 'markdown', text });
const button = (id: string) => ({ type: 'button', action_id: id, text: plain('Press') });
const actions = (...elements: readonly unknown[]) => ({ type: 'actions', elements });
const raw = (text: string) => ({ type: 'raw_text', text });
const table = (rows: readonly (readonly string[])[]) => ({
  type: 'table',
  rows: rows.map((row) => row.map(raw)),
});
const grid = (rows: number, columns: number, text = 'x') =>
  table(Array(rows).fill(Array(columns).fill(text)));
const points = (labels: readonly string[]) => labels.map((label) => ({ label, value: 1 }));
const chart = (labels: readonly string[], categories = labels, title = 'req/s') => ({
  type: 'data_visualization',
  title,
  chart: { type: 'bar', series: [{ name: 'a', data: points(labels) }], axis_config: { categories } },
});
const option = (value: string) => ({ text: plain(value), value });
const input = (element: object, id = 'b') => ({
  type: 'input',
  block_id: id,
  label: plain('Label'),
  element,
});
const boxes = (count: number) => ({
  type: 'checkboxes',
  action_id: 'a',
  options: Array.from({ length: count }, (_, index) => option(`${index}`)),
});

const problemOf = (method: string, payload: unknown): string => {
  try {
    checkPayload(method, payload);
    return '';
  } catch (error) {
    if (error instanceof PayloadError) return error.message;
    throw error;
  }
};
const ofBlocks = (...blocks: readonly unknown[]): string =>
  problemOf('chat.postMessage', { channel: 'C1', text: 'a', blocks });
const modal = (blocks: readonly unknown[], extra: object = {}) => ({
  trigger_id: 't',
  view: { type: 'modal', callback_id: 'form', title: plain('Ask'), submit: plain('Send'), blocks, ...extra },
});

const silent: readonly (readonly [string, readonly unknown[]])[] = [
  ['50 blocks', Array(50).fill({ type: 'divider' })],
  ['text at its limit', [section('x'.repeat(limits.text))]],
  ['Markdown at its limit', [markdown('x'.repeat(6_000)), markdown('x'.repeat(6_000))]],
  ['a table at its limits', [grid(100, 20)]],
  ['two charts of 20 bars', [chart([...'abcdefghijklmnopqrst']), chart(['x'.repeat(20)])]],
  ['25 buttons', [actions(...Array.from({ length: 25 }, (_, index) => button(`b${index}`)))]],
  ['an escaped call', [markdown('&lt;!channel&gt;')]],
  ['a channel by its id', [{ type: 'section', text: { type: 'mrkdwn', text: 'in <#C1>' } }]],
];

const firing: readonly (readonly [string, readonly unknown[]])[] = [
  ['51 blocks', Array(51).fill({ type: 'divider' })],
  ['no block', []],
  ['text over its limit', [section('x'.repeat(limits.text + 1))]],
  ['empty text', [section('')]],
  ['half a character', [section('\ud800')]],
  ['Markdown over its limit in all', [markdown('x'.repeat(6_000)), markdown('x'.repeat(6_001))]],
  ['a call to the channel', [markdown('hey <!channel>')]],
  ['a call to a group', [section('hey <!subteam^S1>')]],
  ['an unknown key', [{ ...section(), style: 'big' }]],
  ['an unknown block', [{ type: 'marquee', text: 'a' }]],
  ['a field in a message', [input(boxes(1))]],
  ['two tables', [grid(1, 1), grid(1, 1)]],
  ['101 rows', [grid(101, 1)]],
  ['21 columns', [grid(1, 21)]],
  ['rows of different lengths', [table([['a'], ['a', 'b']])]],
  ['an empty cell', [table([['']])]],
  ['too much text in a table', [grid(100, 10, 'x'.repeat(11))]],
  ['three charts', [chart(['a']), chart(['a']), chart(['a'])]],
  ['21 bars', [chart([...'abcdefghijklmnopqrstu'])]],
  ['two bars of one label', [chart(['a', 'a'])]],
  ['bars that are no categories', [chart(['a'], ['b'])]],
  ['a label over 20 characters', [chart(['x'.repeat(21)])]],
  ['a chart without a title', [chart(['a'], ['a'], '')]],
  ['26 buttons', [actions(...Array.from({ length: 26 }, (_, index) => button(`b${index}`)))]],
  ['two buttons of one id', [actions(button('a'), button('a'))]],
  ['a long label of a button', [actions({ ...button('a'), text: plain('x'.repeat(76)) })]],
  ['a long value of a button', [actions({ ...button('a'), value: 'x'.repeat(2_001) })]],
  [
    'two blocks of one id',
    [
      { ...section(), block_id: 'a' },
      { ...section(), block_id: 'a' },
    ],
  ],
  ['text alone in a rich text', [{ type: 'rich_text', elements: [] }]],
];

describe('a message', () => {
  test.each(silent)('may hold %s', (_, blocks) => {
    expect(ofBlocks(...blocks)).toBe('');
  });

  test.each(firing)('may not hold %s', (_, blocks) => {
    expect(ofBlocks(...blocks)).toContain('chat.postMessage was not sent:\n✖');
  });

  test.each([
    ['without text', { channel: 'C1', blocks: [section()] }],
    ['without a channel', { text: 'a' }],
    ['that unfolds links', { channel: 'C1', text: 'a', unfurl_links: true }],
    ['with something else', { channel: 'C1', text: 'a', username: 'somebody' }],
    ['too long', { channel: 'C1', text: 'x'.repeat(limits.message.text + 1) }],
  ])('%s is not sent', (_, payload) => {
    expect(problemOf('chat.postMessage', payload)).not.toBe('');
  });
});

describe('a modal', () => {
  test.each([
    ['10 boxes', modal([input(boxes(10))])],
    ['a title of 24 characters', modal([section()], { title: plain('x'.repeat(24)) })],
    ['no button to submit where there are no fields', modal([section()], { submit: undefined })],
  ])('may have %s', (_, payload) => {
    expect(problemOf('views.open', payload)).toBe('');
  });

  test.each([
    ['11 boxes', modal([input(boxes(11))])],
    ['a title of 25 characters', modal([section()], { title: plain('x'.repeat(25)) })],
    ['fields without a button to submit', modal([input(boxes(1))], { submit: undefined })],
    ['two fields of one id', modal([input(boxes(1)), input(boxes(1))])],
    ['metadata over 3,000 characters', modal([section()], { private_metadata: 'x'.repeat(3_001) })],
    ['Markdown', modal([markdown('a')])],
    ['101 blocks', modal(Array(101).fill({ type: 'divider' }))],
    [
      'something chosen that is not offered',
      modal([input({ ...boxes(1), initial_options: [option('other')] })]),
    ],
  ])('may not have %s', (_, payload) => {
    expect(problemOf('views.open', payload)).not.toBe('');
  });
});

test('every problem is named at once', () => {
  expect(ofBlocks(section(''), markdown('<!here>')).split('✖')).toHaveLength(3);
});

test('calls that carry nothing of ours pass', () => {
  expect(problemOf('conversations.replies', { channel: 'C1', anything: true })).toBe('');
});
