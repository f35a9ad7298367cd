/** What a failed try calls for. */
export type Verdict =
  | { readonly kind: 'again' /** Milliseconds the other side asked for. */; readonly after?: number }
  | { readonly kind: 'never' };

export type RetryDeps = {
  sleep(ms: number): Promise<void>;
  /** 0…1, so that those who failed together do not come back together. */
  random(): number;
};

export type RetryOptions = {
  judge(error: unknown): Verdict;
  /** Asked before each further try: false where another has taken the work over. */
  mayGoOn(): boolean | Promise<boolean>;
  /** Told of each failure that is tried again, with the milliseconds until then. */
  again?(error: unknown, wait: number): void;
};

/** Tries in all, and the longest wait before one (ms): what takes longer is left to the next sweep. */
const maxTries = 4;
const longestWait = 30_000;
/** Before the second try; doubled before each further one. */
const firstWait = 500;

/** Thrown where the work is no longer ours: nothing is to be done about it. */
export class TakenOver extends Error {
  override readonly name = 'TakenOver';
}

export type Retry = <T>(attempt: () => Promise<T>, options: RetryOptions) => Promise<T>;

/** Tries again after passing faults, with back-off, and no sooner than the other side asked for. */
export const createRetry = ({ sleep, random }: RetryDeps): Retry => {
  const run = async <T>(attempt: () => Promise<T>, options: RetryOptions, tries: number): Promise<T> => {
    try {
      return await attempt();
    } catch (error) {
      const verdict = options.judge(error);
      if (verdict.kind === 'never' || tries >= maxTries) throw error;
      const wait = Math.max(verdict.after ?? 0, firstWait * 2 ** (tries - 1) * (0.5 + random() / 2));
      if (wait > longestWait) throw error;
      options.again?.(error, wait);
      await sleep(wait);
      if (!(await options.mayGoOn())) throw new TakenOver();
      return run(attempt, options, tries + 1);
    }
  };
  return (attempt, options) => run(attempt, options, 1);
};
