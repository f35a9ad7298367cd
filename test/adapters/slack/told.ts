import { expect } from 'vitest';
import type { Line } from './slack-app.ts';

/** What the operator reads, without what differs between runs. */
export const told = (lines: readonly Line[]): readonly string[] =>
  lines.map(({ what, details }) => `${what}: ${details['code'] ?? details['error']}`);

/** A message that says this among other things. */
export const says = (text: string) => ({ text: expect.stringContaining(text) });
