/** Work that nobody waits for, so that whoever stops can. */
export type UnderWay = {
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing is under way, what began in the meantime included. Never rejects. */
  settled(): Promise<void>;
};

export const createUnderWay = (): UnderWay => {
  const works = new Set<Promise<unknown>>();
  return {
    track(work) {
      const done: Promise<unknown> = work.then(ignore, ignore).then(() => works.delete(done));
      works.add(done);
      return work;
    },
    async settled() {
      while (works.size > 0) await Promise.all(works);
    },
  };
};

const ignore = (): void => {};
