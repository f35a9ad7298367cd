import type { Advisor, Answer, Overdue, Question, Store } from '../../src/index.ts';
import type { AdapterLog } from './log.ts';
import { TakenOver } from './retry.ts';

/** How far the sending of an answer has come, for whoever sends it. */
export type Trip = {
  /** True where an earlier try may have arrived, whole or in part. */
  readonly begun: boolean;
  /** To be asked before each try: false where another process has taken the errand over. */
  mayGoOn(): Promise<boolean>;
};

export type CourierDeps<Place> = {
  readonly adapter: string;
  readonly advisor: Advisor;
  readonly store: Store;
  readonly log: AdapterLog;
  /** Milliseconds since 1970. */
  now(): number;
  /** Brings an answer to its place, and tells the person where it cannot. Throws where nobody could be told. */
  send(answer: Answer, question: Question, place: Place, trip: Trip): Promise<void>;
};

export type Courier<Place> = {
  /** Answers a question and sends the answer. A redelivery ends here, quietly. Never throws. */
  bring(question: Question, place: Place): Promise<void>;
  /** Takes up what was left undone, now and from time to time. */
  start(): void;
  /** Takes up nothing more, and waits for what is under way. */
  stop(): Promise<void>;
};

/** How long one try may take (ms). Beyond it, and the grace, another process takes the errand over. */
const lease = 60_000;
const grace = 15_000;
const sweepEvery = 15_000;
const sweepSize = 20;
const maxAttempts = 3;

/**
 * From question to sent answer, so that a crash in between costs neither the answer nor sends it twice: the question
 * is kept with its claim until its answer has arrived, and one that was left is taken up again.
 */
export const createCourier = <Place>(deps: CourierDeps<Place>): Courier<Place> => {
  const { adapter, advisor, store, log, now } = deps;
  const underWay = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;

  const deliver = async (answer: Answer, question: Question, place: Place, overdue: Tried): Promise<void> => {
    const { id } = question;
    const mayGoOn = async () => store.begin(id, overdue.attempt, now() + lease);
    try {
      if (!(await mayGoOn())) return;
      await deps.send(answer, question, place, { begun: overdue.begun, mayGoOn });
      await store.end(id, 'sent');
    } catch (error) {
      if (error instanceof TakenOver) return;
      log.failed('send', { id, attempt: overdue.attempt }, error);
      await store.end(id, 'failed');
    }
  };

  const bring = async (question: Question, place: Place): Promise<void> => {
    try {
      const until = now() + lease;
      const asked = await advisor.ask(question, { adapter, place: JSON.stringify(place), until });
      if (asked.kind === 'answered') await deliver(asked.answer, question, place, firstTry);
    } catch (error) {
      // The errand stays open: the next sweep takes it up.
      log.failed('bring', { id: question.id }, error);
    }
  };

  const takeUp = async (overdue: Overdue): Promise<void> => {
    const { question, place, attempt } = overdue;
    if (attempt > maxAttempts) {
      log.failed('send', { id: question.id, attempt }, new Error('given up after several tries'));
      return void (await store.end(question.id, 'failed'));
    }
    log.note('taken up again', { id: question.id, attempt });
    await deliver(await advisor.resume(question), question, JSON.parse(place) as Place, overdue);
  };

  const sweep = async (): Promise<void> => {
    try {
      const late = await store.overdue(adapter, now() - grace, now() + lease, sweepSize);
      for (const overdue of late) await takeUp(overdue);
    } catch (error) {
      log.failed('sweep', {}, error);
    }
  };

  const tracked = (work: Promise<void>): Promise<void> => {
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  };

  return {
    bring: (question, place) => tracked(bring(question, place)),
    start() {
      void tracked(sweep());
      timer = setInterval(() => void tracked(sweep()), sweepEvery);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
};

type Tried = Pick<Overdue, 'attempt' | 'begun'>;
const firstTry: Tried = { attempt: 1, begun: false };
