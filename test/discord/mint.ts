/** Discord counts milliseconds from here: 2015-01-01. */
const epoch = 1_420_070_400_000;

/** The id Discord would have given at this moment (ms since 1970, or a date as text). */
export const snowflakeAt = (at: number | string, sequence = 0): string =>
  (
    (BigInt((typeof at === 'string' ? Date.parse(at) : at) - epoch) << 22n) |
    (3n << 17n) |
    BigInt(sequence)
  ).toString();

/** When an id was given, in milliseconds since 1970. */
export const timeOf = (id: string): number => Number(BigInt(id) >> 22n) + epoch;

/** Ids in order, a second apart: what is minted later is newer. */
export type Mint = () => string;

export const createMint = (from: number | string = '2026-11-21T09:00:00Z'): Mint => {
  const start = typeof from === 'string' ? Date.parse(from) : from;
  let count = 0;
  return () => {
    count++;
    return snowflakeAt(start + count * 1000, count % 4096);
  };
};
