import { expect, test } from 'vitest';
import { stem } from '../../src/text/stem.ts';

// From Porter's paper and vocabulary, one word per step of the algorithm.
test.each([
  ['caresses', 'caress'],
  ['ponies', 'poni'],
  ['agreed', 'agre'],
  ['hopping', 'hop'],
  ['filing', 'file'],
  ['happy', 'happi'],
  ['relational', 'relat'],
  ['vietnamization', 'vietnam'],
  ['triplicate', 'triplic'],
  ['electrical', 'electr'],
  ['adjustment', 'adjust'],
  ['adoption', 'adopt'],
  ['controlling', 'control'],
  ['generalizations', 'gener'],
  ['sky', 'sky'],
])('%s → %s', (word, expected) => {
  expect(stem(word)).toBe(expected);
});

test.each([
  ['accents are left out in chat', 'máquina', 'maquina'],
  ['plurals in Spanish', 'usuarios', 'usuario'],
  ['cases in Russian', 'команда', 'командой'],
])('%s: one stem', (_, one, other) => {
  expect(stem(one)).toBe(stem(other));
});

test('words with digits or marks have no stem of their own', () => {
  expect(['p99', 'c#', 'req/s', "don't"].map(stem)).toEqual(['p99', 'c#', 'req/s', "don't"]);
});
