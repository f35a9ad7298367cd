import type { AnswerThread } from '../answer-thread.ts';
import { type Reply, toReply } from '../reply.ts';
import type { Writer } from '../writer.ts';
import { type Labelled, readLabelled, turnsOf } from './labelled.ts';
import { figuresTable, kindTable, missList, type Parts, requirementTable } from './report.ts';
import { score } from './score.ts';
import { type EvaluationSet, evaluationSets } from './sets.ts';

export type EvaluateOptions = {
  /** Names of the sets to ask; none means all. */
  readonly sets: readonly string[];
  /** List what was missed, by class and then one by one. */
  readonly misses: boolean;
  /** List also what was missed in what is set aside. Reading it uses it up: it shows nothing afterwards. */
  readonly aside: boolean;
};

/**
 * Asks every labelled question and prints how the answers score.
 * @throws Error where a set does not exist or cannot be read
 */
export const evaluate = async (
  answerThread: AnswerThread,
  output: Writer,
  { sets, misses, aside }: EvaluateOptions,
  known: readonly EvaluationSet[] = evaluationSets,
): Promise<void> => {
  const unknown = sets.find((name) => known.every((set) => set.name !== name));
  if (unknown)
    throw new Error(
      `There is no evaluation set "${unknown}"; there are ${known.map(({ name }) => name).join(', ')}.`,
    );

  for (const set of known.filter(({ name }) => sets.length === 0 || sets.includes(name))) {
    const questions = set.files.flatMap(readLabelled);
    const replies = await answerEach(answerThread, questions);
    const parts: Parts = {
      all: score(questions, replies),
      rest: score(
        questions.filter(({ id }) => !set.isAside(id)),
        replies,
      ),
      aside: score(
        questions.filter(({ id }) => set.isAside(id)),
        replies,
      ),
    };
    const sections = [
      `${set.name}: ${set.what}`,
      figuresTable(parts),
      kindTable(parts),
      ...(parts.all.byRequirement.size > 0 ? [requirementTable(parts)] : []),
      ...(misses ? [missList((aside ? parts.all : parts.rest).misses)] : []),
    ];
    await output.write(`${sections.join('\n\n')}\n\n`);
  }
};

const answerEach = async (answerThread: AnswerThread, questions: readonly Labelled[]) => {
  const replies = new Map<string, readonly Reply[]>();
  for (const question of questions) {
    replies.set(question.id, (await answerThread(question.id, turnsOf(question))).map(toReply));
  }
  return replies;
};
