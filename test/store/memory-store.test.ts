import { expect, test } from 'vitest';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { storeContract } from '../contracts/store.ts';
import { turnOf } from '../contracts/turn.ts';

storeContract('memory', () => ({ create: createMemoryStore }));

test('after clearing nothing is claimed, said or lacking', async () => {
  const store = createMemoryStore();
  await store.claim('m1', 1);
  await store.append(turnOf('t', 'm1'));
  await store.gap({ id: 'm1', query: 'banks', at: 1 });
  store.clear();
  expect(await store.turns('t')).toEqual([]);
  expect(await store.gaps()).toEqual([]);
  expect(await store.claim('m1', 1)).toBe(true);
});
