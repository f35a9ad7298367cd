import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from '../../adapters/terminal/plain-text.ts';
import { createAnswerSchema } from '../contracts/answer-schema.ts';
import { createForeignWords } from '../contracts/own-words.ts';
import { arbitraryThread } from './arbitrary-messages.ts';
import { createThread, mind } from './bot.ts';

const schemaOf = createAnswerSchema(mind.knowledge);
const foreignWords = createForeignWords(mind.knowledge);

test('whatever is said, an answer comes, holds together, and says nothing but what is known', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryThread, async (texts) => {
      const thread = createThread();
      for (const text of texts) {
        const answer = await thread.say(text);
        expect(schemaOf(thread.turns).safeParse(answer).error?.issues).toBeUndefined();
        expect(foreignWords(answer)).toEqual([]);
        // Line feeds part the lines; nothing else may steer what shows it.
        expect(plainText(answer)).not.toMatch(controls);
        expect(plainText(answer).isWellFormed()).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

const controls = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u;
