import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { Turn } from '../../src/domain/conversation.ts';
import type { Store, Vote } from '../../src/domain/store.ts';
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

    test('a claim that was taken back is given once more', async () => {
      const { store, replica } = fresh();
      await store.claim('m1', 1);
      await store.claim('m2', 1);
      await store.release('m1');
      await store.release('never claimed');
      expect(await replica().claim('m1', 2)).toBe(true);
      expect([await store.claim('m1', 3), await store.claim('m2', 3)]).toEqual([false, false]);
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

    test('a question appended twice is one turn', async () => {
      const { store, replica } = fresh();
      await store.append(turnOf('t', '1'));
      await replica().append(turnOf('t', '1', 'again'));
      expect(await store.turns('t')).toEqual([turnOf('t', '1')]);
    });

    test('a turn is found by its question', async () => {
      const { store } = fresh();
      await store.append(turnOf('a', '1'));
      await store.append(turnOf('b', '\ud800'));
      expect(await store.turn('\ud800')).toEqual(turnOf('b', '\ud800'));
      expect(await store.turn('\ud801')).toBeUndefined();
    });

    test('the picks of a person, newest first, and no more than asked for', async () => {
      const { store } = fresh();
      const pick = (id: string, author: string, choice: string | null): Turn => {
        const turn = turnOf('t', id);
        return { ...turn, question: { ...turn.question, author }, outcome: { ...turn.outcome, choice } };
      };
      const [one, two, three] = [pick('1', 'ada', 'x'), pick('3', 'ada', 'y'), pick('5', 'ada', 'x')];
      for (const turn of [one, pick('2', 'ada', null), two, pick('4', 'bob', 'x'), three])
        await store.append(turn);
      expect(await store.picksOf('ada', 2)).toEqual([three, two]);
      expect(await store.picksOf('ada', 9)).toEqual([three, two, one]);
      expect(await store.picksOf('eve', 9)).toEqual([]);
    });

    describe('errands', () => {
      const errand = (id: string, until: number, adapter = 'x') =>
        ({ adapter, question: turnOf('t', id).question, place: `\ud800 ${id}`, until }) as const;

      test('one that ran out of time is handed out once, with the question and the place', async () => {
        const { store, replica } = fresh();
        await store.claim('1', 0, errand('1', 100));
        expect(await store.overdue('x', 100, 200, 9)).toEqual([]);
        const both = [
          ...(await store.overdue('x', 101, 200, 9)),
          ...(await replica().overdue('x', 101, 200, 9)),
        ];
        const { question, place } = errand('1', 0);
        expect(both).toEqual([{ question, place, attempt: 2, begun: false }]);
        expect(await store.overdue('x', 201, 300, 9)).toMatchObject([{ attempt: 3 }]);
      });

      test('one that was ended, or claimed without an errand, is handed out no more', async () => {
        const { store } = fresh();
        await store.claim('1', 0, errand('1', 100));
        await store.claim('2', 0, errand('2', 100));
        await store.claim('3', 0);
        await store.end('1', 'sent');
        await store.end('2', 'failed');
        await store.end('2', 'failed');
        expect(await store.overdue('x', 999, 9_999, 9)).toEqual([]);
        expect(await store.claim('1', 1)).toBe(false);
      });

      test('a second claim leaves the errand of the first as it is', async () => {
        const { store } = fresh();
        await store.claim('1', 0, errand('1', 100));
        expect(await store.claim('1', 0, errand('1', 900))).toBe(false);
        expect(await store.overdue('x', 500, 999, 9)).toHaveLength(1);
      });

      test('only the latest attempt may begin, and beginning renews the time and is remembered', async () => {
        const { store, replica } = fresh();
        await store.claim('1', 0, errand('1', 100));
        expect(await store.begin('1', 1, 300)).toBe(true);
        expect(await store.overdue('x', 200, 400, 9)).toEqual([]);
        expect(await replica().overdue('x', 301, 400, 9)).toMatchObject([{ attempt: 2, begun: true }]);
        expect(await store.begin('1', 1, 500)).toBe(false);
        expect(await store.begin('1', 2, 500)).toBe(true);
        expect(await store.begin('unknown', 1, 500)).toBe(false);
      });

      test('each adapter gets its own, a few at a time', async () => {
        const { store } = fresh();
        for (const id of ['1', '2', '3']) await store.claim(id, 0, errand(id, 100));
        await store.claim('4', 0, errand('4', 100, 'y'));
        expect(await store.overdue('x', 200, 999, 2)).toHaveLength(2);
        expect(await store.overdue('x', 200, 999, 2)).toHaveLength(1);
        expect(await store.overdue('y', 200, 999, 2)).toMatchObject([{ question: { id: '4' } }]);
      });
    });

    test('the parts of an answer, each once, and only its own', async () => {
      const { store, replica } = fresh();
      for (const part of ['2', '\ud800', '2']) await store.addPart('q', part);
      await store.addPart('other', '3');
      expect([...(await replica().partsOf('q'))].sort()).toEqual(['2', '\ud800']);
      expect(await store.partsOf('none')).toEqual([]);
    });

    test('a place leads to its thread; the latest link counts', async () => {
      const { store } = fresh();
      await store.link('\ud800', 'a');
      await store.link('p', 'b');
      await store.link('p', 'c');
      expect([await store.linked('\ud800'), await store.linked('p'), await store.linked('q')]).toEqual([
        'a',
        'c',
        undefined,
      ]);
    });

    test('whom the bot listens to in a thread: somebody, nobody, or never took part', async () => {
      const { store } = fresh();
      await store.listen('a', 'ada');
      await store.listen('b', 'ada');
      await store.listen('b', null);
      expect([await store.listensTo('a'), await store.listensTo('b'), await store.listensTo('c')]).toEqual([
        'ada',
        null,
        undefined,
      ]);
    });

    test('where it was spoken to since, newest first, each place once', async () => {
      const { store, replica } = fresh();
      await store.visit('x', 'a', 5);
      await store.visit('x', '\ud800', 7);
      await store.visit('y', 'a', 9);
      await replica().visit('x', 'a', 8);
      await store.visit('x', 'a', 6);
      await store.visit('x', 'old', 1);
      expect(await store.visited('x', 5, 9)).toEqual([
        { place: 'a', at: 8 },
        { place: '\ud800', at: 7 },
      ]);
      expect(await store.visited('x', 0, 1)).toEqual([{ place: 'a', at: 8 }]);
    });

    test('votes are kept in order; a second one by the same person replaces the first', async () => {
      const { store } = fresh();
      const vote = (question: string, author: string, rest: Partial<Vote> = {}): Vote => {
        return { question, author, vote: 'up', at: 1, ...rest };
      };
      await store.vote(vote('m1', 'ada'));
      await store.vote(vote('m1', 'bob'));
      const changed = vote('m1', 'ada', { vote: 'down', reason: 'outdated', words: '\ud800', at: 2 });
      await store.vote(changed);
      expect(await store.votes()).toEqual([changed, vote('m1', 'bob')]);
    });

    test('closing twice is harmless', async () => {
      const { store } = fresh();
      await store.close();
      await store.close();
    });
  });
};
