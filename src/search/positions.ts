/** Which words of a question something holds: a bit for each position, thirty-two to a number. */
export type Positions = readonly number[];

/** No position yet, with room for a question of so many words. */
export const noPositions = (length: number): number[] => new Array<number>(Math.ceil(length / 32)).fill(0);

export const addPosition = (positions: number[], at: number): void => {
  positions[at >> 5] = (positions[at >> 5] ?? 0) | (1 << (at & 31));
};

export const addPositions = (positions: number[], others: Positions): void => {
  for (let i = 0; i < others.length; i += 1) positions[i] = (positions[i] ?? 0) | (others[i] ?? 0);
};

export const hasPosition = (positions: Positions, at: number): boolean =>
  at >= 0 && ((positions[at >> 5] ?? 0) & (1 << (at & 31))) !== 0;

export const countPositions = (positions: Positions): number => {
  let count = 0;
  for (let bits of positions) for (; bits !== 0; bits &= bits - 1) count += 1;
  return count;
};
