import type { Catalog, SetNeed, Stance } from '../../../src/index.ts';
import { inGroups } from '../../shared/in-groups.ts';
import { toCustomId } from '../custom-ids.ts';
import { limits } from '../limits.ts';
import { words } from '../words.ts';
import { type Modal, modal, type Option, type Submitted, selectField, valuesIn } from './modal.ts';

/** What was understood: a requirement in force. */
export type Understood = { readonly id: string; readonly stance: Stance };

const stances = ['required', 'preferred', 'excluded'] as const satisfies readonly Stance[];
const addId = (index: number): string => `add.${index}`;

/**
 * *That's wrong*: one menu for each stance over what was understood, and the rest to add. What is in no menu
 * counts as not said.
 */
export const toCorrectionModal = (
  question: string,
  understood: readonly Understood[],
  catalog: Pick<Catalog, 'groups'>,
): Modal => {
  const all = catalog.groups.flatMap(({ requirements }) => requirements);
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const shown = shownOf(understood);
  const inForce = new Set(understood.map(({ id }) => id));
  const menus = stances.map((stance) =>
    selectField(
      stance,
      words.correction.stances[stance],
      shown.map(
        (one): Option => ({
          value: one.id,
          label: names.get(one.id) ?? one.id,
          chosen: one.stance === stance,
        }),
      ),
    ),
  );
  const missing = all
    .filter(({ id }) => !inForce.has(id))
    .map(({ id, name, ask }): Option => ({ value: id, label: name, description: ask }));
  const toAdd = inGroups(missing, limits.select.options).map((options, index) =>
    selectField(addId(index), words.correction.add, options, { placeholder: words.correction.pick }),
  );
  return modal(toCustomId('correct', '', question), words.correction.title, [
    ...(shown.length > 0 ? menus : []),
    ...toAdd,
  ]);
};

/**
 * The needs as corrected: all that was shown, and what was added. Somebody who ticks a second stance and leaves the
 * old one ticked means the new one.
 */
export const readCorrection = (
  submitted: Submitted,
  understood: readonly Understood[],
): readonly SetNeed[] => {
  const ticked = new Map(stances.map((stance) => [stance, new Set(valuesIn(submitted, stance))]));
  const corrected = shownOf(understood).map(({ id, stance }): SetNeed => {
    const chosen = stances.filter((one) => ticked.get(one)?.has(id));
    return { id, stance: chosen.find((one) => one !== stance) ?? chosen[0] ?? 'open' };
  });
  const added = Array.from({ length: limits.modal.components }, (_, index) =>
    valuesIn(submitted, addId(index)),
  );
  return [...corrected, ...added.flat().map((id): SetNeed => ({ id, stance: 'required' }))];
};

/** More than one menu holds stay as they are. */
const shownOf = (understood: readonly Understood[]): readonly Understood[] =>
  understood.slice(0, limits.select.options);
