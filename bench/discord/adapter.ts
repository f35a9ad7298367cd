import { setTimeout as sleep } from 'node:timers/promises';
import { createDiscord } from '../../adapters/discord/discord.ts';
import { createRetry } from '../../adapters/shared/retry.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';

/** The adapter without a mind: every question has the same answer, so that what is measured is the adapter's. */
const [token = '', apiUrl = '', given = ''] = process.argv.slice(2);

const answer = JSON.parse(given) as Answer;
const store = createMemoryStore();
const adapter = createDiscord({
  advisor: {
    async ask(question, errand) {
      const isNew = await store.claim(question.id, question.at, errand && { ...errand, question });
      return isNew ? { kind: 'answered', answer } : { kind: 'duplicate' };
    },
    resume: async () => answer,
    recall: async () => null,
  },
  store,
  catalog: { groups: [], examples: [], suggest: () => [] },
  log: { note() {}, failed: (what, details, error) => console.error(what, details, error) },
  retry: createRetry({ sleep, random: Math.random }),
  token,
  messageContent: false,
  shards: 1,
  apiUrl,
  now: Date.now,
});
await adapter.start();
