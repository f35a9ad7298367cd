import { expect, test } from 'vitest';
import { createCertainty } from '../../src/answering/certainty.ts';
import type { Conversation } from '../../src/domain/conversation.ts';
import type { Recommendation } from '../../src/domain/recommendation.ts';
import { conversation, createBoats, fired, inForce, readBoats, recommendation, said } from './boats.ts';

/** The boats with a second document, which only the dispute about wind draws on. */
const certain = (before: Partial<Conversation>, made: Partial<Recommendation> = {}) => {
  const small = readBoats();
  const [paper] = small.sources;
  if (!paper) throw new Error('the boats have no source');
  const knowledge = {
    ...small,
    sources: [
      ...small.sources,
      { ...paper, id: 'log', label: 'log', reliability: 'low' as const, why: 'It is old.' },
    ],
    disputes: small.disputes.map((dispute) => ({
      ...dispute,
      about: ['distance'],
      sides: dispute.sides.map((side, at) => (at === 1 ? { ...side, sources: ['log'] } : side)),
    })),
  };
  const { facts, phrasing } = createBoats(knowledge);
  return createCertainty(knowledge, facts, phrasing)(conversation(before), recommendation(made));
};

const paper = 'certainty.source paper 1999 high It measured.';
const log = 'certainty.source log 1999 low It is old.';
const about = (...ids: readonly string[]): Pick<Conversation, 'last'> => ({
  last: { kind: 'explain', act: 'explain', query: '', options: [], about: ids },
});

test.each<
  [why: string, before: Partial<Conversation>, made: Partial<Recommendation>, texts: readonly string[]]
>([
  ['nothing claimed yet', {}, { fired: [] }, ['certainty.nothing']],
  ['a pick rests on the sources of its rules', {}, {}, ['certainty.headline 1', paper]],
  [
    'each source once, in the order of the knowledge',
    {},
    { fired: [{ ...fired('sail', ['cargo']), sources: ['log', 'paper'] }, fired('sail', ['distance'])] },
    ['certainty.headline 2', paper, log],
  ],
  [
    'a fact rests on its own sources, not on those of the pick',
    about('wind-work'),
    { fired: [{ ...fired('sail', ['cargo']), sources: ['log'] }] },
    ['certainty.headline 1', paper],
  ],
  ['a card', about('speeds'), {}, ['certainty.headline 1', paper]],
  ['a correction', about('anchor'), {}, ['certainty.headline 1', paper]],
  [
    'a dispute rests on both sides and is named',
    about('wind'),
    {},
    ['certainty.headline 2', paper, log, 'certainty.disputes', 'It blows.'],
  ],
  [
    'a dispute about a need in force is named beside the pick',
    { requirements: inForce('distance') },
    {},
    ['certainty.headline 1', paper, 'certainty.disputes', 'It blows.'],
  ],
  ['one about another need is not', { requirements: inForce('cargo') }, {}, ['certainty.headline 1', paper]],
])('%s', (_, before, made, texts) => {
  const { headline, blocks } = certain(before, made);
  expect([headline.text, ...said(blocks)].map((text) => text.trim())).toEqual(texts);
});

test('a follow-up to it still knows what it was about', () => {
  expect(certain(about('speeds')).about).toEqual(['speeds']);
});
