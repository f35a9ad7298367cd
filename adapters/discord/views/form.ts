import type { Catalog, SetNeed } from '../../../src/index.ts';
import { inGroups } from '../../shared/in-groups.ts';
import { toCustomId } from '../custom-ids.ts';
import { limits } from '../limits.ts';
import { words } from '../words.ts';
import {
  type Modal,
  modal,
  type Option,
  type Submitted,
  selectField,
  textField,
  textIn,
  valuesIn,
} from './modal.ts';

const textId = 'text';
const needsId = (index: number): string => `needs.${index}`;

/** `/stack form`: what is being built, and the needs to tick, by subject. */
export const toFormModal = (catalog: Pick<Catalog, 'groups'>): Modal =>
  modal(toCustomId('form'), words.form.title, [
    textField(textId, words.form.building, {
      description: words.form.buildingDescription,
      hint: words.form.buildingHint,
    }),
    ...menusOf(catalog).map(({ name, options }, index) =>
      selectField(needsId(index), name, options, { placeholder: words.form.pick }),
    ),
  ]);

/** What was submitted; both may be empty. What is ticked is required. */
export const readForm = (
  submitted: Submitted,
): { readonly text: string; readonly needs: readonly SetNeed[] } => ({
  text: textIn(submitted, textId),
  needs: Array.from({ length: menusRoom }, (_, index) => valuesIn(submitted, needsId(index)))
    .flat()
    .map((id) => ({ id, stance: 'required' })),
});

/** The first field is for words. */
const menusRoom = limits.modal.components - 1;

type Menu = { readonly name: string; readonly options: readonly Option[] };

/** A menu for each subject; where these are too many, or too long, all in order in as few as hold them. */
const menusOf = ({ groups }: Pick<Catalog, 'groups'>): readonly Menu[] => {
  const bySubject = groups
    .filter(({ requirements }) => requirements.length > 0)
    .map(({ name, requirements }) => ({ name, options: requirements.map(toOption) }));
  const fits =
    bySubject.length <= menusRoom &&
    bySubject.every(({ options }) => options.length <= limits.select.options);
  if (fits) return bySubject;
  const all = bySubject.flatMap(({ options }) => options);
  return inGroups(all, limits.select.options)
    .slice(0, menusRoom)
    .map((options, index) => ({ name: `${words.form.needs} ${index + 1}`, options }));
};

const toOption = ({ id, name, ask }: Catalog['groups'][number]['requirements'][number]): Option => ({
  value: id,
  label: name,
  description: ask,
});
