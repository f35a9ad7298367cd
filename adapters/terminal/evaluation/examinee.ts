import type { Answer } from '../../../src/index.ts';
import type { AnswerThread } from '../answer-thread.ts';
import { type Reply, toReply } from '../reply.ts';
import { type Labelled, turnsOf } from './labelled.ts';
import type { Given } from './sureness.ts';

/** What is examined: answers threads, and says how sure it was of the kind of each message of the last one. */
export type Examinee = {
  readonly answerThread: AnswerThread;
  /** 0…1 per message of the thread answered last; fewer than messages where one was refused. */
  sureness(thread: string): Promise<readonly number[]>;
};

export type Sitting = {
  readonly replies: ReadonlyMap<string, readonly Reply[]>;
  readonly given: ReadonlyMap<string, readonly Given[]>;
};

/** Asks every question once, thread by thread. */
export const examine = async (examinee: Examinee, questions: readonly Labelled[]): Promise<Sitting> => {
  const replies = new Map<string, readonly Reply[]>();
  const given = new Map<string, readonly Given[]>();
  for (const question of questions) {
    const { id } = question;
    const answers = await examinee.answerThread(id, turnsOf(question));
    const sure = await examinee.sureness(id);
    replies.set(id, answers.map(toReply));
    given.set(
      id,
      answers.map((answer, turn) => givenIn(answer, sure[turn] ?? 1)),
    );
  }
  return { replies, given };
};

const givenIn = ({ to, facts }: Answer, sureness: number): Given => ({
  kind: facts.kind,
  recommendation: facts.recommendation,
  sureness,
  // What an earlier message gave was judged there.
  requirements: facts.requirements.filter(({ turn }) => turn === to),
});
