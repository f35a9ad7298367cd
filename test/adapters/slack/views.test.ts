import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPayload } from '../../../adapters/slack/check-payload.ts';
import { readCorrection, renderCorrection } from '../../../adapters/slack/views/correction.ts';
import type { ViewState } from '../../../adapters/slack/views/fields.ts';
import { readForm, renderForm } from '../../../adapters/slack/views/form.ts';
import { renderHome } from '../../../adapters/slack/views/home.ts';
import { readVoteReason, renderVoteReason } from '../../../adapters/slack/views/vote-reason.ts';
import { createCatalog } from '../../../src/answering/catalog.ts';
import type { Catalog, SetNeed } from '../../../src/index.ts';
import { mind } from '../../answering/bot.ts';
import { text } from '../arbitrary-answer.ts';
import { shownIn } from './shown.ts';

const catalog: Pick<Catalog, 'groups' | 'examples'> = {
  groups: [
    {
      id: 'load',
      name: 'Load',
      requirements: Array.from({ length: 12 }, (_, index) => ({
        id: `r${index}`,
        name: `requirement ${index}`,
        ask: `Is it ${index}?`,
      })),
    },
    { id: 'empty', name: 'Empty', requirements: [] },
    { id: 'team', name: 'Team', requirements: [{ id: 'typed', name: 'typed code', ask: 'Typed?' }] },
  ],
  examples: ['chat app?', 'and the numbers?'],
};
const open = (view: unknown) => checkPayload('views.open', { trigger_id: 't', view });
const publish = (view: unknown) => checkPayload('views.publish', { user_id: 'U1', view });

describe('with our own knowledge, Slack takes', () => {
  const own = createCatalog(mind.knowledge);
  const all = own.groups.flatMap(({ requirements }) => requirements);

  test('the form, which offers every requirement', () => {
    const view = renderForm(own, '{}');
    open(view);
    expect(all.filter(({ name }) => !shownIn(view.blocks).includes(name))).toEqual([]);
  });

  test.each(['required', 'preferred', 'excluded'] as const)(
    'the correction with all of them %s',
    (stance) => {
      open(
        renderCorrection(
          own,
          all.map(({ id }) => ({ id, stance })),
          '{}',
        ),
      );
    },
  );

  test('the correction with none, which offers them all', () => {
    const view = renderCorrection(own, [], '{}');
    open(view);
    expect(all.filter(({ name }) => !shownIn(view.blocks).includes(name))).toEqual([]);
  });

  test('the home', () => {
    publish(renderHome({ catalog: own, decisions: [], scopes: [] }));
  });
});

test('with any catalog, decisions and words, Slack takes every view', () => {
  const requirement = fc.record({ id: fc.uuid(), name: text, ask: text });
  const groups = fc.uniqueArray(
    fc.record({ id: fc.uuid(), name: text, requirements: fc.array(requirement, { maxLength: 25 }) }),
    { maxLength: 6, selector: ({ id }) => id },
  );
  const decision = fc.record({
    headline: text,
    asked: text,
    when: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  });
  const scope = fc.record({ scope: fc.constant('chat:write'), why: fc.constant('answer') });
  fc.assert(
    fc.property(
      groups,
      fc.array(decision),
      fc.array(scope),
      fc.array(text),
      (any, decisions, scopes, examples) => {
        const all = any.flatMap(({ requirements }) => requirements);
        open(renderForm({ groups: any }, '{}'));
        open(
          renderCorrection(
            { groups: any },
            all.slice(0, 60).map(({ id }) => ({ id, stance: 'required' })),
            '{}',
          ),
        );
        publish(renderHome({ catalog: { examples: examples.slice(0, 5) }, decisions, scopes }));
      },
    ),
    { numRuns: 40, endOnFailure: true },
  );
});

describe('the form', () => {
  const blocks = renderForm(catalog, '{"channel":"C1"}').blocks;

  test('goes on in a second group of boxes where one is full, and leaves empty subjects out', () => {
    const labels = blocks.map((block) => ('label' in block ? block.label.text : ''));
    expect(labels).toEqual([
      'What are you building?',
      'Load',
      'Load (more)',
      'Team',
      'What does your team know?',
      'Anything else?',
    ]);
  });

  test('is read back as it was filled in, and as a text for the thread', () => {
    const values: ViewState = {
      building: { field: { value: ' A chat app ' } },
      'needs:load:0': { field: { selected_options: [{ value: 'r3' }, { value: 'r1' }] } },
      'needs:load:1': { field: { selected_options: [] } },
      'needs:team:0': { field: { selected_options: [{ value: 'typed' }, { value: 'no longer known' }] } },
      team: { field: { value: 'Java!' } },
      more: { field: { value: null } },
    };
    expect(readForm(catalog, values)).toEqual({
      building: 'A chat app',
      team: 'Java!',
      more: '',
      needs: [
        { id: 'r1', stance: 'required' },
        { id: 'r3', stance: 'required' },
        { id: 'typed', stance: 'required' },
      ],
      text: 'A chat app.\nWe need: requirement 1, requirement 3, typed code.\nOur team: Java!',
    });
  });

  test('left empty is an empty text', () => {
    expect(readForm(catalog, {})).toMatchObject({ text: '', needs: [] });
  });
});

describe('the correction', () => {
  const standing: readonly SetNeed[] = [
    { id: 'r1', stance: 'required' },
    { id: 'typed', stance: 'excluded' },
  ];
  const view = renderCorrection(catalog, standing, '{}');

  test('shows each requirement with its stance, and offers the others', () => {
    expect(shownIn(view.blocks).filter((shown) => /^(requirement 1|typed code)$/.test(shown))).toEqual([
      'requirement 1',
      'typed code',
    ]);
    const chosen = JSON.stringify(view.blocks).match(/(?<="initial_option":.{0,90}"value":")\w+/g);
    expect(chosen).toEqual(['required', 'excluded']);
  });

  test('is read back: stances, and what was added as required', () => {
    expect(
      readCorrection({
        'stance:r1': { field: { selected_option: { value: 'open' } } },
        'stance:typed': { field: { selected_option: { value: 'preferred' } } },
        'stance:r2': { field: { selected_option: { value: 'of an older version' } } },
        'stance:r3': { field: { selected_option: null } },
        add: { field: { selected_options: [{ value: 'r5' }] } },
      }),
    ).toEqual([
      { id: 'r1', stance: 'open' },
      { id: 'typed', stance: 'preferred' },
      { id: 'r5', stance: 'required' },
    ]);
  });
});

test('the reason for a vote may be chosen, written, both or neither', () => {
  open(renderVoteReason('m1'));
  expect(
    readVoteReason({
      reason: { field: { selected_option: { value: 'outdated' } } },
      words: { field: { value: ' x ' } },
    }),
  ).toEqual({
    reason: 'outdated',
    words: 'x',
  });
  expect(readVoteReason({ reason: { field: { selected_option: null } } })).toEqual({
    reason: undefined,
    words: '',
  });
});

test('the home lists decisions with their date and question, and why it may do what it may', () => {
  const view = renderHome({
    catalog,
    decisions: [
      {
        headline: '*Left*, clear.',
        asked: 'chat?',
        when: Date.UTC(2026, 10, 21),
        link: 'https://a.example/p1',
      },
    ],
    scopes: [{ scope: 'chat:write', why: 'answer' }],
  });
  publish(view);
  const json = JSON.stringify(view.blocks);
  expect(json).toContain('{"type":"link","url":"https://a.example/p1","text":"Left, clear."}');
  expect(json).toContain('"timestamp":1795219200,"format":"{date_short_pretty}","fallback":"2026-11-21"');
  expect(shownIn(view.blocks).join('\n')).toMatch(/ \(chat\?\)[\s\S]*chat:write\n: answer$/);
});
