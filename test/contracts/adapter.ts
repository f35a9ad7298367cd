import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choicesOf } from '../../adapters/shared/choices.ts';
import { visible } from '../../adapters/shared/text/visible.ts';
import type { Answer } from '../../src/index.ts';
import { arbitraryAnswer } from '../adapters/arbitrary-answer.ts';
import { everyKind } from '../adapters/every-kind.ts';
import { createThread } from '../answering/bot.ts';
import { dialogs } from '../dialogs/dialogs.ts';
import { sentencesOf } from './sentences-of.ts';

/** One platform, as the contract sees it. What was shown is all that can be read, in order; spaces and marks do not matter. */
export type Platform = {
  /** What one person is shown, alone with the bot, for each of these messages in turn. */
  converse(turns: readonly string[]): Promise<readonly string[]>;
  /** What an answer looks like. Throws where the platform would not take it. */
  show(answer: Answer): string;
};

/** What an adapter leaves to others to decide: the words. Whatever the platform, the same dialog says the same. */
export const adapterContract = (platform: Platform): void => {
  describe('the same dialogs say the same', () => {
    test.each(conversations)('%s', async (_, turns) => {
      const { say } = createThread();
      const shown = await platform.converse(turns);
      expect(shown).toHaveLength(turns.length);
      for (const [index, turn] of turns.entries()) {
        const answer = await say(turn);
        expect(lostIn(shown[index] ?? '', answer), `"${turn.slice(0, 100)}"`).toEqual([]);
      }
    });
  });

  test('every kind of block is shown whole, in order, and within the limits', () => {
    fc.assert(
      fc.property(arbitraryAnswer, (answer) => {
        expect(lostIn(platform.show(answer), answer)).toEqual([]);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
};

/** Typed as plain text, which is the same in every place. */
const isPlain = (text: string): boolean => text.trim() !== '' && !/[<>&\n]/.test(text);

const conversations: readonly (readonly [string, readonly string[]])[] = [
  ...dialogs.map(({ name, turns }) => [name, turns.map(({ say }) => say)] as const),
  ...everyKind.map((turns) => [turns.find(isPlain)?.slice(0, 60) ?? '', turns] as const),
]
  // Space around a message is no part of it, and some platforms take it away.
  .map(([name, turns]) => [name, turns.filter(isPlain).map((turn) => turn.trim())] as const)
  .filter(([, turns]) => turns.length > 0);

/** The sentences that are not shown where they belong, and the choices that are not offered. */
const lostIn = (shown: string, answer: Answer): readonly string[] => {
  const read = bare(shown);
  let from = 0;
  const lost = sentencesOf(answer).flatMap(({ text }) => {
    const words = bare(visible(text));
    const at = read.indexOf(words, from);
    if (at === -1) return [words];
    from = at + words.length;
    return [];
  });
  const offered = choicesOf(answer).map(({ label }) => bare(visible(label)));
  return [...lost, ...offered.filter((label) => !read.includes(label))];
};

/** Without white space, the marks of emphasis, and what is invisible. */
const bare = (text: string): string => text.replace(/[\s*\u2060\u200b]/g, '');
