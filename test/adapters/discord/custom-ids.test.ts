import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCustomId, toCustomId } from '../../../adapters/discord/custom-ids.ts';
import { readMind } from '../../../src/build-advisor.ts';

// A question's id: the guild and the message or interaction.
const question = 'discord:1234567890123456789:1234567890123456789';

test('what is written is read again', () => {
  const argument = fc.string({ maxLength: 10 });
  fc.assert(
    fc.property(argument, fc.string({ maxLength: 40 }), (given, id) => {
      expect(readCustomId(toCustomId('choice', given, id))).toEqual({
        action: 'choice',
        argument: given,
        question: id,
      });
    }),
  );
});

test('what is none of ours is not read', () => {
  for (const id of ['', 'choice', 'choice|why', 'other|why|q', 'why', '|||'])
    expect(readCustomId(id)).toBeUndefined();
});

test('every requirement of the knowledge can be asked for by a button', () => {
  for (const { id } of readMind().knowledge.requirements) {
    // The longest choices there are: replies to a question, and to a contradiction.
    expect(toCustomId('choice', `answer.${id}.unknown`, question).length).toBeLessThanOrEqual(100);
    expect(toCustomId('choice', `clarify.${id}.yes`, question).length).toBeLessThanOrEqual(100);
  }
});

test('ids that are too long are a mistake of ours, and said at once', () => {
  expect(() => toCustomId('choice', 'x'.repeat(60), question)).toThrow('a custom_id of 115 characters');
});
