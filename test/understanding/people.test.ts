import { expect, test } from 'vitest';
import { peopleSchema } from '../../src/domain/people.ts';
import { fold } from '../../src/text/fold.ts';
import { createPeopleReader } from '../../src/understanding/people.ts';

const people = peopleSchema.parse({
  skills: [
    { requirement: 'team-go', words: ['go', 'golang', 'gin'], candidates: ['gin'], roles: ['gophers'] },
    { requirement: 'team-ruby', words: ['ruby', 'rails'], candidates: ['rails'], roles: ['rubyists'] },
  ],
  beginner: { requirement: 'new-to-it' },
  hiring: { requirement: 'hiring' },
});
const reader = createPeopleReader({ people, fold });
const read = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(reader.read(fold(text)).map(({ requirement, stance }) => [requirement, stance]));

test.each([
  ['a count and a verb of knowing', 'two of five write Go', { 'team-go': 'wanted' }],
  ['a negative quantifier', 'nobody here has touched Ruby since uni', { 'team-ruby': 'excluded' }],
  ['someone who leaves', 'our Ruby person leaves in March', { 'team-ruby': 'excluded' }],
  ['a shop', "we're a Rails shop", { 'team-ruby': 'wanted' }],
  ['only', 'there are only Golang people in the team', { 'team-go': 'wanted' }],
  [
    'counts, zero among them',
    'we have 4 Go devs, 0 Ruby devs',
    { 'team-go': 'wanted', 'team-ruby': 'excluded' },
  ],
  ['a job title that has the skill', 'the team is three rubyists', { 'team-ruby': 'wanted' }],
  ['candidates are no skills', 'Gin or Rails for a shop?', {}],
  ['somebody new to it', "I'm new to all this and never coded", { 'new-to-it': 'wanted' }],
  ['few who are new', 'it will be built by two interns', { 'new-to-it': 'wanted' }],
  ['users are no team', 'a portal for students', {}],
  ['looking for people', 'we are hiring in Porto', { hiring: 'wanted' }],
  ['not looking for people', "we won't be hiring anyone", { hiring: 'excluded' }],
])('%s: %s', (_, text, expected) => {
  expect(read(text)).toEqual(expected);
});

test('both at once says so of every skill, with less confidence than a skill by name', () => {
  expect(read('the whole team knows both')).toEqual({ 'team-go': 'wanted', 'team-ruby': 'wanted' });
  const [both] = reader.read(fold('the whole team knows both'));
  const [named] = reader.read(fold('the whole team knows Ruby'));
  expect(both?.confidence).toBeLessThan(named?.confidence ?? 0);
});

test('a skill is quoted as it was written', () => {
  expect(reader.read(fold('We are GOLANG devs')).map(({ said }) => said)).toEqual(['GOLANG']);
});
