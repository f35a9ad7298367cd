import { expect, test } from 'vitest';
import { type Adapter, AdapterError } from '../../../adapters/shared/adapter.ts';
import { createStarter } from '../../../adapters/shared/starter.ts';

/** An adapter that is refused with these, in order, before it starts. */
const refusedWith = (name: string, ...errors: readonly Error[]) => {
  const left = [...errors];
  let tries = 0;
  let isUp = false;
  const adapter: Adapter = {
    name,
    async start() {
      tries += 1;
      const error = left.shift();
      if (error) throw error;
      isUp = true;
    },
    async stop() {
      isUp = false;
    },
    isUp: () => isUp,
  };
  return { ...adapter, tries: () => tries };
};

/** Waits are written down; each goes on when it is told to. */
const withStarter = (...adapters: readonly Adapter[]) => {
  const lines: string[] = [];
  const waits: number[] = [];
  const wakes: (() => void)[] = [];
  const starter = createStarter(adapters, {
    log: {
      note: (what, details) => lines.push(`${what} ${JSON.stringify(details)}`),
      failed: (what, details, error) => lines.push(`${what} ${JSON.stringify(details)}: ${error}`),
    },
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        waits.push(ms);
        wakes.push(resolve);
        signal.addEventListener('abort', reject);
      }),
  });
  const wake = async () => {
    wakes.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { starter, lines, waits, wake };
};

const passing = () => new AdapterError('cannot be reached', { passes: true });
const lasting = () => new AdapterError('wrong token');

test('refused by what passes, it is tried again at growing intervals until it starts', async () => {
  const late = refusedWith('late', ...Array.from({ length: 8 }, passing));
  const { starter, lines, waits, wake } = withStarter(refusedWith('other'), late);
  await starter.start();
  expect(late.isUp()).toBe(false);
  for (let tried = 0; tried < 8; tried += 1) await wake();
  expect(late.isUp()).toBe(true);
  expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000]);
  // One line when it begins and one when it is over, however long it takes.
  expect(lines).toEqual([
    'start {"adapter":"late","again":true}: AdapterError: cannot be reached',
    'started after all {"adapter":"late"}',
  ]);
});

test('refused for good, it is left alone; so is what was only then refused for good', async () => {
  const wrong = refusedWith('wrong', lasting());
  const turned = refusedWith('turned', passing(), lasting());
  const broken = refusedWith('broken', new TypeError('a mistake of ours'));
  const { starter, lines, waits, wake } = withStarter(wrong, turned, refusedWith('other'), broken);
  await starter.start();
  await wake();
  expect([wrong.tries(), turned.tries(), broken.tries()]).toEqual([1, 2, 1]);
  expect(waits).toHaveLength(1);
  expect(lines).toContain('start {"adapter":"turned"}: AdapterError: wrong token');
});

test('with none there is nothing to stay for: every reason is told', async () => {
  const { starter, waits } = withStarter(refusedWith('one', passing()), refusedWith('two', lasting()));
  await expect(starter.start()).rejects.toMatchObject({
    errors: [{ message: 'cannot be reached' }, { message: 'wrong token' }],
  });
  expect(waits).toEqual([]);
});

test('told to stop while it waits, it starts nothing more', async () => {
  const late = refusedWith('late', passing());
  const other = refusedWith('other');
  const { starter } = withStarter(late, other);
  await starter.start();
  await starter.stop();
  expect(late.tries()).toBe(1);
  expect(other.isUp()).toBe(false);
});

test('told to stop while one starts, it stops that, too', async () => {
  const late = refusedWith('late', passing());
  let go = (): void => {};
  const started = new Promise<void>((resolve) => {
    go = resolve;
  });
  let tries = 0;
  const slow = { ...late, start: async () => (tries++ === 0 ? late.start() : started.then(late.start)) };
  const { starter, wake } = withStarter(refusedWith('other'), slow);
  await starter.start();
  await wake();
  const stopped = starter.stop();
  go();
  await stopped;
  expect(late.tries()).toBe(2);
  expect(late.isUp()).toBe(false);
});
