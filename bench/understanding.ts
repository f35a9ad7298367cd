import type { Mind } from '../src/build-advisor.ts';
import { emptyConversation } from '../src/conversation/conversation-fold.ts';
import { reference } from './reference.ts';
import { median, percentile, timed } from './samples.ts';
import { figure, printTable, times } from './table.ts';
import { threadsOf } from './threads.ts';

/** Real messages one after the other, from which a text of any length can be cut. */
const words = threadsOf('corpus')
  .flatMap(({ turns }) => turns)
  .flatMap((text) => text.split(/\s+/));

/** How long reading a message takes by its length; linear means that a word costs the same in any of them. */
export const benchUnderstanding = ({ parts }: Mind): void => {
  const rows = [30, 250, 500, 1000, 2000].map((size) => {
    const rounds = Math.max(20, Math.ceil(12_000 / size));
    const values: number[] = [];
    const references: number[] = [];
    for (let round = 0; round < 2 * rounds; round += 1) {
      const from = (round * 977) % (words.length - size);
      const text = words.slice(from, from + size).join(' ');
      references.push(reference());
      const value = timed(() => parts.understand(text, emptyConversation));
      // The first half warms up.
      if (round >= rounds) values.push(value);
    }
    const p50 = median(values);
    return [
      String(size),
      figure(p50),
      times(p50, median(references)),
      figure(percentile(values, 0.99)),
      figure(p50 / size),
    ];
  });
  printTable('Understanding a message by its length', ['words', 'p50 µs', '', 'p99 µs', 'µs a word'], rows);
};
