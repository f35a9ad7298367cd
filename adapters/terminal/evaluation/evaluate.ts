import type { Writer } from '../writer.ts';
import { ablationTable, type Maimed } from './ablation.ts';
import { type Examinee, examine } from './examinee.ts';
import { isFact, readLabelled } from './labelled.ts';
import { figuresTable, kindTable, missList, type Parts, requirementTable } from './report.ts';
import { score } from './score.ts';
import { type EvaluationSet, evaluationSets } from './sets.ts';
import { claimsOf } from './sureness.ts';
import { surenessTables } from './sureness-tables.ts';

export type EvaluateOptions = {
  /** Names of the sets to ask; none means all. */
  readonly sets: readonly string[];
  /** List what was missed, by class and then one by one. */
  readonly misses: boolean;
  /** List also what was missed in what is set aside. Reading it uses it up: it shows nothing afterwards. */
  readonly aside: boolean;
};

/**
 * Asks every labelled question and prints how the answers score, how sure they were, and what each part of reading
 * is worth. `maimed` are the same examinee with one part switched off each.
 * @throws Error where a set does not exist or cannot be read
 */
export const evaluate = async (
  examinee: Examinee,
  output: Writer,
  { sets, misses, aside }: EvaluateOptions,
  known: readonly EvaluationSet[] = evaluationSets,
  maimed: readonly Maimed[] = [],
): Promise<void> => {
  const unknown = sets.find((name) => known.every((set) => set.name !== name));
  if (unknown)
    throw new Error(
      `There is no evaluation set "${unknown}"; there are ${known.map(({ name }) => name).join(', ')}.`,
    );

  const asked = known.filter(({ name }) => sets.length === 0 || sets.includes(name));
  const ofThreads: EvaluationSet[] = [];
  for (const set of asked) {
    const questions = set.files.flatMap(readLabelled);
    if (!questions.some(isFact)) ofThreads.push(set);
    const { replies, given } = await examine(examinee, questions);
    const only = (keep: (id: string) => boolean) => questions.filter(({ id }) => keep(id));
    const parts: Parts = {
      all: score(questions, replies),
      rest: score(
        only((id) => !set.isAside(id)),
        replies,
      ),
      aside: score(only(set.isAside), replies),
    };
    const claims = claimsOf(
      only((id) => !set.isLearned(id)),
      given,
    );
    const sections = [
      `${set.name}: ${set.what}`,
      figuresTable(parts),
      kindTable(parts),
      ...(parts.all.byRequirement.size > 0 ? [requirementTable(parts)] : []),
      ...surenessTables(claims),
      ...(misses ? [missList((aside ? parts.all : parts.rest).misses)] : []),
    ];
    await output.write(`${sections.join('\n\n')}\n\n`);
  }
  if (maimed.length === 0 || ofThreads.length === 0) return;
  const worth = await ablationTable(examinee, maimed, ofThreads);
  await output.write(`What each part is worth, on what nothing was learned from\n\n${worth}\n\n`);
};
