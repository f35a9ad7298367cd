import { setTimeout as sleep } from 'node:timers/promises';
import { createRetry } from '../adapters/shared/retry.ts';
import type { Advisor } from '../src/answering/advisor.ts';
import type { Answer } from '../src/domain/answer.ts';
import { createMemoryStore } from '../src/store/memory-store.ts';

/**
 * What an adapter is wired to, without a mind: every question has the same answer, so that what is measured is the
 * adapter's.
 * @param given the answer, as JSON
 */
export const mindless = (given: string) => {
  const answer = JSON.parse(given) as Answer;
  const store = createMemoryStore();
  return {
    advisor: {
      async ask(question, errand) {
        const isNew = await store.claim(question.id, question.at, errand && { ...errand, question });
        return isNew ? { kind: 'answered', answer } : { kind: 'duplicate' };
      },
      resume: async () => answer,
      recall: async () => null,
    } satisfies Advisor,
    store,
    catalog: { groups: [], examples: [], suggest: () => [] },
    log: {
      note() {},
      failed: (what: string, details: object, error?: unknown) => console.error(what, details, error),
    },
    retry: createRetry({ sleep, random: Math.random }),
    now: Date.now,
  };
};
