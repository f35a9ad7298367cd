import { expect, test } from 'vitest';
import { createConversationFold, emptyConversation } from '../../src/conversation/conversation-fold.ts';
import type { Outcome, Turn } from '../../src/domain/conversation.ts';
import type { Reading } from '../../src/domain/reading.ts';

/** "sails" and "motors" are two crews of which the one named last counts. */
const { fold, read, settle } = createConversationFold([
  { id: 'far', replaces: [] },
  { id: 'cargo', replaces: [] },
  { id: 'sails', replaces: ['motors'] },
  { id: 'motors', replaces: ['sails'] },
]);

const plain: Reading = {
  kind: 'recommend',
  act: 'pick',
  confidence: 1,
  because: [],
  options: [],
  ruledOut: [],
  frameworks: [],
  outside: [],
  requirements: [],
  dropped: [],
  contradictions: [],
  revision: 'add',
  pushed: false,
  query: '',
};
const decided: Outcome = {
  answerKind: 'pick',
  choice: 'sail',
  lean: null,
  strength: 'clear',
  asked: null,
  about: [],
  answered: true,
};

/** "far" wanted, "!far" excluded, "~far" preferred. */
const mentions = (...terms: readonly string[]): Reading['requirements'] =>
  terms.map((term) => ({
    id: term.replace(/^[!~]/, ''),
    stance: term.startsWith('!') ? 'excluded' : term.startsWith('~') ? 'preferred' : 'required',
    said: term,
    confidence: 1,
  }));
const saying = (...terms: readonly string[]): Partial<Reading> => ({ requirements: mentions(...terms) });

const turnsOf = (readings: readonly Partial<Reading>[]): readonly Turn[] =>
  readings.map((reading, at) => ({
    question: { id: `m${at + 1}`, thread: 't', text: '', author: 'ada', at },
    reading: { ...plain, ...reading },
    outcome: decided,
  }));

const sign = { required: '', preferred: '~', excluded: '!' } as const;
/** What is in force, with the message that gave it. */
const inForce = (...readings: readonly Partial<Reading>[]) =>
  fold(turnsOf(readings)).requirements.map(({ id, stance, turn }) => `${sign[stance]}${id} ${turn}`);

test.each<[why: string, readings: readonly Partial<Reading>[], expected: readonly string[]]>([
  ['nothing said', [], []],
  ['later messages add', [saying('far'), saying('cargo')], ['far m1', 'cargo m2']],
  ['small talk changes nothing', [saying('far'), { kind: 'smalltalk', act: 'thanks' }], ['far m1']],
  ['a new stance takes the place of the old one', [saying('far'), saying('!far')], ['!far m2']],
  ['said weaker, it is weaker', [saying('far'), saying('~far')], ['~far m2']],
  // Undo goes by the message of the last entry, so what is said again must move there.
  [
    'said again, it belongs to the new message',
    [saying('far', 'cargo'), saying('far')],
    ['cargo m1', 'far m2'],
  ],
  ['one crew replaces the other', [saying('sails', 'far'), saying('motors')], ['far m1', 'motors m2']],
  ['a crew that is denied replaces nobody', [saying('sails'), saying('!motors')], ['sails m1', '!motors m2']],
  ['a crew that would be nice replaces, too', [saying('sails'), saying('~motors')], ['~motors m2']],
  ['two crews in one message are both there', [saying('sails', 'motors')], ['sails m1', 'motors m1']],
  ['dropped is neither wanted nor denied', [saying('far', 'cargo'), { dropped: ['far'] }], ['cargo m1']],
  ['dropping what was never said is harmless', [saying('far'), { dropped: ['cargo'] }], ['far m1']],
  [
    'dropped and said anew in one message, it counts',
    [saying('far'), { ...saying('!far'), dropped: ['far'] }],
    ['!far m2'],
  ],
  [
    'another project starts from nothing',
    [saying('far'), { ...saying('cargo'), revision: 'restart' }],
    ['cargo m2'],
  ],
  [
    'undo takes back the last message',
    [saying('far'), saying('cargo', 'sails'), { revision: 'undo' }],
    ['far m1'],
  ],
  [
    'undo with a correction: the old goes, the new comes',
    [saying('far'), saying('cargo'), { ...saying('sails'), revision: 'undo' }],
    ['far m1', 'sails m3'],
  ],
  [
    'undo twice takes back two',
    [saying('far'), saying('cargo'), { revision: 'undo' }, { revision: 'undo' }],
    [],
  ],
  ['undo passes over messages that gave nothing', [saying('far'), {}, { revision: 'undo' }], []],
  ['undo at the start is harmless', [{ revision: 'undo' }, saying('far')], ['far m2']],
  [
    'said both ways, nothing comes of it until it is clear',
    [{ ...saying('far', '!far', 'cargo'), contradictions: ['far'] }],
    ['cargo m1'],
  ],
  [
    'said both ways later, it stands as it stood',
    [saying('far'), { ...saying('!far'), contradictions: ['far'] }],
    ['far m1'],
  ],
  [
    'a crew said both ways replaces nobody',
    [saying('sails'), { ...saying('motors', '!motors'), contradictions: ['motors'] }],
    ['sails m1'],
  ],
])('%s', (_, readings, expected) => {
  expect(inForce(...readings)).toEqual(expected);
});

test.each<[why: string, readings: readonly Partial<Reading>[], expected: readonly string[]]>([
  ['kept over messages', [{ ruledOut: ['motor'] }, saying('far')], ['motor']],
  ['once, however often', [{ ruledOut: ['motor'] }, { ruledOut: ['motor', 'oars'] }], ['motor', 'oars']],
  ['named as a candidate again, it is back', [{ ruledOut: ['motor'] }, { options: ['motor'] }], []],
  ['asked about, it is not', [{ ruledOut: ['motor'] }, { act: 'explain', options: ['motor'] }], ['motor']],
  [
    'named in order to rule it out',
    [{ ruledOut: ['motor'] }, { options: ['motor'], ruledOut: ['motor'] }],
    ['motor'],
  ],
  ['another project', [{ ruledOut: ['motor'] }, { revision: 'restart', ruledOut: ['sail'] }], ['sail']],
])('ruled out: %s', (_, readings, expected) => {
  expect(fold(turnsOf(readings)).ruledOut).toEqual(expected);
});

test.each<[why: string, readings: readonly Partial<Reading>[], expected: readonly string[]]>([
  ['until the thread ends', [{ unasked: ['motor'] }, saying('far')], ['motor']],
  ['until it is ruled out itself', [{ unasked: ['motor'] }, { options: ['sail'], ruledOut: ['sail'] }], []],
  ['until the other is named as a candidate', [{ unasked: ['motor'] }, { options: ['motor'] }], []],
  [
    'though the other is asked about',
    [{ unasked: ['motor'] }, { act: 'why-not', options: ['motor'] }],
    ['motor'],
  ],
  ['the other way round', [{ unasked: ['motor'] }, { unasked: ['sail'], options: ['motor'] }], ['sail']],
  ['not in another project', [{ unasked: ['motor'] }, { revision: 'restart' }], []],
])('a choice stays within an option %s', (_, readings, expected) => {
  expect(fold(turnsOf(readings)).unasked).toEqual(expected);
});

const settled = (outcome: Partial<Outcome>, reading: Partial<Reading> = {}, before = emptyConversation) => {
  const whole = { ...plain, ...reading };
  return settle(read(before, whole, 'm2'), whole, { ...decided, ...outcome });
};
const standing = { choice: 'motor', lean: null, strength: 'solid' } as const;

test.each<[why: string, outcome: Partial<Outcome>, reading: Partial<Reading>, expected: unknown]>([
  ['a recommendation stands', {}, {}, { choice: 'sail', lean: null, strength: 'clear' }],
  [
    'an open one stands with its lean',
    { choice: 'depends', lean: 'sail', strength: 'close' },
    {},
    { choice: 'depends', lean: 'sail', strength: 'close' },
  ],
  ['an answer without one leaves the last standing', { choice: null, strength: null }, {}, standing],
  ['a question back leaves the last standing', { choice: 'depends', strength: null }, {}, standing],
  ['another project starts without', { choice: null, strength: null }, { revision: 'restart' }, null],
])('standing: %s', (_, outcome, reading, expected) => {
  expect(settled(outcome, reading, { ...emptyConversation, turns: 1, standing }).standing).toEqual(expected);
});

test('an open question lapses with the next answer, unless that asks again', () => {
  const asking = settled({ asked: 'far' });
  expect(asking.openQuestion).toBe('far');
  expect(settled({ asked: null }, {}, asking).openQuestion).toBeNull();
  expect(settled({ asked: 'cargo' }, {}, asking).openQuestion).toBe('cargo');
});

test('while a message is read, the question it may answer is still open', () => {
  expect(read(settled({ asked: 'far' }), plain, 'm3').openQuestion).toBe('far');
});

test('small talk between leaves "why?" its subject', () => {
  const told = settled({ about: ['wind'] }, { act: 'explain', query: 'does it blow', options: ['sail'] });
  const thanked = settled({ about: [] }, { kind: 'smalltalk', act: 'thanks', query: 'thanks' }, told);
  expect(told.last).toEqual({
    kind: 'recommend',
    act: 'explain',
    query: 'does it blow',
    options: ['sail'],
    about: ['wind'],
  });
  expect(thanked.last).toMatchObject({ act: 'thanks', query: 'thanks', about: ['wind'] });
});

test('every turn counts, and folding part of them is the state in between', () => {
  const turns = turnsOf([saying('far'), saying('cargo'), { revision: 'undo' }]);
  expect(fold(turns).turns).toBe(3);
  expect(fold(turns.slice(0, 2)).requirements).toHaveLength(2);
  expect(fold([])).toEqual(emptyConversation);
});

test('folding changes nothing of what it is given', () => {
  const turns = turnsOf([saying('far', 'sails'), { ...saying('motors'), dropped: ['far'] }]);
  const copy = structuredClone(turns);
  fold(turns);
  expect(turns).toEqual(copy);
});
