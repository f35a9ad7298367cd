import { expect, test } from 'vitest';
import { createUnderWay } from '../../../adapters/shared/under-way.ts';

test('settled waits for all of it: what failed, and what began in the meantime', async () => {
  const underWay = createUnderWay();
  const order: string[] = [];
  const work = async (name: string) => {
    await new Promise(setImmediate);
    order.push(name);
  };
  void underWay.track(
    work('first').then(() => {
      void underWay.track(work('second'));
    }),
  );
  const failing = underWay.track(Promise.reject(new Error('broken')));
  await expect(failing).rejects.toThrow('broken');
  await underWay.settled();
  expect(order).toEqual(['first', 'second']);
  await underWay.settled();
});
