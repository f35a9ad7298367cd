import { expect, test } from 'vitest';
import type { Advisor } from '../../src/answering/advisor.ts';
import { createPhrasing } from '../../src/answering/phrasing.ts';
import { withApology } from '../../src/answering/with-apology.ts';

const unused = () => Promise.reject(new Error('not to be called'));
const idle: Advisor = { ask: unused, resume: unused, recall: unused };
const question = { id: 'm1', thread: 't', text: 'hi', author: 'ada', at: 1 };

test('a surprise becomes an apology with the id of the question, and is reported once', async () => {
  const failure = new Error('boom');
  const reported: unknown[] = [];
  const advisor = withApology(
    { ...idle, ask: () => Promise.reject(failure), resume: () => Promise.reject(failure) },
    createPhrasing({ apology: 'Sorry, see {id}.' }),
    (...report) => reported.push(report),
  );
  const asked = await advisor.ask(question);
  expect(asked).toMatchObject({
    kind: 'apology',
    answer: { to: 'm1', kind: 'refused', headline: { text: 'Sorry, see m1.' }, facts: { answered: false } },
  });
  expect(reported).toEqual([['m1', failure]]);
  expect(await advisor.resume(question)).toMatchObject({ to: 'm1', kind: 'refused' });
  expect(reported).toHaveLength(2);
});

test('what goes well passes through untouched', async () => {
  const asked = { kind: 'duplicate' } as const;
  const advisor = withApology({ ...idle, ask: () => Promise.resolve(asked) }, createPhrasing({}), () => {
    throw new Error('not to be called');
  });
  expect(await advisor.ask(question)).toBe(asked);
});
