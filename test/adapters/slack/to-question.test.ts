import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeText } from '../../../adapters/slack/escape.ts';
import { textOf, toQuestion } from '../../../adapters/slack/to-question.ts';
import { fixture, fixtureNames, type Payload } from '../../slack/fixtures.ts';
import { ids } from '../../slack/ids.ts';

const self = { team: ids.team, botId: ids.bot, botUserId: ids.botUser };
const read = (name: string, event: Payload = {}) => toQuestion(fixture(name, { event })['event'], self);
const id = (ts: string, channel: string = ids.channel) => `slack:${ids.team}:${channel}:${ts}`;

test.each([
  // Surface, whether it is said to us, and which thread it belongs to.
  ['app-mention-channel', 'channel', true, id('1763640011.101119')],
  ['app-mention-thread', 'channel', true, id('1763640010.100119')],
  ['app-mention-private-channel', 'channel', true, id('1763640013.103119', ids.privateChannel)],
  ['app-mention-direct', 'direct', true, `slack:${ids.team}:${ids.direct}`],
  ['message-channels-mention', 'channel', true, id('1763640011.101119')],
  ['message-thread-reply', 'channel', false, id('1763640011.101119')],
  ['message-thread-reply-mention', 'channel', true, id('1763640011.101119')],
  ['message-im', 'direct', true, `slack:${ids.team}:${ids.direct}`],
  ['message-im-assistant', 'direct', true, id('1763640019.109119', ids.direct)],
])('%s', (name, surface, named, thread) => {
  expect(read(name)).toMatchObject({ named, place: { surface }, question: { thread } });
});

test('of all recorded events, these are questions', () => {
  const asked = fixtureNames().filter((name) => 'event' in fixture(name) && read(name));
  expect(asked).toEqual([
    'app-mention-channel',
    'app-mention-direct',
    'app-mention-private-channel',
    'app-mention-thread',
    'message-channels-mention',
    'message-file-share',
    'message-im',
    'message-im-assistant',
    'message-thread-broadcast',
    'message-thread-reply',
    'message-thread-reply-colleague',
    'message-thread-reply-mention',
  ]);
});

test('what we said ourselves is none, also where Slack does not say that it was a bot', () => {
  const plain = { bot_id: undefined, bot_profile: undefined, subtype: undefined };
  expect(read('message-own', { ...plain, channel: ids.direct })).toBeNull();
  expect(read('message-own', { ...plain, channel: ids.direct, user: ids.asker })).not.toBeNull();
});

test('a mention and the message it is have one id; other messages have others', () => {
  const mention = read('app-mention-channel')?.question;
  expect(mention).toEqual(read('message-channels-mention')?.question);
  const ofOthers = ['ts', 'channel'].map((key) => read('app-mention-channel', { [key]: '1.5' })?.question.id);
  expect(new Set([mention?.id, ...ofOthers]).size).toBe(3);
});

test('workspaces share no id, thread or person', () => {
  const other = toQuestion(fixture('app-mention-channel')['event'], { ...self, team: 'T2' });
  for (const key of ['id', 'thread', 'author'] as const) {
    expect(other?.question[key]).toMatch(/^slack:T2:/);
    expect(read('app-mention-channel')?.question[key]).toMatch(/^slack:T0STACK001:/);
  }
});

test.each([
  ['our name is not part of it', `<@${ids.botUser}> which?`, 'which?'],
  ['nor with the name beside the id', `<@${ids.botUser}|stack> which?`, 'which?'],
  ['wherever it stands', `tell us, <@${ids.botUser}>, which?`, 'tell us,  , which?'],
  ['names of others stay', '<@U0OTHER001> and I', '<@U0OTHER001> and I'],
  ['nor is one taken for ours that begins alike', `<@${ids.botUser}2> and I`, `<@${ids.botUser}2> and I`],
  ['what Slack escaped is what was typed', 'a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
])('%s', (_, text, expected) => {
  expect(textOf(text, ids.botUser)).toBe(expected);
});

test('whatever is typed comes in as it was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('&', '<', '>', 'a', ';', 'lt', ' ') }), (typed) => {
      expect(textOf(escapeText(typed), ids.botUser)).toBe(typed.trim());
    }),
  );
});

test('whatever Slack sends: a question or none, never an error', () => {
  const odd = fc.dictionary(
    fc.constantFrom('type', 'channel', 'user', 'text', 'ts', 'thread_ts', 'subtype', 'bot_id', 'edited'),
    fc.oneof(fc.constantFrom('message', 'app_mention', 'C1', '1.1'), fc.anything()),
  );
  fc.assert(fc.property(fc.oneof(odd, fc.anything()), (event) => void toQuestion(event, self)));
});
