import type { Store } from '../../src/index.ts';

/** Something said where the bot can hear it. */
export type Heard = {
  readonly thread: string;
  readonly author: string;
  /** The bot was mentioned, replied to, or is alone with the author. */
  readonly named: boolean;
};

export type Manners = {
  /** Whether the bot should answer, and from then on whom it listens to. */
  isForUs(heard: Heard): Promise<boolean>;
  /** A button or a command: whoever used it is listened to from now on. */
  wake(thread: string, author: string): Promise<void>;
};

/**
 * Neither deaf nor noisy. In a thread the bot was called into it listens to whoever spoke to it last. When somebody
 * else says something there without naming it, people are talking to each other: it is silent until called again.
 */
export const createManners = (store: Pick<Store, 'listen' | 'listensTo'>): Manners => ({
  async isForUs({ thread, author, named }) {
    const listensTo = await store.listensTo(thread);
    if (named) {
      if (listensTo !== author) await store.listen(thread, author);
      return true;
    }
    if (listensTo === undefined || listensTo === null) return false;
    if (listensTo === author) return true;
    await store.listen(thread, null);
    return false;
  },
  async wake(thread, author) {
    await store.listen(thread, author);
  },
});
