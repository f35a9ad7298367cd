import { expect, test } from 'vitest';
import { createPhrasing } from '../../src/answering/phrasing.ts';
import { withApology } from '../../src/answering/with-apology.ts';

const question = { id: 'm1', thread: 't', text: 'hi', author: 'ada', at: 1 };

test('a surprise becomes an apology with the id of the question, and is reported once', async () => {
  const failure = new Error('boom');
  const reported: unknown[] = [];
  const advisor = withApology(
    { ask: () => Promise.reject(failure) },
    createPhrasing({ apology: 'Sorry, see {id}.' }),
    (...report) => reported.push(report),
  );
  const asked = await advisor.ask(question);
  expect(asked).toMatchObject({
    kind: 'answered',
    answer: { to: 'm1', kind: 'refused', headline: { text: 'Sorry, see m1.' }, facts: { answered: false } },
  });
  expect(reported).toEqual([['m1', failure]]);
});

test('what goes well passes through untouched', async () => {
  const asked = { kind: 'duplicate' } as const;
  const advisor = withApology({ ask: () => Promise.resolve(asked) }, createPhrasing({}), () => {
    throw new Error('not to be called');
  });
  expect(await advisor.ask(question)).toBe(asked);
});
