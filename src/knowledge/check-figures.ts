import type { Figure, FigureCard, FigureSet } from '../domain/knowledge.ts';
import type { Loaded } from './loaded.ts';
import type { Problems } from './problems.ts';

/**
 * Ranges run upwards, and each figure stands in one place only, so that it can be mended in one place.
 * Sets of one card may agree by chance: they are measurements of their own.
 */
export const checkFigures = (loaded: Loaded, problems: Problems): void => {
  const seen = new Map<string, { readonly card: FigureCard; readonly set: FigureSet; place(): string }>();
  for (const { value: card, file, line } of loaded.cards) {
    for (const [setIndex, set] of card.sets.entries()) {
      for (const [index, figure] of set.figures.entries()) {
        const path = ['sets', setIndex, 'figures', index];
        const { amount } = figure;
        if ('from' in amount && amount.from >= amount.to) {
          const remedy = 'write the lower end as "from" and the upper as "to"';
          problems.add(
            file,
            line(path),
            `"${figure.id}" runs from ${amount.from} to ${amount.to}; ${remedy}`,
          );
        }
        const key = sameness(set, figure);
        const before = seen.get(key);
        if (before && (before.card !== card || before.set === set)) {
          const remedy = 'keep it where it belongs and remove the other';
          problems.add(
            file,
            line(path),
            `"${figure.id}" gives the figure of ${before.place()} again; ${remedy}`,
          );
        }
        if (!before) seen.set(key, { card, set, place: () => `${file}:${line(path)}` });
      }
    }
  }
};

/** Two figures are one where they say the same of the same; what tells rows of a table apart is their label. */
const sameness = (set: FigureSet, { subject, label, amount }: Figure): string =>
  JSON.stringify([subject, label, set.metric, set.unit, Object.entries(amount).toSorted()]);
