import type { Advisor, Answer, Overdue, Question, Store } from '../../src/index.ts';
import type { AdapterLog } from './log.ts';
import { TakenOver } from './retry.ts';
import { createUnderWay } from './under-way.ts';

/** How far the sending of an answer has come, for whoever sends it. */
export type Trip = {
  /** True where an earlier try may have arrived, whole or in part. */
  readonly begun: boolean;
  /** To be asked before each try: false where another process has taken the errand over. */
  mayGoOn(): Promise<boolean>;
};

/** What stood in the way of an answer: the platform's word for it, and whether it may be gone in a minute. */
export type Fault = { readonly code: string | number; readonly passes: boolean };

export type CourierDeps<Place> = {
  readonly adapter: string;
  readonly advisor: Advisor;
  readonly store: Store;
  readonly log: AdapterLog;
  /** Milliseconds since 1970. */
  now(): number;
  /** Brings an answer to its place, and tells the person where it cannot. Throws where nobody could be told. */
  send(answer: Answer, question: Question, place: Place, trip: Trip): Promise<void>;
  /** Judges what `send` threw. What passes is tried again by a later sweep; without this, nothing is. */
  fault?(error: unknown): Fault;
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
  const underWay = createUnderWay();
  let timer: NodeJS.Timeout | undefined;

  const deliver = async (answer: Answer, question: Question, place: Place, tried: Tried): Promise<void> => {
    const { id } = question;
    const { attempt, begun } = tried;
    const mayGoOn = async () => store.begin(id, attempt, now() + lease);
    if (!(await mayGoOn())) return;
    try {
      await deps.send(answer, question, place, { begun, mayGoOn });
    } catch (error) {
      if (error instanceof TakenOver) return;
      const fault = deps.fault?.(error);
      log.failed('send', { id, attempt, ...(fault && { code: fault.code }) }, error);
      // Left as it is, a later sweep takes it up.
      if (!fault?.passes || attempt >= maxAttempts) await store.end(id, 'failed');
      return;
    }
    await store.end(id, 'sent');
  };

  /** What failed may be the store itself, so nobody is asked whether the errand is still ours. */
  const apologise = async (apology: Answer, question: Question, place: Place): Promise<void> => {
    await deps.send(apology, question, place, { begun: false, mayGoOn: async () => true });
    await store.end(question.id, 'failed');
  };

  const bring = async (question: Question, place: Place): Promise<void> => {
    try {
      const until = now() + lease;
      const asked = await advisor.ask(question, { adapter, place: JSON.stringify(place), until });
      if (asked.kind === 'answered')
        await deliver(asked.answer, question, place, { attempt: 1, begun: false });
      if (asked.kind === 'apology') await apologise(asked.answer, question, place);
    } catch (error) {
      // Where the errand was kept, it stays open: the next sweep takes it up.
      log.failed('bring', { id: question.id }, error);
    }
  };

  const takeUp = async ({ question, place, attempt, begun }: Overdue): Promise<void> => {
    const { id } = question;
    try {
      if (attempt > maxAttempts) {
        log.failed('send', { id, attempt }, new Error('given up after several tries'));
        return void (await store.end(id, 'failed'));
      }
      log.note('taken up again', { id, attempt });
      const answer = await advisor.resume(question);
      await deliver(answer, question, JSON.parse(place) as Place, { attempt, begun });
    } catch (error) {
      // It must not keep the others waiting.
      log.failed('take up', { id }, error);
    }
  };

  const sweep = async (): Promise<void> => {
    try {
      const late = await store.overdue(adapter, now() - grace, now() + lease, sweepSize);
      for (const overdue of late) await takeUp(overdue);
    } catch (error) {
      log.failed('sweep', {}, error);
    }
  };

  return {
    bring: (question, place) => underWay.track(bring(question, place)),
    start() {
      void underWay.track(sweep());
      timer = setInterval(() => void underWay.track(sweep()), sweepEvery);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await underWay.settled();
    },
  };
};

type Tried = Pick<Overdue, 'attempt' | 'begun'>;
