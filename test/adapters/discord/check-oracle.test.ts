import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPayload, PayloadError, type PayloadKind } from '../../../adapters/discord/check-payload.ts';
import {
  button,
  container,
  emojiButton,
  rows,
  separator,
  text,
} from '../../../adapters/discord/components.ts';
import { limits } from '../../../adapters/discord/limits.ts';
import { render } from '../../../adapters/discord/render.ts';
import { toFormModal } from '../../../adapters/discord/views/form.ts';
import { toReasonModal } from '../../../adapters/discord/views/reason.ts';
import { createCatalog } from '../../../src/answering/catalog.ts';
import { readMind } from '../../../src/build-advisor.ts';
import { arbitraryAnswer } from '../arbitrary-answer.ts';
import { schemas } from './oracle/payload-schemas.ts';

// The checks are written by hand, since each message passes them and a library for schemas costs several times as much.
// What they say is held against the schema here: on payloads of every kind, and on these with something wrong.

const isTaken = (kind: PayloadKind, payload: unknown): boolean => schemas[kind].safeParse(payload).success;

const isLetThrough = (kind: PayloadKind, payload: unknown): boolean => {
  try {
    checkPayload(kind, payload);
    return true;
  } catch (error) {
    if (error instanceof PayloadError) return false;
    throw error;
  }
};

/** Around a limit, nothing, or nothing to be seen. */
const textOf = (limit: number) =>
  fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom('a', 'two words') },
    { weight: 1, arbitrary: fc.constantFrom('', ' \n', 'x'.repeat(limit), 'x'.repeat(limit + 1)) },
  );
const textPart = textOf(limits.message.characters).map((content) => ({ type: 10, content }));
const buttonPart = fc.oneof(
  { weight: 4, arbitrary: fc.nat(1_000).map((id) => button(`id${id}`, 'Press') as object) },
  { weight: 4, arbitrary: fc.nat(1_000).map((id) => emojiButton(`id${id}`, '👍') as object) },
  { weight: 1, arbitrary: fc.constantFrom(emojiButton('e1', ''), emojiButton('e2', '👎')) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant(2),
      style: fc.integer({ min: 0, max: 5 }),
      custom_id: textOf(limits.customId),
      label: textOf(limits.button.label),
    }),
  },
);
const inContainer = fc.oneof(
  { weight: 6, arbitrary: textPart },
  { weight: 2, arbitrary: fc.constantFrom(...[1, 1, 1, 3].map((spacing) => ({ ...separator(), spacing }))) },
  // One more than may be.
  { weight: 1, arbitrary: fc.constant(container(text('a'))) },
  {
    weight: 3,
    arbitrary: fc
      .array(buttonPart, { maxLength: limits.row + 1 })
      .map((components) => ({ type: 1, components })),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant(9),
      components: fc.array(textPart, { maxLength: limits.section + 1 }),
      accessory: buttonPart,
    }),
  },
);
const component = fc.oneof(
  { weight: 6, arbitrary: inContainer },
  {
    weight: 1,
    arbitrary: fc.array(inContainer, { maxLength: 6 }).map((components) => ({ type: 17, components })),
  },
);
const someMessage = fc.record({
  components: fc.oneof(
    { weight: 10, arbitrary: fc.array(component, { maxLength: 6 }) },
    { weight: 1, arbitrary: fc.array(component, { minLength: 20, maxLength: 42 }) },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.constant(separator()), { minLength: 39, maxLength: 41 })
        .chain((many) => fc.constantFrom<object[]>(many, [container(...many)])),
    },
  ),
  flags: fc.constantFrom(1 << 15, (1 << 15) | 64, 64, 2 ** 53 + (1 << 15), (1 << 15) + 0.5),
  allowedMentions: fc.oneof(
    { weight: 9, arbitrary: fc.constant({ parse: [], repliedUser: false }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom({ parse: ['users'], repliedUser: false }, { parse: [], repliedUser: true }),
    },
  ),
});

/** What may stand where something else belongs. */
const odd = fc.constantFrom<unknown>(
  undefined,
  null,
  true,
  false,
  0,
  1,
  2,
  3,
  9,
  10,
  14,
  17,
  2.5,
  '',
  ' ',
  'a',
  'id1',
  [],
  ['users'],
  {},
  [undefined],
  { type: 10, content: 'a' },
  { type: 17, components: [{ type: 10, content: 'a' }] },
  container(),
  { name: 'a' },
  ...rows([button('id1', 'a')]),
);
type Damage = {
  readonly at: number;
  readonly how: 'replace' | 'remove' | 'add';
  readonly by: unknown;
  readonly key: string;
};
const damage = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('replace' as const, 'remove' as const, 'add' as const),
  by: odd,
  key: fc.constantFrom('id', 'label', 'emoji', 'disabled', 'content', 'components', 'files', 'required'),
});

/** The same with something wrong somewhere, however deep. */
const damaged = (message: unknown, damages: readonly Damage[]): unknown => {
  const copy: unknown = structuredClone(message);
  for (const { at, how, by: odd, key } of damages) {
    const by = structuredClone(odd);
    const places = placesIn(copy);
    const place = places[at % places.length];
    if (!place) continue;
    const { holder, name } = place;
    if (how === 'replace') holder[name] = by;
    else if (how === 'add') holder[key] = by;
    else if (Array.isArray(holder)) holder.splice(Number(name), 1);
    else delete holder[name];
  }
  return copy;
};
type Holder = Record<string, unknown>;
const placesIn = (value: unknown): readonly { readonly holder: Holder; readonly name: string }[] =>
  typeof value === 'object' && value !== null
    ? Object.keys(value).flatMap((name) => {
        const holder = value as Holder;
        return [{ holder, name }, ...placesIn(holder[name])];
      })
    : [];

test('a message is let through where the schema takes it, and nowhere else', () => {
  fc.assert(
    fc.property(someMessage, fc.array(damage, { maxLength: 3 }), (message, damages) => {
      const payload = damaged(message, damages);
      expect(isLetThrough('message', payload)).toBe(isTaken('message', payload));
    }),
    { numRuns: 4_000 },
  );
});

const choice = fc.record({
  name: textOf(limits.autocomplete.name),
  value: textOf(limits.autocomplete.value),
});
const others: fc.Arbitrary<readonly [PayloadKind, unknown]> = fc.oneof(
  fc.constantFrom(
    ['modal', toFormModal(createCatalog(readMind().knowledge))] as const,
    ['modal', toReasonModal('discord:1')] as const,
  ),
  fc
    .array(choice, { maxLength: limits.autocomplete.choices + 1 })
    .map((choices) => ['autocomplete', choices] as const),
  textOf(limits.thread).map((name) => ['thread', name] as const),
);

test('so are forms, suggestions and the names of threads', () => {
  fc.assert(
    fc.property(others, fc.array(damage, { maxLength: 3 }), ([kind, payload], damages) => {
      const said = damaged(payload, damages);
      expect(isLetThrough(kind, said)).toBe(isTaken(kind, said));
    }),
    { numRuns: 4_000 },
  );
});

test('any answer is let through, with its files', () => {
  const question = { id: 'discord:1573624012079497217', asker: '1', text: '' };
  fc.assert(
    fc.property(arbitraryAnswer, fc.boolean(), (answer, withoutFiles) => {
      const messages = render(answer, { question, private: false, quoted: true, withoutFiles });
      for (const message of messages) expect(() => checkPayload('message', message)).not.toThrow();
    }),
    { numRuns: 100, endOnFailure: true },
  );
});
