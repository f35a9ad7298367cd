import { expect, test } from 'vitest';
import { conversation, createBoats, inForce, recommendation, said } from './boats.ts';

const standing = { choice: 'sail', lean: null, strength: 'clear' } as const;

/** Sentences that say what a message changed. */
const changes = (before: readonly string[], now: readonly string[], isNew = false): readonly string[] => {
  const { picks } = createBoats();
  const { blocks } = picks.body(
    recommendation(),
    conversation({ standing, requirements: inForce(...before) }),
    conversation({ standing: isNew ? null : standing, requirements: inForce(...now) }),
  );
  return said(blocks).filter((text) => text.startsWith('changed.'));
};

test.each<[why: string, before: readonly string[], now: readonly string[], texts: readonly string[]]>([
  ['nothing', ['distance'], ['distance'], []],
  ['one for another', ['distance'], ['cargo'], ['changed.replaced long distance heavy cargo']],
  ['one more', ['distance'], ['distance', 'cargo'], ['changed.added heavy cargo']],
  ['two more', [], ['cargo', 'hurry'], ['changed.added heavy cargo and a hurry']],
  ['one gone', ['distance', 'cargo'], ['cargo'], ['changed.removed long distance']],
  [
    'one gone and two more: which replaces which is not known',
    ['distance'],
    ['cargo', 'hurry'],
    ['changed.added heavy cargo and a hurry', 'changed.removed long distance'],
  ],
  [
    'denied where it was wanted',
    ['distance'],
    ['!distance'],
    ['changed.added understood.excluded long distance'],
  ],
  [
    'weaker where it was firm',
    ['distance'],
    ['~distance'],
    ['changed.added understood.preferred long distance'],
  ],
  ['another order', ['distance', 'cargo'], ['cargo', 'distance'], []],
])('changed: %s', (_, before, now, texts) => {
  expect(changes(before, now)).toEqual(texts);
});

test('in another project nothing has changed', () => {
  expect(changes(['distance'], ['cargo'], true)).toEqual([]);
});

test('in a first answer nothing has changed', () => {
  const { picks } = createBoats();
  const { blocks } = picks.body(
    recommendation(),
    conversation(),
    conversation({ requirements: inForce('distance') }),
  );
  expect(said(blocks).filter((text) => text.startsWith('changed.'))).toEqual([]);
});
