import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRetry, TakenOver, type Verdict } from '../../../adapters/shared/retry.ts';

/** Fails so many times, each with its verdict, then succeeds; tells what was waited for. */
const run = async (verdicts: readonly Verdict[], random = 0, mayGoOn: () => boolean = () => true) => {
  const sleeps: number[] = [];
  const told: number[] = [];
  let tries = 0;
  const retry = createRetry({ sleep: async (ms) => void sleeps.push(ms), random: () => random });
  const attempt = async () => {
    if (tries++ < verdicts.length) throw new Error(`failure ${tries}`);
    return 'done';
  };
  const judge = () => verdicts[tries - 1] ?? { kind: 'never' as const };
  const ended = await retry(attempt, { judge, mayGoOn, again: (_, wait) => told.push(wait) }).catch(
    (e: Error) => e,
  );
  return { ended, tries, sleeps, told };
};

const again: Verdict = { kind: 'again' };

test('what works is not done twice', async () => {
  expect(await run([])).toEqual({ ended: 'done', tries: 1, sleeps: [], told: [] });
});

test('what passes is tried again, further and further apart, and whoever watches is told how long', async () => {
  const waits = [250, 500, 1000];
  expect(await run([again, again, again])).toEqual({ ended: 'done', tries: 4, sleeps: waits, told: waits });
});

test('four tries and no more; the last failure is thrown, and told as no further try', async () => {
  const { ended, tries, told } = await run([again, again, again, again]);
  expect([ended, tries, told.length]).toEqual([new Error('failure 4'), 4, 3]);
});

test('what will not pass is thrown at once', async () => {
  expect(await run([{ kind: 'never' }])).toMatchObject({ ended: new Error('failure 1'), tries: 1, told: [] });
});

test('no sooner than the other side asked for; too long is not waited for', async () => {
  expect((await run([{ kind: 'again', after: 5_000 }])).sleeps).toEqual([5_000]);
  expect(await run([{ kind: 'again', after: 30_001 }])).toMatchObject({
    ended: new Error('failure 1'),
    sleeps: [],
  });
});

test('what another has taken over in the meantime is left alone', async () => {
  const { ended, tries } = await run([again], 0, () => false);
  expect(ended).toBeInstanceOf(TakenOver);
  expect(tries).toBe(1);
});

test('whatever fails and however: at most four tries, and never a wait of more than half a minute', async () => {
  const verdict: fc.Arbitrary<Verdict> = fc.oneof(
    fc.constant<Verdict>({ kind: 'never' }),
    fc.record({ kind: fc.constant('again' as const), after: fc.integer({ min: 0, max: 100_000 }) }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(verdict, { maxLength: 8 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (verdicts, random) => {
        const { tries, sleeps } = await run(verdicts, random);
        expect(tries).toBeLessThanOrEqual(4);
        expect(sleeps).toHaveLength(tries - 1);
        for (const [index, ms] of sleeps.entries()) {
          const asked = verdicts[index];
          expect(ms).toBeGreaterThanOrEqual(asked?.kind === 'again' ? (asked.after ?? 0) : 0);
          expect(ms).toBeLessThanOrEqual(30_000);
        }
      },
    ),
  );
});
