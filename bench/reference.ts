import { timed } from './samples.ts';

/** A document of some two kilobytes that never changes, whatever becomes of the bot. */
const fixed = JSON.stringify(
  Array.from({ length: 24 }, (_, id) => ({
    id,
    name: `entry ${id}`,
    weight: id / 7,
    tags: ['first', 'second'],
    inner: { on: id % 2 === 0 },
  })),
);

export const referenceName = 'reading and writing 2 kB of JSON';

/**
 * Microseconds that the reference workload takes: what a machine is worth at this moment. Figures are compared
 * across machines, and across hours on a busy one, as multiples of it.
 */
export const reference = (): number => timed(() => JSON.stringify(JSON.parse(fixed)));
