import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addPosition,
  addPositions,
  countPositions,
  hasPosition,
  noPositions,
} from '../../src/search/positions.ts';

const places = fc.array(fc.nat(99), { maxLength: 40 });
const positionsOf = (all: readonly number[]): number[] => {
  const positions = noPositions(100);
  for (const at of all) addPosition(positions, at);
  return positions;
};

test('positions are a set of numbers, beyond the thirty-second too', () => {
  fc.assert(
    fc.property(places, places, (some, others) => {
      const positions = positionsOf(some);
      addPositions(positions, positionsOf(others));
      const plain = new Set([...some, ...others]);
      expect(countPositions(positions)).toBe(plain.size);
      for (let at = -1; at < 140; at += 1) expect(hasPosition(positions, at)).toBe(plain.has(at));
    }),
  );
});
