import { describe, expect, test } from 'vitest';
import { checkPayload, PayloadError, type PayloadKind } from '../../../adapters/discord/check-payload.ts';
import {
  button,
  container,
  file,
  messageOf,
  rows,
  section,
  text,
} from '../../../adapters/discord/components.ts';
import { toReasonModal } from '../../../adapters/discord/views/reason.ts';

const attachment = (name: string, size = 1) => ({
  attachment: Buffer.alloc(size, 'x'),
  name,
  description: 'd',
});
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const press = (id: string) => button(id, 'Press');
const modal = toReasonModal('discord:1');
const select = modal.components[0] as { component: { options: object[] } };

const taken: readonly (readonly [string, PayloadKind, unknown])[] = [
  ['a text', 'message', messageOf([text('a')])],
  ['4,000 characters', 'message', messageOf([text('x'.repeat(2000)), text('x'.repeat(2000))])],
  ['40 components', 'message', messageOf(times(40, () => text('a')))],
  [
    'rows, sections and boxes',
    'message',
    messageOf([container(text('a')), section('b', press('1')), ...rows([press('2')])]),
  ],
  ['a file that is shown', 'message', messageOf([container(file('a.csv'))], [attachment('a.csv')])],
  ['seen by one person', 'message', { ...messageOf([text('a')]), flags: (1 << 15) | 64 }],
  ['a form', 'modal', modal],
  ['suggestions', 'autocomplete', times(25, (i) => ({ name: `${i}`, value: 'x'.repeat(100) }))],
  ['the name of a thread', 'thread', 'x'.repeat(100)],
];

const refused: readonly (readonly [string, PayloadKind, unknown])[] = [
  ['nothing', 'message', messageOf([])],
  ['a text that says nothing', 'message', messageOf([text(' \n ')])],
  ['4,001 characters', 'message', messageOf([text('x'.repeat(2000)), text('x'.repeat(2001))])],
  ['characters on buttons', 'message', messageOf([text('x'.repeat(3999)), ...rows([press('1')])])],
  ['41 components', 'message', messageOf(times(41, () => text('a')))],
  ['41 components, nested', 'message', messageOf([container(...times(40, () => text('a')))])],
  ['a custom_id twice', 'message', messageOf(rows([press('1'), press('1')]))],
  ['a custom_id of 101 characters', 'message', messageOf(rows([press('x'.repeat(101))]))],
  ['six buttons in a row', 'message', messageOf([{ type: 1, components: times(6, (i) => press(`${i}`)) }])],
  ['a label of 81 characters', 'message', messageOf(rows([{ ...press('1'), label: 'x'.repeat(81) }]))],
  ['a button that shows nothing', 'message', messageOf(rows([{ type: 2, style: 2, custom_id: '1' }]))],
  ['a file nobody sees', 'message', messageOf([text('a')], [attachment('a.csv')])],
  ['a file that is not there', 'message', messageOf([file('a.csv')])],
  [
    'eleven files',
    'message',
    messageOf(
      times(11, (i) => file(`${i}.txt`)),
      times(11, (i) => attachment(`${i}.txt`)),
    ),
  ],
  ['more than 10 MiB', 'message', messageOf([file('a.txt')], [attachment('a.txt', 10 * 1024 * 1024 + 1)])],
  ['the flag forgotten', 'message', { ...messageOf([text('a')]), flags: 0 }],
  [
    'somebody notified',
    'message',
    { ...messageOf([text('a')]), allowedMentions: { parse: ['users'], repliedUser: false } },
  ],
  [
    'a ping for who is replied to',
    'message',
    { ...messageOf([text('a')]), allowedMentions: { parse: [], repliedUser: true } },
  ],
  ['mentions left to chance', 'message', { components: [text('a')], flags: 1 << 15 }],
  ['content beside components', 'message', { ...messageOf([text('a')]), content: 'a' }],
  ['a form with six fields', 'modal', { ...modal, components: times(6, () => modal.components[1]) }],
  ['one field twice', 'modal', { ...modal, components: times(2, () => modal.components[1]) }],
  ['a title of 46 characters', 'modal', { ...modal, title: 'x'.repeat(46) }],
  [
    '26 options',
    'modal',
    {
      ...modal,
      components: [
        {
          ...select,
          component: { ...select.component, options: times(26, (i) => ({ label: 'a', value: `${i}` })) },
        },
      ],
    },
  ],
  ['26 suggestions', 'autocomplete', times(26, (i) => ({ name: `${i}`, value: `${i}` }))],
  ['a suggestion of 101 characters', 'autocomplete', [{ name: 'a', value: 'x'.repeat(101) }]],
  ['a thread without a name', 'thread', ''],
  ['a thread name of 101 characters', 'thread', 'x'.repeat(101)],
];

describe('goes out', () => {
  test.each(taken)('%s', (_, kind, payload) => {
    expect(() => checkPayload(kind, payload)).not.toThrow();
  });
});

describe('is stopped here, since Discord would show nothing of it', () => {
  test.each(refused)('%s', (_, kind, payload) => {
    expect(() => checkPayload(kind, payload)).toThrow(PayloadError);
  });
});
