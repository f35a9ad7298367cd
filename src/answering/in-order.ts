/**
 * Runs tasks of one key one after the other, of different keys side by side. Two people who ask in one
 * thread at the same second get two answers, the second on top of the first.
 */
export const createInOrder = () => {
  const tails = new Map<string, Promise<unknown>>();

  return <T>(key: string, task: () => Promise<T>): Promise<T> => {
    const before = tails.get(key) ?? Promise.resolve();
    const run = before.then(task, task);
    // A failed task must not stop those behind it, nor count as unhandled here: the caller sees it.
    const tail = run.then(ignore, ignore);
    tails.set(key, tail);
    void tail.then(() => {
      if (tails.get(key) === tail) tails.delete(key);
    });
    return run;
  };
};

const ignore = () => {};
