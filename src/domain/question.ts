import type { RequirementId } from './ids.ts';
import type { Stance } from './reading.ts';

/** A requirement that a person set in a form. `open`: neither needed nor denied, whatever was understood before. */
export type SetNeed = { readonly id: RequirementId; readonly stance: Stance | 'open' };

/** A message addressed to the bot, as an adapter hands it over. */
export type Question = {
  /** Unique per message, never per delivery: a redelivery carries the same id. */
  readonly id: string;
  /** Opaque to the core; contains the workspace, so that no two tenants share a thread. */
  readonly thread: string;
  readonly text: string;
  readonly author: string;
  /** Milliseconds since 1970, as the platform reports it; never read from a clock in the core. */
  readonly at: number;
  /** What was ticked rather than written: it asks for a pick, and counts more than what the text says of the same. */
  readonly needs?: readonly SetNeed[];
};
