import { expect, test } from 'vitest';
import { readMind } from '../src/build-advisor.ts';
import type { Question } from '../src/domain/question.ts';
import { type Part, parts } from '../src/without.ts';

/** One message or more for each part, of which the reading needs it. */
const messages: readonly (readonly string[])[] = [
  ['which one for a shop, three of us know Django'],
  ['a chat would be nice to have, the reports are what counts. Node or Python?'],
  ['nobody here knows Python. Which one for dashboards?'],
  ['how does the event loop work', 'a chat for 40k people', 'what if it were only ten?'],
  ['two thirds of the team are data people. node or python for the ingest jobs'],
  ['rest api, language?', 'iot gateway language?'],
];

const question = (id: string, text: string): Question => ({ id, thread: 't', text, author: 'a', at: 0 });

/** What is in force after each message, and what was understood of it. */
const heard = (without?: Part): string => {
  const { parts: mind } = readMind(undefined, without);
  return JSON.stringify(
    messages.map((texts) => {
      let state = mind.conversations.fold([]);
      return texts.map((text, i) => {
        const reading = mind.understand(text, state);
        const now = mind.conversations.read(state, reading, `m${i}`);
        const recommendation = mind.decide(now.requirements, now.ruledOut);
        const turn = {
          question: question(`m${i}`, text),
          reading,
          outcome: {
            answerKind: 'pick',
            choice: recommendation.choice,
            lean: null,
            strength: recommendation.strength,
            asked: null,
            about: [],
            answered: true,
          },
        } as const;
        state = mind.conversations.fold([turn]);
        const { kind, confidence, requirements } = reading;
        return { kind, confidence, requirements };
      });
    }),
  );
};

const whole = heard();

test.each(parts.map((part) => [part]))('without %s something is read in another way', (part) => {
  expect(heard(part)).not.toBe(whole);
});
