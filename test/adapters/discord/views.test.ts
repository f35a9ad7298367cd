import { ComponentType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { checkPayload } from '../../../adapters/discord/check-payload.ts';
import {
  readCorrection,
  toCorrectionModal,
  type Understood,
} from '../../../adapters/discord/views/correction.ts';
import { readForm, toFormModal } from '../../../adapters/discord/views/form.ts';
import { renderHelp } from '../../../adapters/discord/views/help.ts';
import { type Modal, submittedOf } from '../../../adapters/discord/views/modal.ts';
import { readReason, toReasonModal } from '../../../adapters/discord/views/reason.ts';
import { createCatalog } from '../../../src/answering/catalog.ts';
import { readMind } from '../../../src/build-advisor.ts';
import { judge } from '../../discord/judge.ts';
import { strange } from '../arbitrary-answer.ts';
import { problemsOf } from './as-sent.ts';

const catalog = createCatalog(readMind().knowledge);
const question = 'discord:1234567890123456789:1234567890123456789';

/** Our own check and Discord's document. */
const isTaken = (modal: Modal) => {
  checkPayload('modal', modal);
  const body = { type: 9, data: modal };
  expect(judge({ method: 'POST', path: '/interactions/1/token/callback', body, files: [] })).toEqual([]);
};

/** The fields by custom id, with what can be chosen and what is chosen already. */
const fieldsOf = (modal: Modal) =>
  modal.components.flatMap((one) => {
    if (one.type !== ComponentType.Label) return [];
    const { component, label } = one;
    const options = component.type === ComponentType.StringSelect ? component.options : [];
    return [{ id: component.custom_id, label, options, chosen: options.filter((option) => option.default) }];
  });

/** As somebody would send it who changes nothing but what is given. */
const submit = (modal: Modal, changes: Readonly<Record<string, string | readonly string[]>> = {}) =>
  submittedOf(
    fieldsOf(modal).map(({ id, chosen }) => {
      const given = changes[id] ?? chosen.map(({ value }) => value);
      return typeof given === 'string' ? { customId: id, value: given } : { customId: id, values: given };
    }),
  );

const groupsOf = (sizes: readonly number[], name = (index: number) => `Need ${index}`) =>
  sizes.map((size, group) => ({
    id: `g${group}`,
    name: `Group ${group}`,
    requirements: Array.from({ length: size }, (_, index) => ({
      id: `r${group}.${index}`,
      name: name(index),
      ask: `${name(index)}?`,
    })),
  }));

describe('the form', () => {
  test('asks for words, then for the needs of each subject', () => {
    const modal = toFormModal(catalog);
    isTaken(modal);
    expect(fieldsOf(modal).map(({ label }) => label)).toEqual([
      'What are you building?',
      ...catalog.groups.map(({ name }) => name),
    ]);
    const offered = fieldsOf(modal).flatMap(({ options }) => options.map(({ value }) => value));
    expect(offered).toEqual(catalog.groups.flatMap(({ requirements }) => requirements.map(({ id }) => id)));
  });

  test('what is ticked is required', () => {
    const [first, second] = catalog.groups.flatMap(({ requirements }) => requirements.map(({ id }) => id));
    const submitted = submit(toFormModal(catalog), {
      text: ' a shop ',
      'needs.0': [first ?? '', second ?? ''],
    });
    expect(readForm(submitted)).toEqual({
      text: 'a shop',
      needs: [
        { id: first, stance: 'required' },
        { id: second, stance: 'required' },
      ],
    });
  });

  test('left empty it is empty', () => {
    expect(readForm(submit(toFormModal(catalog), { text: '' }))).toEqual({ text: '', needs: [] });
  });

  test.each([
    ['more subjects than fields', [3, 3, 3, 3, 3, 3]],
    ['a subject longer than a menu', [40, 3]],
    ['no subject', []],
    ['an empty subject', [0, 2]],
  ])('%s: every need can be ticked', (_, sizes) => {
    const groups = groupsOf(sizes);
    const modal = toFormModal({ groups });
    isTaken(modal);
    const offered = fieldsOf(modal).flatMap(({ options }) => options.map(({ value }) => value));
    expect(offered).toEqual(groups.flatMap(({ requirements }) => requirements.map(({ id }) => id)));
  });

  test('whatever needs are called, Discord takes it', () => {
    isTaken(toFormModal({ groups: groupsOf([25], (index) => strange[index]?.repeat(20) ?? '') }));
  });
});

describe("That's wrong", () => {
  const ids = catalog.groups.flatMap(({ requirements }) => requirements.map(({ id }) => id));
  const [a = '', b = '', c = '', d = ''] = ids;
  const understood: readonly Understood[] = [
    { id: a, stance: 'required' },
    { id: b, stance: 'preferred' },
    { id: c, stance: 'excluded' },
  ];
  const modal = toCorrectionModal(question, understood, catalog);

  test('shows what was understood under its stance, and offers all the rest', () => {
    isTaken(modal);
    const chosen = fieldsOf(modal).map(({ id, chosen }) => [id, chosen.map(({ value }) => value)]);
    expect(chosen.slice(0, 3)).toEqual([
      ['required', [a]],
      ['preferred', [b]],
      ['excluded', [c]],
    ]);
    const rest = fieldsOf(modal)
      .slice(3)
      .flatMap(({ options }) => options.map(({ value }) => value));
    expect(rest.toSorted()).toEqual(ids.slice(3).toSorted());
  });

  test('sent unchanged it confirms what was understood', () => {
    expect(readCorrection(submit(modal), understood)).toEqual(understood);
  });

  test.each([
    ['ticked nowhere: not said', { required: [] }, { id: a, stance: 'open' }],
    ['moved', { required: [], excluded: [a, c] }, { id: a, stance: 'excluded' }],
    ['ticked twice: the new one counts', { excluded: [a, c] }, { id: a, stance: 'excluded' }],
  ])('%s', (_, changes, expected) => {
    expect(readCorrection(submit(modal, changes), understood)[0]).toEqual(expected);
  });

  test('added', () => {
    expect(readCorrection(submit(modal, { 'add.0': [d] }), understood)).toEqual([
      ...understood,
      { id: d, stance: 'required' },
    ]);
  });

  test('nothing understood: only what can be added', () => {
    const empty = toCorrectionModal(question, [], catalog);
    isTaken(empty);
    expect(fieldsOf(empty).every(({ id }) => id.startsWith('add.'))).toBe(true);
    expect(readCorrection(submit(empty, { 'add.1': [d] }), [])).toEqual([{ id: d, stance: 'required' }]);
  });

  test('more understood than a menu holds: the rest stays as it is', () => {
    const many = ids.slice(0, 30).map((id): Understood => ({ id, stance: 'required' }));
    const long = toCorrectionModal(question, many, catalog);
    isTaken(long);
    expect(readCorrection(submit(long), many)).toEqual(many.slice(0, 25));
  });
});

describe('a vote', () => {
  const modal = toReasonModal(question);
  test('is asked for its reason', () => {
    isTaken(modal);
    expect(readReason(submit(modal, { reason: ['outdated'], text: 'from 2021 ' }))).toEqual({
      reason: 'outdated',
      words: 'from 2021',
    });
    expect(readReason(submit(modal, { text: '' }))).toEqual({});
  });
});

test('the help shows examples that ask themselves', () => {
  expect(problemsOf(renderHelp(catalog.examples))).toEqual([]);
  expect(problemsOf(renderHelp(strange))).toEqual([]);
  expect(JSON.stringify(renderHelp(catalog.examples))).toContain('"custom_id":"example|0|"');
});
