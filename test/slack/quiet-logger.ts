import { type Logger, LogLevel } from '@slack/bolt';

/** A logger for Bolt and its clients that keeps warnings and errors as lines instead of printing them. */
export const createQuietLogger = (): Logger & { readonly lines: readonly string[] } => {
  const lines: string[] = [];
  const keep = (...parts: readonly unknown[]): void => void lines.push(parts.map(String).join(' '));
  return {
    lines,
    debug: () => undefined,
    info: () => undefined,
    warn: keep,
    error: keep,
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
};
