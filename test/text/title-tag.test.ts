import { expect, test } from 'vitest';
import { fold } from '../../src/text/fold.ts';

test.each([
  ['Ask HN: what do you build a chat on?', 'what do you build a chat on?'],
  ['Ask HN – what do you build a chat on?', 'what do you build a chat on?'],
  ['[Question] [Beginner] which of the two', 'which of the two'],
  ['ELI5: the event loop', 'the event loop'],
  ['Quick question: is it fast', 'is it fast'],
  ['duda: cuál es más rápido', 'cuál es más rápido'],
  // These words are the matter, not a tag before it.
  ['ask me anything', 'ask me anything'],
  ['help', 'help'],
  ['[help]', '[help]'],
  ['question', 'question'],
  ['our question: which one', 'our question: which one'],
  ['show users who is online: which backend', 'show users who is online: which backend'],
])('%s', (written, text) => {
  expect(fold(written).text.trim()).toBe(text);
});
