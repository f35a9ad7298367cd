import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** JSON as it comes over the wire; a test reads what it needs by name. */
export type Payload = { readonly [key: string]: unknown };

const folder = new URL('./fixtures/', import.meta.url);

/** Every payload in `fixtures/`, in Slack's documented form, by file name without its ending. */
export const fixtureNames = (): readonly string[] =>
  readdirSync(folder)
    .map((file) => file.replace(/\.json$/, ''))
    .sort();

const isRecord = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Records are merged, all else is replaced; `undefined` takes a field away. */
const merge = (base: Payload, changes: Payload): Payload => {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, change] of Object.entries(changes)) {
    const before = merged[key];
    if (change === undefined) delete merged[key];
    else merged[key] = isRecord(before) && isRecord(change) ? merge(before, change) : change;
  }
  return merged;
};

/** A payload as recorded, with `changes` merged into it: `fixture('message-im', { event: { text: 'hi' } })`. */
export const fixture = (name: string, changes: Payload = {}): Payload =>
  merge(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Payload, changes);

/**
 * A later delivery of the same message, as Slack makes it when its first one was not acknowledged:
 * another `event_id`, everything else unchanged. The headers of a retry belong to the request, not to the body.
 */
export const redelivered = (event: Payload): Payload => ({
  ...event,
  event_id: `Ev${randomUUID().replaceAll('-', '').slice(0, 9).toUpperCase()}`,
});
