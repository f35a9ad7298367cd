import { expect, test } from 'vitest';
import { lacksFact, mayAskForFact, withFact } from '../../src/answering/with-fact.ts';
import { withVerdict } from '../../src/answering/with-verdict.ts';
import { sentence } from '../../src/domain/answer.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { Reading } from '../../src/domain/reading.ts';
import { createBoats, said } from './boats.ts';

/** Boats, with the first thing they know and a hit on it of some score. */
const setUp = () => {
  const { knowledge, facts, phrasing } = createBoats();
  const [unit] = knowledge.units;
  if (!unit) throw new Error('the boats have no unit');
  const found = (score: number): Finding => ({ kind: 'found', hits: [{ kind: 'unit', id: unit.id, score }] });
  return { facts, phrasing, unit, found };
};
const body = { headline: sentence('Sail.', [{ kind: 'voice', id: 'pick.close' }]), blocks: [], about: [] };

test('a pick says what the sources hold on the words, where an entry answers them', () => {
  const { facts, phrasing, unit, found } = setUp();
  const told = withFact(facts, phrasing, body, found(2));
  expect(told.headline).toBe(body.headline);
  expect(JSON.stringify(said(told.blocks))).toContain(unit.statements[0]?.text);
  expect(told.about).toContain(unit.id);
});

test('words in common are no answer, and what is unknown adds nothing', () => {
  const { facts, phrasing, found } = setUp();
  expect(withFact(facts, phrasing, body, found(1))).toBe(body);
  const unknown: Finding = { kind: 'unknown', why: 'nothing', missing: '', nearest: [] };
  expect(withFact(facts, phrasing, body, unknown)).toBe(body);
});

test('only a pick that is in doubt may have asked for a fact', () => {
  const reading = (kind: Reading['kind'], confidence: number) => ({ kind, confidence }) as Reading;
  expect(mayAskForFact(reading('recommend', 0.6))).toBe(true);
  expect(mayAskForFact(reading('recommend', 0.95))).toBe(false);
  expect(mayAskForFact(reading('explain', 0.6))).toBe(false);
});

test('a figure or a country that is not held shows that a fact was asked for; an unknown name does not', () => {
  const unknown = (why: 'quantity' | 'qualifier' | 'subject'): Finding => ({
    kind: 'unknown',
    why,
    missing: 'x',
    nearest: [],
  });
  expect(lacksFact(unknown('quantity'))).toBe(true);
  expect(lacksFact(unknown('qualifier'))).toBe(true);
  expect(lacksFact(unknown('subject'))).toBe(false);
});

test('yes or no goes first, then what bears it out', () => {
  const { phrasing } = setUp();
  const no = withVerdict(phrasing, body, { says: 'no', said: '2015' });
  expect(no.headline.text).toContain('verdict.no');
  expect(no.headline.text).toContain('2015');
  expect(no.blocks).toEqual([{ kind: 'paragraph', sentences: [body.headline] }]);
  expect(withVerdict(phrasing, body, { says: 'no', said: 'a firm' }).headline.text).toContain(
    'verdict.no-use',
  );
  expect(withVerdict(phrasing, body, { says: 'yes', said: 'a firm' }).headline.text).toContain('verdict.yes');
});
