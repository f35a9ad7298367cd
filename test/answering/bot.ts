import { buildAdvisor, type Mind, readMind } from '../../src/build-advisor.ts';
import type { Answer } from '../../src/domain/answer.ts';
import type { Store } from '../../src/domain/store.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';

/** The bot with its own knowledge, read once for all tests of a file. */
export const mind: Mind = readMind();

/** One thread with the bot; each message gets the next id, as an adapter would give it. */
export const createThread = (store: Store = createMemoryStore(), thread = 'thread') => {
  const advisor = buildAdvisor(mind, store, () => {});
  const turns: string[] = [];
  return {
    turns: turns as readonly string[],
    say: async (text: string): Promise<Answer> => {
      const id = `${thread}.${turns.length + 1}`;
      turns.push(id);
      const asked = await advisor.ask({ id, thread, text, author: 'ada', at: turns.length });
      if (asked.kind === 'duplicate') throw new Error(`${id} was answered before`);
      return asked.answer;
    },
  };
};
