import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { FindOptions } from '../../src/domain/finding.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { createFolder } from '../../src/text/fold.ts';

const loaded = loadKnowledge(fileURLToPath(new URL('../../knowledge', import.meta.url)));
if ('problems' in loaded) throw new Error('the knowledge has problems');
const { knowledge } = loaded;
const spellings = knowledge.options.flatMap(({ id, names, frameworks }) => [
  { as: id, forms: names },
  ...frameworks.map((framework) => ({ as: framework.id, forms: [framework.id, ...framework.names] })),
]);
const { find } = createSearch({ knowledge, fold: createFolder({ spellings }).fold });
const about = (named: Partial<FindOptions> = {}): FindOptions => ({
  options: [],
  frameworks: [],
  context: [],
  ...named,
});

test.each([
  ['webpack vs vite', 'both are listed in one breath: nothing tells them apart'],
  ['is scrapy better than beautiful soup', 'the same, with "than"'],
  ['does google use node', 'a firm that is named elsewhere, but not as a user of anything'],
  ['what salary do golang devs get', 'whoever asks what such people earn asks about them'],
  ['time to resize 100 images in go', 'a name that is a word too, behind a preposition at the end'],
  ['which cloud is best', 'the best of a sort, of which the knowledge only says that it exists'],
  ['is netflix profitable', 'nothing is shared but the name'],
  ['what is kubernetes', 'it is mentioned among others, and nowhere explained'],
  ['memory of a flask worker', 'a quantity of a framework that has no such figure'],
  ['what does vercel cost', 'the price of something else'],
  ['where was guido van rossum born', 'a person, not what he made'],
])('%s is not known: %s', (question) => {
  expect(find(question, about()).kind).toBe('unknown');
});

test.each([
  ['is npm bigger than pypi', 'tools of different options stand for them'],
  ['cluster or worker threads', 'each has a sentence of its own'],
  ['is python sync or async', 'no names'],
  ['what is webpack', 'somebody wrote the answer to just that'],
  ['lock in the interpreter, what does it prevent', 'several names together are a matter of their own'],
  ['does uber use node', 'a firm that is named as a user'],
])('%s is known: %s', (question) => {
  expect(find(question, about()).kind).toBe('found');
});

test.each([
  ['node was released in 2015', ['node'], 'no', 'another year is held'],
  ['node came out in 1991', ['node'], 'no', 'a year that is held of the other option'],
  ['python came out in 1991, right?', ['python'], 'yes', 'the very year'],
  ['PayPal uses Python, right?', ['python'], 'no', 'only the other option is named'],
  ['does uber use node', ['node'], 'yes', 'it is named'],
  ['what does uber use node for', ['node'], undefined, 'not a question for yes or no'],
] as const)('%s: %s is judged %s, since %s', (question, options, says, _why) => {
  const finding = find(question, about({ options }));
  expect(finding.kind === 'found' ? finding.verdict?.says : finding).toBe(says);
});

test('a number said of a framework is held against its own figure', () => {
  const named = about({ options: ['node'], frameworks: ['express'] });
  const judge = (question: string) => {
    const finding = find(question, named);
    return finding.kind === 'found' ? finding.verdict?.says : finding;
  };
  expect(judge('express does 50k requests a second')).toBe('yes');
  // 80,000 stands on the card, but of another framework.
  expect(judge('express does 80k requests a second')).toBe('no');
});

test('asked for weaknesses, a unit leads with one and leaves its strengths out', () => {
  const unit = knowledge.units.find(({ id }) => id === 'node-concurrency-pros-cons');
  const hit = (question: string) => {
    const finding = find(question, about());
    return finding.kind === 'found' ? finding.hits.find(({ id }) => id === unit?.id) : undefined;
  };
  const against = hit('drawbacks of the event loop');
  const inFavour = hit('advantages of the event loop');
  expect(against?.lead).not.toBe(inFavour?.lead);
  expect(against?.without).toContain(inFavour?.lead);
  expect(inFavour?.without).toContain(against?.lead);
  expect(hit('pros and cons of the event loop')?.without).toBeUndefined();
});

test.each([
  ['what year did django come out', true, 'what Django is comes near'],
  ['how many people work at the node foundation', false, 'a name alone is not near'],
])('%s is not known; something near: %s (%s)', (question, isNear) => {
  const finding = find(question, about());
  expect(finding.kind === 'unknown' && finding.nearest.length > 0).toBe(isNear);
  expect(finding.kind).toBe('unknown');
});
