import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createInOrder } from '../../src/answering/in-order.ts';

/** A promise that is settled from outside. */
const gate = () => {
  let open = (_: string) => {};
  let fail = (_: Error) => {};
  const passed = new Promise<string>((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  return { passed, open, fail };
};
/** Long enough for everything that waits for nothing but promises. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('tasks of one key wait for each other, those of another do not', async () => {
  const inOrder = createInOrder();
  const began: string[] = [];
  const [first, second, other] = [gate(), gate(), gate()];
  const task =
    (name: string, { passed }: ReturnType<typeof gate>) =>
    () => {
      began.push(name);
      return passed;
    };
  const runs = [
    inOrder('a', task('first', first)),
    inOrder('a', task('second', second)),
    inOrder('b', task('other', other)),
  ];
  await settled();
  expect(began).toEqual(['first', 'other']);
  first.open('1');
  await settled();
  expect(began).toEqual(['first', 'other', 'second']);
  second.open('2');
  other.open('3');
  expect(await Promise.all(runs)).toEqual(['1', '2', '3']);
});

test('a task that fails is told to its caller alone, and the next one runs', async () => {
  const inOrder = createInOrder();
  const failing = inOrder('a', () => Promise.reject(new Error('boom')));
  const next = inOrder('a', () => Promise.resolve('fine'));
  await expect(failing).rejects.toThrow('boom');
  expect(await next).toBe('fine');
  // After the queue ran dry it starts anew.
  expect(await inOrder('a', () => Promise.resolve('again'))).toBe('again');
});

test('a task that throws before it returns a promise fails like any other', async () => {
  const inOrder = createInOrder();
  const failing = inOrder('a', () => {
    throw new Error('boom');
  });
  await expect(failing).rejects.toThrow('boom');
});

test('however tasks are spread and settled, each key sees its own in the order of asking, never two at once', async () => {
  const plan = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean()), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), plan, async (scheduler, tasks) => {
      const inOrder = createInOrder();
      const seen = new Map<string, number[]>();
      const running = new Set<string>();
      const runs = tasks.map(([key, fails], at) =>
        inOrder(key, async () => {
          expect(running.has(key)).toBe(false);
          running.add(key);
          seen.set(key, [...(seen.get(key) ?? []), at]);
          await scheduler.schedule(Promise.resolve());
          running.delete(key);
          if (fails) throw new Error('boom');
        }),
      );
      const all = Promise.allSettled(runs);
      await scheduler.waitFor(all);
      const outcomes = await all;
      expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(tasks.map(([, fails]) => fails));
      for (const [key, order] of seen) {
        expect(order).toEqual(tasks.flatMap(([other], at) => (other === key ? [at] : [])));
      }
    }),
    { numRuns: 60 },
  );
});
