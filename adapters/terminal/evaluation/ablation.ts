import { type Examinee, examine } from './examinee.ts';
import { type Labelled, readLabelled } from './labelled.ts';
import { f1Of, type Score, score, shareOf } from './score.ts';
import type { EvaluationSet } from './sets.ts';
import { figure, table } from './table.ts';

/** The examinee with one part of its reading switched off. */
export type Maimed = { readonly without: string; make(): Examinee };

/**
 * What each part is worth: the figures without it, on threads that nothing was learned from.
 * Each part is switched off by itself, without learning anew: what the others could take over, they do.
 */
export const ablationTable = async (
  whole: Examinee,
  maimed: readonly Maimed[],
  sets: readonly EvaluationSet[],
): Promise<string> => {
  const asked = sets.map((set) => set.files.flatMap(readLabelled).filter(({ id }) => !set.isLearned(id)));
  const rows: string[][] = [['everything', ...(await figuresOf(whole, asked))]];
  for (const { without, make } of maimed)
    rows.push([`without ${without}`, ...(await figuresOf(make(), asked))]);
  const head = sets.flatMap(({ name }) => [`${name}: kind`, 'pick', 'F1']);
  return table(['', ...head], rows);
};

const figuresOf = async (
  examinee: Examinee,
  sets: readonly (readonly Labelled[])[],
): Promise<readonly string[]> => {
  const figures: string[] = [];
  for (const questions of sets) {
    const { replies } = await examine(examinee, questions);
    figures.push(...threadFigures(score(questions, replies)).map(figure));
  }
  return figures;
};

/** Kind, acceptable pick and F1 of requirements. */
export const threadFigures = ({ shares, requirements }: Score): readonly (number | null)[] => [
  shareOf(shares.get('kind') ?? { right: 0, of: 0 }),
  shareOf(shares.get('pick acceptable') ?? { right: 0, of: 0 }),
  requirements && f1Of(requirements),
];
