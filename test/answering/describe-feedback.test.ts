import { expect, test } from 'vitest';
import { describeFeedback } from '../../src/answering/describe-feedback.ts';
import { buildAdvisor } from '../../src/build-advisor.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { mind } from './bot.ts';

const day = Date.UTC(2026, 0, 2);

test('nothing so far', async () => {
  const store = createMemoryStore();
  const told = await describeFeedback(
    store,
    buildAdvisor(mind, store, () => {}),
  );
  expect(told).toMatch(/^0 found their answer helpful, 0 did not\.\n\n.*:\n {2}nothing so far/);
});

test('thumbs down with reason, question and answer, newest first; gaps; nothing that steers a terminal', async () => {
  const store = createMemoryStore();
  const advisor = buildAdvisor(mind, store, () => {});
  await advisor.ask({ id: 'm1', thread: 't', text: 'chat app or\u001b[2J?', author: 'ada', at: day });
  await advisor.ask({ id: 'm2', thread: 'u', text: 'which banks use deno?', author: 'ada', at: day });
  await store.vote({ question: 'm1', author: 'ada', vote: 'up', at: day });
  await store.vote({
    question: 'm1',
    author: 'bob',
    vote: 'down',
    reason: 'outdated',
    words: 'see\nhere',
    at: day,
  });
  await store.vote({ question: 'gone', author: 'bob', vote: 'down', at: day + 86_400_000 });
  const told = await describeFeedback(store, advisor);
  expect(told).toContain('1 found their answer helpful, 2 did not.');
  expect(told).toContain(
    '  - 2026-01-03 no reason given\n  - 2026-01-02 outdated, "see here"\n    asked: chat app or [2J?',
  );
  expect(told).toMatch(/answered: \S/);
  expect(told).not.toContain('\u001b');
});
