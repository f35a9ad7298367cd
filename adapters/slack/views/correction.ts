import type { types } from '@slack/bolt';
import type { Catalog, SetNeed } from '../../../src/index.ts';
import { plainText } from '../blocks.ts';
import { limits } from '../limits.ts';
import { words } from '../words.ts';
import { chosenIn, input, option, type ViewState } from './fields.ts';

export const correctionId = 'correction';

const stanceField = 'stance:';
const addField = 'add';
const stances = ['required', 'preferred', 'excluded', 'open'] as const satisfies readonly SetNeed['stance'][];

/**
 * "That's wrong": each requirement that was understood, with its stance to change, and the others to add.
 * `metadata` comes back when it is submitted.
 */
export const renderCorrection = (
  catalog: Pick<Catalog, 'groups'>,
  standing: readonly SetNeed[],
  metadata: string,
): types.ModalView => {
  const names = new Map(
    catalog.groups.flatMap((group) => group.requirements.map(({ id, name }) => [id, name])),
  );
  const known = new Set(standing.map(({ id }) => id));
  const options = stances.map((stance) => option(stance, words.correction.stances[stance]));
  const fields = standing.map(({ id, stance }) =>
    input(stanceField + id, names.get(id) ?? id, {
      type: 'static_select',
      options,
      initial_option: option(stance, words.correction.stances[stance]),
    }),
  );
  return {
    type: 'modal',
    callback_id: correctionId,
    private_metadata: metadata,
    title: plainText(words.correction.title),
    submit: plainText(words.correction.submit),
    close: plainText(words.correction.close),
    blocks: [
      {
        type: 'section',
        text: plainText(fields.length > 0 ? words.correction.intro : words.correction.nothing),
      },
      // Room for the first and the last.
      ...fields.slice(0, limits.view.blocks - 2),
      ...addFields(catalog, known),
    ],
  };
};

/** Everything as it stands in the submitted form, whether it was changed or not. */
export const readCorrection = (values: ViewState): readonly SetNeed[] => {
  const set = Object.keys(values).flatMap((field): readonly SetNeed[] => {
    if (!field.startsWith(stanceField)) return [];
    const [chosen] = chosenIn(values, field);
    const stance = stances.find((known) => known === chosen);
    return stance ? [{ id: field.slice(stanceField.length), stance }] : [];
  });
  return [...set, ...chosenIn(values, addField).map((id): SetNeed => ({ id, stance: 'required' }))];
};

/** What was not understood so far, to pick from; nothing where nothing is left. */
const addFields = (
  catalog: Pick<Catalog, 'groups'>,
  known: ReadonlySet<string>,
): readonly types.InputBlock[] => {
  const groups = catalog.groups
    .map(({ name, requirements }) => ({
      label: plainText(name, limits.select.groupLabel),
      options: requirements
        .filter(({ id }) => !known.has(id))
        .slice(0, limits.select.options)
        .map(({ id, name: text }) => option(id, text)),
    }))
    .filter(({ options }) => options.length > 0)
    .slice(0, limits.select.groups);
  if (groups.length === 0) return [];
  return [
    input(addField, words.correction.add, {
      type: 'multi_static_select',
      option_groups: groups,
      placeholder: plainText(words.correction.pick, limits.placeholder),
    }),
  ];
};
