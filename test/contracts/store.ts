import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/domain/store.ts';
import { turnOf } from './turn.ts';

/**
 * What every store keeps to. `create` gives a fresh empty store; `again` another handle on the same
 * content, for the stores that can have two.
 */
export const storeContract = (
  name: string,
  setup: () => { readonly create: () => Store; readonly again?: () => Store; readonly clean?: () => void },
): void => {
  describe(`store contract: ${name}`, () => {
    const cleanups: (() => void)[] = [];
    afterEach(() => {
      for (const cleanup of cleanups.splice(0).reverse()) cleanup();
    });
    const fresh = () => {
      const { create, again, clean } = setup();
      if (clean) cleanups.push(clean);
      const store = create();
      cleanups.push(() => void store.close());
      return {
        store,
        replica: () => {
          const other = again ? again() : store;
          if (other !== store) cleanups.push(() => void other.close());
          return other;
        },
      };
    };

    test('a claim is given once per id', async () => {
      const { store } = fresh();
      expect(await store.claim('m1', 1)).toBe(true);
      expect(await store.claim('m1', 2)).toBe(false);
      expect(await store.claim('m2', 2)).toBe(true);
    });

    test('of many claims at once exactly one succeeds, whichever replica it goes to', async () => {
      const { store, replica } = fresh();
      const stores = [store, replica(), replica()];
      const claims = Array.from({ length: 30 }, async (_, index) => stores[index % 3]?.claim('m1', index));
      expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
    });

    test('a thread nobody has written in is empty', async () => {
      expect(await fresh().store.turns('nowhere')).toEqual([]);
    });

    test('turns come back whole, in the order of appending, and only those of their thread', async () => {
      const { store } = fresh();
      const turns = [turnOf('a', '1'), turnOf('b', '2'), turnOf('a', '3'), turnOf('a', '0')];
      for (const turn of turns) await store.append(turn);
      expect(await store.turns('a')).toEqual([turns[0], turns[2], turns[3]]);
      expect(await store.turns('b')).toEqual([turns[1]]);
    });

    test('two replicas that append to one thread lose nothing and agree on the order', async () => {
      const { store, replica } = fresh();
      const other = replica();
      for (let index = 0; index < 20; index++)
        await (index % 2 ? store : other).append(turnOf('t', `${index}`));
      const ids = (await store.turns('t')).map((turn) => turn.question.id);
      expect(ids).toEqual(Array.from({ length: 20 }, (_, index) => `${index}`));
      expect(await other.turns('t')).toEqual(await store.turns('t'));
    });

    test('what was read does not change when another turn is appended', async () => {
      const { store } = fresh();
      await store.append(turnOf('t', '1'));
      const before = await store.turns('t');
      await store.append(turnOf('t', '2'));
      expect(before).toHaveLength(1);
    });

    test('a thread of 1,000 turns comes back complete and in order', async () => {
      const { store } = fresh();
      for (let index = 0; index < 1_000; index++) await store.append(turnOf('long', `${index}`));
      const ids = (await store.turns('long')).map((turn) => Number(turn.question.id));
      expect(ids).toEqual(Array.from({ length: 1_000 }, (_, index) => index));
    });

    test('any text survives: NUL, lone surrogates, emoji, line ends', async () => {
      const { store } = fresh();
      const seen = new Set<string>();
      await fc.assert(
        fc.asyncProperty(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: 'binary-ascii' }),
          async (one, two) => {
            const text = `${one}\u0000\ud800${two}\udc00\r\n\u2028`;
            const id = `${seen.size}${text}`;
            expect(await store.claim(id, 1)).toBe(true);
            expect(await store.claim(id, 1)).toBe(false);
            seen.add(id);
            await store.append(turnOf(id, id, text));
            expect(await store.turns(id)).toEqual([turnOf(id, id, text)]);
          },
        ),
        { numRuns: 50 },
      );
    });

    test('ids that differ only in which lone surrogate they hold stay apart', async () => {
      const { store } = fresh();
      expect(await store.claim('\ud800', 1)).toBe(true);
      expect(await store.claim('\ud801', 1)).toBe(true);
      expect(await store.claim('\ufffd', 1)).toBe(true);
      await store.append(turnOf('\ud800', '1'));
      expect(await store.turns('\ud801')).toEqual([]);
    });

    test('gaps are kept in order, each question once', async () => {
      const { store } = fresh();
      await store.gap({ id: 'm1', query: 'banks \u0000\ud800', at: 1.5 });
      await store.gap({ id: 'm2', query: 'deno', at: 2 });
      await store.gap({ id: 'm1', query: 'banks, delivered again', at: 3 });
      expect(await store.gaps()).toEqual([
        { id: 'm1', query: 'banks \u0000\ud800', at: 1.5 },
        { id: 'm2', query: 'deno', at: 2 },
      ]);
    });

    test('closing twice is harmless', async () => {
      const { store } = fresh();
      await store.close();
      await store.close();
    });
  });
};
