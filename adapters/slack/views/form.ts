import type { types } from '@slack/bolt';
import type { Catalog, SetNeed } from '../../../src/index.ts';
import { inGroups } from '../../shared/in-groups.ts';
import { plainText } from '../blocks.ts';
import { limits } from '../limits.ts';
import { words } from '../words.ts';
import { chosenIn, input, option, textField, type ViewState, writtenIn } from './fields.ts';

export const formId = 'form';

export type Form = {
  readonly building: string;
  readonly needs: readonly SetNeed[];
  readonly team: string;
  readonly more: string;
  /** All of it as somebody would write it, for the thread and for whoever reads the question there. */
  readonly text: string;
};

/** The form of the command alone. `metadata` comes back when it is submitted. */
export const renderForm = (catalog: Pick<Catalog, 'groups'>, metadata: string): types.ModalView => ({
  type: 'modal',
  callback_id: formId,
  private_metadata: metadata,
  title: plainText(words.form.title),
  submit: plainText(words.form.submit),
  close: plainText(words.form.close),
  blocks: [
    input('building', words.form.building, textField(true), words.form.buildingHint),
    ...needFields(catalog),
    input('team', words.form.team, textField(false)),
    input('more', words.form.more, textField(true)),
  ].slice(0, limits.view.blocks),
});

export const readForm = (catalog: Pick<Catalog, 'groups'>, values: ViewState): Form => {
  const ticked = new Set(Object.keys(values).flatMap((id) => (isNeeds(id) ? chosenIn(values, id) : [])));
  const needs = catalog.groups.flatMap(({ requirements }) => requirements).filter(({ id }) => ticked.has(id));
  const [building, team, more] = [
    writtenIn(values, 'building'),
    writtenIn(values, 'team'),
    writtenIn(values, 'more'),
  ];
  return {
    building,
    team,
    more,
    needs: needs.map(({ id }) => ({ id, stance: 'required' })),
    text: [
      building,
      needs.length > 0 ? `${words.form.needs} ${needs.map(({ name }) => name).join(', ')}` : '',
      team && `${words.form.ourTeam} ${team}`,
      more,
    ]
      .filter((part) => part !== '')
      .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
      .join('\n'),
  };
};

/** Boxes to tick, by subject; a subject with more than Slack takes in one group goes on in a second. */
const needFields = (catalog: Pick<Catalog, 'groups'>): readonly types.InputBlock[] =>
  catalog.groups.flatMap(({ id, name, requirements }) =>
    inGroups(requirements, limits.checkboxes).map((some, index) =>
      input(`needs:${id}:${index}`, index === 0 ? name : words.form.goesOn(name), {
        type: 'checkboxes',
        options: some.map((requirement) => option(requirement.id, requirement.name)),
      }),
    ),
  );

const isNeeds = (id: string): boolean => id.startsWith('needs:');
