import { setTimeout as sleep } from 'node:timers/promises';
import { createHttpServer } from '../../adapters/shared/http-server.ts';
import { createRetry } from '../../adapters/shared/retry.ts';
import { createSlack } from '../../adapters/slack/slack.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';

/** The adapter without a mind: every question has the same answer, so that what is measured is the adapter's. */
const [botToken = '', signingSecret = '', slackApiUrl = '', port = '', given = ''] = process.argv.slice(2);

const answer = JSON.parse(given) as Answer;
const store = createMemoryStore();
const adapter = createSlack({
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
  botToken,
  via: { signingSecret },
  slackApiUrl,
  now: Date.now,
});
await createHttpServer([adapter], { host: '127.0.0.1', port: Number(port) }).start();
await adapter.start();
