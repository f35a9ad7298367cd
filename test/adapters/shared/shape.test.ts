import { expect, test } from 'vitest';
import {
  among,
  describe,
  fits,
  flag,
  holding,
  integer,
  list,
  nullish,
  number,
  object,
  oneOf,
  optional,
  readAs,
  string,
} from '../../../adapters/shared/shape.ts';

const dog = object({
  type: among('dog'),
  name: string({ min: 1, max: 5 }, [(name) => name !== 'cat', 'a cat']),
});
const pack = object(
  { dogs: list(oneOf({ dog }), { min: 1, max: 2 }), wild: optional(flag), age: nullish(number) },
  [({ dogs }) => dogs[0]?.name !== dogs[1]?.name, 'one name twice'],
);

test('each problem is named with the way to it', () => {
  const dogs = [{ type: 'dog', name: '' }, { type: 'fox' }];
  expect(describe(pack({ dogs, wild: 'yes', owner: 'me' }))).toBe(
    [
      '✖ empty\n  → at dogs[0].name',
      '✖ not one of dog\n  → at dogs[1].type',
      '✖ not true or false\n  → at wild',
      '✖ unknown here\n  → at owner',
    ].join('\n'),
  );
  expect(describe(pack({ dogs: [dogs[0], dogs[0], dogs[0]] }))).toBe('✖ more than 2\n  → at dogs');
  expect(describe(pack(null))).toBe('✖ no object');
});

test('rules are looked at where all parts are right', () => {
  const one = { type: 'dog', name: 'rex' };
  expect(describe(pack({ dogs: [one, one] }))).toBe('✖ one name twice');
  expect(describe(pack({ dogs: [{ type: 'dog', name: 'cat' }], age: Number.NaN }))).toBe(
    '✖ a cat\n  → at dogs[0].name\n✖ no number\n  → at age',
  );
  expect(fits(pack, { dogs: [one], age: null })).toBe(true);
});

test('what is read may hold more, and says what is missing', () => {
  const shape = holding({ count: integer(1, 3) });
  expect(readAs(shape, { count: 2, more: true }).count).toBe(2);
  expect(() => readAs(shape, { count: 1.5 })).toThrow('no whole number from 1 to 3\n  → at count');
});
