import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAdvisor } from '../../src/answering/advisor.ts';
import {
  actSchema,
  kindSchema,
  type Reading,
  revisionSchema,
  stanceSchema,
} from '../../src/domain/reading.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { createAnswerSchema } from '../contracts/answer-schema.ts';
import { createForeignWords } from '../contracts/own-words.ts';
import { mind } from './bot.ts';

/**
 * Every act on every state of a thread, far more of them than texts would reach. Only understanding is replaced:
 * what it may hand over at most is handed over.
 */
const { knowledge } = mind;
const schemaOf = createAnswerSchema(knowledge);
const foreignWords = createForeignWords(knowledge);

const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
const options = idsOf(knowledge.options);
const requirements = idsOf(knowledge.requirements);
const frameworks = idsOf(knowledge.options.flatMap((option) => option.frameworks));
const queries = [
  ...knowledge.units.flatMap(({ asked, statements }) => [
    ...asked,
    ...statements.flatMap((one) => one.asked),
  ]),
  ...knowledge.cards.flatMap(({ asked }) => asked),
  ...knowledge.disputes.flatMap(({ asked }) => asked),
  ...knowledge.corrections.flatMap(({ asserted }) => asserted),
  'who invented zorblat',
  '',
];
const rarely = <T>(arbitrary: fc.Arbitrary<readonly T[]>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, { weight: 1, arbitrary });

const reading: fc.Arbitrary<Reading> = fc.record({
  kind: fc.constantFrom(...kindSchema.options),
  act: fc.constantFrom(...actSchema.options),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  because: fc.constant([]),
  options: fc.subarray(options),
  ruledOut: rarely(fc.subarray(options)),
  unasked: rarely(fc.subarray(options, { maxLength: 1 })),
  frameworks: rarely(fc.subarray(frameworks, { maxLength: 2 })),
  outside: rarely(fc.constant(['Zorblat'])),
  requirements: fc.subarray(requirements, { maxLength: 5 }).chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          stance: fc.constantFrom(...stanceSchema.options),
          said: fc.constant('xyzzy'),
          confidence: fc.constant(0.5),
        }),
      ),
    ),
  ),
  dropped: rarely(fc.subarray(requirements)),
  contradictions: rarely(fc.subarray(requirements, { maxLength: 2 })),
  revision: fc.oneof(
    { weight: 4, arbitrary: fc.constant('add' as const) },
    fc.constantFrom(...revisionSchema.options),
  ),
  pushed: fc.boolean(),
  query: fc.constantFrom(...queries),
});

test('whatever was understood, the answer holds together and says nothing but what is known', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(reading, { minLength: 1, maxLength: 6 }), async (readings) => {
      const left = [...readings];
      const advisor = createAdvisor({
        ...mind.parts,
        store: createMemoryStore(),
        understand: () => left.shift() ?? expect.fail('asked more often than there were readings'),
      });
      for (const at of readings.keys()) {
        const id = `m${at}`;
        const asked = await advisor.ask({ id, thread: 't', text: 'xyzzy', author: 'ada', at });
        if (asked.kind !== 'answered') throw new Error('a new message counted as known');
        const turns = readings.slice(0, at + 1).map((_, turn) => `m${turn}`);
        expect(schemaOf(turns).safeParse(asked.answer).error?.issues).toBeUndefined();
        expect(foreignWords(asked.answer)).toEqual([]);
        expect(JSON.stringify({ ...asked.answer, facts: null })).not.toContain('xyzzy');
      }
    }),
    { numRuns: 400 },
  );
});
