import { type Logger, LogLevel } from '@slack/bolt';
import type { AdapterLog } from '../shared/log.ts';

/** Bolt's log lines among ours. Its debug lines hold whole messages of people, so they go nowhere. */
export const createBoltLogger = (log: AdapterLog): Logger => ({
  debug() {},
  info() {},
  warn: (...words: unknown[]) => log.note(textOf(words)),
  error: (...words: unknown[]) => log.failed('bolt', { said: textOf(words) }),
  setLevel() {},
  getLevel: () => LogLevel.WARN,
  setName() {},
});

/** For the clients whose failures we log ourselves, once: theirs would be a second line, past our log. */
export const silentLogger: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

const textOf = (words: readonly unknown[]): string =>
  words
    .map((word) => (word instanceof Error ? word.message : String(word)))
    .join(' ')
    .slice(0, 500);
