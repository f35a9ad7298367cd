import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createManners, type Heard } from '../../../adapters/shared/manners.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';

type Event = Omit<Heard, 'thread'> | { readonly wake: string };

/** Runs events of one thread; true or false for each message, undefined for each button. */
const run = async (events: readonly Event[], thread = 't', manners = createManners(createMemoryStore())) => {
  const answers: (boolean | undefined)[] = [];
  for (const event of events) {
    if ('wake' in event) {
      await manners.wake(thread, event.wake);
      answers.push(undefined);
    } else answers.push(await manners.isForUs({ thread, ...event }));
  }
  return answers;
};

const says = (author: string): Event => ({ author, named: false });
const names = (author: string): Event => ({ author, named: true });

test.each<[string, readonly Event[], readonly (boolean | undefined)[]]>([
  ['nobody has called it', [says('ada'), says('bob')], [false, false]],
  ['it follows whoever called it', [names('ada'), says('ada'), says('ada')], [true, true, true]],
  ['a second person puts it to sleep', [names('ada'), says('bob'), says('ada')], [true, false, false]],
  ['a second person who names it is followed', [names('ada'), names('bob'), says('bob')], [true, true, true]],
  [
    'whoever called it before then counts as second',
    [names('ada'), names('bob'), says('ada')],
    [true, true, false],
  ],
  [
    'a button wakes it',
    [names('ada'), says('bob'), { wake: 'bob' }, says('bob')],
    [true, false, undefined, true],
  ],
])('%s', async (_, events, answers) => {
  expect(await run(events)).toEqual(answers);
});

const person = fc.constantFrom('ada', 'bob', 'cleo');
const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ author: person, named: fc.boolean() }),
  fc.record({ wake: person }),
);

test('it never is deaf to its name, and unnamed it hears exactly whoever spoke to it last, until somebody else speaks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEvent, { maxLength: 30 }), async (events) => {
      // The rule once more, told by looking back instead of keeping a state.
      const expected = events.map((event, index) => {
        if ('wake' in event) return undefined;
        if (event.named) return true;
        const past = events.slice(0, index);
        const called = past.findLastIndex((one) => 'wake' in one || one.named);
        const caller = past[called];
        if (!caller) return false;
        const who = 'wake' in caller ? caller.wake : caller.author;
        const since = past.slice(called + 1);
        return who === event.author && since.every((one) => 'author' in one && one.author === who);
      });
      expect(await run(events)).toEqual(expected);
    }),
  );
});

test('threads know nothing of each other', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('t1', 't2'), anyEvent), { maxLength: 30 }),
      async (mixed) => {
        const together = createManners(createMemoryStore());
        const answers: Record<string, (boolean | undefined)[]> = { t1: [], t2: [] };
        for (const [thread, event] of mixed) answers[thread]?.push(...(await run([event], thread, together)));
        for (const thread of ['t1', 't2'])
          expect(answers[thread]).toEqual(
            await run(mixed.filter(([of]) => of === thread).map(([, event]) => event)),
          );
      },
    ),
  );
});

test('people among themselves, where it was never called, cost no write', async () => {
  const listen = () => {
    throw new Error('written');
  };
  const manners = createManners({ listen, listensTo: () => undefined });
  expect(await manners.isForUs({ thread: 't', author: 'ada', named: false })).toBe(false);
});
