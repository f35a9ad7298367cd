import type { Advisor, Answer } from '../../src/index.ts';

/** Answers the messages of one thread in order; nothing of any other thread is known to it. */
export type AnswerThread = (id: string, turns: readonly string[]) => Promise<readonly Answer[]>;

/** `clear` empties the advisor's store, so that a batch of any length needs the memory of one thread. */
export const createAnswerThread =
  (advisor: Pick<Advisor, 'ask'>, clear: () => void): AnswerThread =>
  async (id, turns) => {
    // First, not last: a thread that failed half-way must leave nothing to the next.
    clear();
    const answers: Answer[] = [];
    for (const [index, text] of turns.entries()) {
      // No clock: the same input gives the same bytes.
      const asked = await advisor.ask({
        id: `${id}.${index + 1}`,
        thread: id,
        text,
        author: 'batch',
        at: index,
      });
      if (asked.kind === 'duplicate')
        throw new Error(`the store knew ${id}.${index + 1} before it was asked`);
      answers.push(asked.answer);
    }
    return answers;
  };
