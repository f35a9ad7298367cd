import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPayload, PayloadError } from '../../../adapters/slack/check-payload.ts';
import { render } from '../../../adapters/slack/render.ts';
import { renderCorrection } from '../../../adapters/slack/views/correction.ts';
import { renderForm } from '../../../adapters/slack/views/form.ts';
import { renderVoteReason } from '../../../adapters/slack/views/vote-reason.ts';
import { arbitraryAnswer } from '../arbitrary-answer.ts';
import { answerOf, everyBlock, sourcesBlock } from '../terminal/sample.ts';
import { isRight, methods } from './oracle/payloads.ts';

// The checks are written by hand, since each message passes them and a library for schemas costs several times as much.
// What they say is held against the schema here: on right payloads of every kind, and on these with something wrong.

const isLetThrough = (method: string, payload: unknown): boolean => {
  try {
    checkPayload(method, payload);
    return true;
  } catch (error) {
    if (error instanceof PayloadError) return false;
    throw error;
  }
};

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
const option = (value: string) => ({ text: plain(value), value, description: plain('more') });
const input = (id: string, element: object) => ({
  type: 'input',
  block_id: id,
  label: plain('Label'),
  hint: plain('Hint'),
  optional: true,
  element: { action_id: id, ...element },
});
const confirm = {
  title: plain('a'),
  text: plain('b'),
  confirm: plain('c'),
  deny: plain('d'),
  style: 'danger',
};
const inlines = [
  { type: 'text', text: 'a', style: { bold: true, italic: false, strike: true, code: true } },
  { type: 'link', url: 'https://example.com/', text: 'there' },
  { type: 'user', user_id: 'U1' },
  { type: 'channel', channel_id: 'C1' },
  { type: 'date', timestamp: 1_700_000_000, format: '{date}', fallback: 'then' },
];
const section = { type: 'rich_text_section', elements: inlines };
const common = [
  {
    type: 'section',
    block_id: 'one',
    text: { type: 'mrkdwn', text: 'a', verbatim: true },
    accessory: {
      type: 'button',
      action_id: 'b',
      text: plain('b'),
      value: 'v',
      url: 'https://example.com/',
      style: 'primary',
      accessibility_label: 'Press',
      confirm,
    },
  },
  { type: 'context', block_id: 'two', elements: [plain('a'), { type: 'mrkdwn', text: 'b' }] },
  { type: 'header', text: plain('a') },
  { type: 'divider' },
  { type: 'actions', elements: [{ type: 'button', action_id: 'a', text: plain('A') }] },
  {
    type: 'rich_text',
    elements: [
      section,
      { type: 'rich_text_preformatted', elements: inlines },
      { type: 'rich_text_quote', elements: inlines },
      { type: 'rich_text_list', style: 'bullet', elements: [section] },
    ],
  },
];
const everyField = [
  input('1', { type: 'checkboxes', options: [option('a'), option('b')], initial_options: [option('a')] }),
  input('2', { type: 'radio_buttons', options: [option('a')], initial_option: option('a') }),
  input('3', {
    type: 'static_select',
    options: [option('a')],
    initial_option: option('a'),
    placeholder: plain('…'),
  }),
  input('4', { type: 'multi_static_select', option_groups: [{ label: plain('a'), options: [option('b')] }] }),
  input('5', { type: 'plain_text_input', multiline: true, initial_value: 'a', max_length: 100 }),
];
const catalog = {
  groups: [{ id: 'work', name: 'Work', requirements: [{ id: 'a', name: 'A', ask: 'A?' }] }],
};

const question = { id: 'slack:T1:C1:1', asker: 'U1', text: 'chat?' };
const rendered = render(answerOf('Both.', [...everyBlock, sourcesBlock]), {
  question,
  private: true,
  quoted: true,
  sharedBy: 'U2',
});
const metadata = { event_type: 'an_answer', event_payload: { question: 'q', part: 0 } };
const message = { text: 'a', blocks: [...common, { type: 'markdown', text: 'a' }] };
const modal = {
  type: 'modal',
  callback_id: 'form',
  title: plain('Ask'),
  submit: plain('Send'),
  close: plain('Close'),
  private_metadata: 'kept',
  notify_on_close: true,
  clear_on_close: false,
  blocks: [...common, ...everyField],
};
const home = { type: 'home', blocks: common, private_metadata: 'D1', callback_id: 'home' };

const right: readonly (readonly [string, object])[] = [
  ...rendered.map(
    ({ text, blocks }) =>
      [
        'chat.postMessage',
        { channel: 'C1', thread_ts: '1.2', text, blocks, unfurl_links: false, unfurl_media: false, metadata },
      ] as const,
  ),
  ['chat.postMessage', { channel: 'C1', ...message, reply_broadcast: true }],
  ['chat.postEphemeral', { channel: 'C1', user: 'U1', thread_ts: '1.2', ...message }],
  ['chat.update', { channel: 'C1', ts: '1.2', ...message, metadata }],
  ['response_url', { delete_original: true }],
  [
    'response_url',
    {
      ...message,
      response_type: 'in_channel',
      replace_original: true,
      thread_ts: '1.2',
      unfurl_links: false,
    },
  ],
  ['views.open', { trigger_id: 't', view: modal }],
  ['views.open', { trigger_id: 't', view: renderForm(catalog, '{}') }],
  [
    'views.open',
    { trigger_id: 't', view: renderCorrection(catalog, [{ id: 'a', stance: 'required' }], '{}') },
  ],
  ['views.push', { trigger_id: 't', view: renderVoteReason('q') }],
  ['views.update', { view_id: 'V1', hash: 'h', view: modal }],
  ['views.publish', { user_id: 'U1', hash: 'h', view: home }],
  [
    'assistant.threads.setSuggestedPrompts',
    { channel_id: 'D1', thread_ts: '1.2', title: 'Ask', prompts: [{ title: 'a', message: 'b' }] },
  ],
  [
    'assistant.threads.setStatus',
    { channel_id: 'D1', thread_ts: '1.2', status: '…', loading_messages: ['a'] },
  ],
];

test('every method that is checked has a payload here that both let through', () => {
  expect([...new Set(right.map(([method]) => method))].sort()).toEqual([...methods()].sort());
  for (const [method, payload] of right) {
    expect([method, isRight(method, payload)]).toEqual([method, true]);
    expect([method, isLetThrough(method, payload)]).toEqual([method, true]);
  }
});

type Json = unknown;
type Change = (value: Json) => Json;

const lengths = [1, 20, 21, 24, 25, 30, 31, 50, 51, 75, 76, 150, 151, 255, 256, 2_000, 2_001, 3_000, 3_001];
const values: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(undefined, null, true, false, 0, 1, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY),
  fc.constantFrom<Json>('', ' ', '<!channel>', '<!here|x>', '\ud800', 'danger', 'http://[', 'divider'),
  fc.constantFrom(...lengths).map((length) => 'x'.repeat(length)),
  fc.constantFrom(...common, ...everyField, ...inlines, plain('a'), option('a'), {}, []),
  fc.jsonValue({ maxDepth: 2 }),
);
const change: fc.Arbitrary<Change> = fc.oneof(
  values.map(
    (value): Change =>
      () =>
        value,
  ),
  fc.tuple(fc.constantFrom('type', 'text', 'block_id', 'style', 'extra'), values).map(
    ([key, value]): Change =>
      (old) =>
        typeof old === 'object' && old !== null && !Array.isArray(old) ? { ...old, [key]: value } : old,
  ),
  fc.tuple(fc.integer({ min: 2, max: 110 }), fc.boolean()).map(
    ([times, withNames]): Change =>
      (old) =>
        Array.isArray(old)
          ? Array.from({ length: times }, (_, index) => {
              const one: Json = old[index % old.length];
              const isNamed = withNames && typeof one === 'object' && one !== null && 'action_id' in one;
              return isNamed ? { ...one, action_id: `${index}` } : one;
            })
          : old,
  ),
  fc.constant<Change>((old) => (Array.isArray(old) ? old.slice(1) : old)),
);

/** The value with one thing in it changed, however deep: `steps` choose the way there, by positions among what there is. */
const changed = (value: Json, steps: readonly number[], change: Change): Json => {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== 'object' || value === null) return change(value);
  const entries = Object.entries(value);
  const entry = entries[step % (entries.length || 1)];
  if (!entry) return change(value);
  const inner = changed(entry[1], rest, change);
  if (Array.isArray(value)) return value.map((old, index) => (`${index}` === entry[0] ? inner : old));
  return { ...value, [entry[0]]: inner };
};

const changes = fc.array(fc.tuple(fc.array(fc.nat(30), { maxLength: 7 }), change), {
  minLength: 1,
  maxLength: 2,
});

test('what is changed anyhow is let through by both, or by neither', () => {
  let refused = 0;
  let taken = 0;
  fc.assert(
    fc.property(fc.constantFrom(...right), changes, ([method, payload], all) => {
      const given = all.reduce<Json>((value, [steps, how]) => changed(value, steps, how), payload);
      const isTaken = isRight(method, given);
      if (isTaken) taken += 1;
      else refused += 1;
      expect(isLetThrough(method, given)).toBe(isTaken);
    }),
    { numRuns: 3_000 },
  );
  // Neither is so rare that the comparison would say nothing.
  expect(Math.min(refused, taken)).toBeGreaterThan(100);
});

test('any answer, rendered, and any JSON: both say the same', () => {
  fc.assert(
    fc.property(arbitraryAnswer, fc.jsonValue(), fc.constantFrom(...methods()), (answer, any, method) => {
      for (const { text, blocks } of render(answer, { question, private: false, quoted: true })) {
        const payload = { channel: 'C1', text, blocks };
        expect(isRight('chat.postMessage', payload)).toBe(true);
        expect(isLetThrough('chat.postMessage', payload)).toBe(true);
      }
      expect(isLetThrough(method, any)).toBe(isRight(method, any));
    }),
    { numRuns: 60 },
  );
});
