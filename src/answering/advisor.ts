import { performance } from 'node:perf_hooks';
import type { ConversationFold } from '../conversation/conversation-fold.ts';
import type { Answer } from '../domain/answer.ts';
import type { Conversation, Outcome, Turn } from '../domain/conversation.ts';
import type { Finding, FindOptions } from '../domain/finding.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { Question } from '../domain/question.ts';
import type { Reading } from '../domain/reading.ts';
import type { Need, Recommendation } from '../domain/recommendation.ts';
import type { Store } from '../domain/store.ts';
import { createComposer } from './compose.ts';
import { createInOrder } from './in-order.ts';
import { withNeedsSet } from './set-by-hand.ts';

/** Longest text that is read, in UTF-16 units; longer ones are refused with their size. */
export const maxTextLength = 20_000;

type Step = 'load' | 'understand' | 'decide' | 'compose' | 'store';
export type StepTimes = Readonly<Partial<Record<Step, number>>>;

/** What is known of one answered question without its text: made for a log line. */
export type AnswerRecord = {
  readonly id: string;
  readonly kind: string;
  readonly act: string;
  readonly outcome: string;
  /** Microseconds spent in each step taken; what is too long is loaded and refused. */
  readonly us: StepTimes;
};

export type AdvisorParts = {
  readonly knowledge: Knowledge;
  readonly store: Store;
  readonly conversations: ConversationFold;
  understand(text: string, conversation: Conversation): Reading;
  decide(needs: readonly Need[], ruledOut: readonly string[]): Recommendation;
  find(query: string, options: FindOptions): Finding;
  /** Called once per answered question, after it was stored. */
  record?(record: AnswerRecord): void;
};

/**
 * `duplicate`: another delivery of the same message was claimed first; nothing is to be sent.
 * `apology`: something failed that nobody foresaw, the store perhaps, so that nothing may have been kept.
 */
export type Asked =
  | { readonly kind: 'answered' | 'apology'; readonly answer: Answer }
  | { readonly kind: 'duplicate' };

/** An answer together with the question it was given to. */
export type Told = { readonly question: Question; readonly answer: Answer };

export type Advisor = {
  /**
   * The one straight path from a question to its answer. With an `errand` the store keeps the question until its
   * answer has arrived.
   */
  ask(question: Question, errand?: AskedErrand): Promise<Asked>;
  /** A question that was claimed before and whose answer may not have been found, or not have arrived. */
  resume(question: Question): Promise<Answer>;
  /** An answer told again, made anew from the turns before it; null where the store does not know the question. */
  recall(questionId: string): Promise<Told | null>;
};

/** Which adapter brings the answer where, and until when (ms since 1970) it is expected to have done so. */
export type AskedErrand = { readonly adapter: string; readonly place: string; readonly until: number };

/**
 * claim → load → understand → fold → decide → find and compose → append. No clock, chance or network decides
 * anything in it: the same knowledge, turns and text give the same answer. (The times are only logged.)
 */
export const createAdvisor = (parts: AdvisorParts): Advisor => {
  const { knowledge, store, conversations } = parts;
  const composer = createComposer(knowledge, parts.find);
  const inOrder = createInOrder();

  const answer = async (question: Question, watch = createWatch()): Promise<Answer> => {
    const before = conversations.fold(await store.turns(question.thread));
    watch.lap('load');

    const size = question.text.length;
    if (size > maxTextLength) {
      const refusal = composer.tooLong(question, before, size, maxTextLength);
      const { kind } = refusal.facts;
      parts.record?.({ id: question.id, kind, act: 'too-long', outcome: refusal.kind, us: watch.times() });
      return refusal;
    }
    const reading = withNeedsSet(parts.understand(question.text, before), question.needs);
    watch.lap('understand');

    const { document, recommendation } = conclude(question, reading, before, watch);

    if (!document.facts.answered && reading.kind !== 'out_of_scope' && reading.kind !== 'smalltalk') {
      await store.gap({ id: question.id, query: reading.query, at: question.at });
    }
    // Last: whoever gets an apology because storing failed must not find the turn in force afterwards.
    await store.append({ question, reading, outcome: outcomeOf(document, reading, recommendation) });
    watch.lap('store');
    parts.record?.({
      id: question.id,
      kind: reading.kind,
      act: reading.act,
      outcome: document.facts.recommendation ?? document.kind,
      us: watch.times(),
    });
    return document;
  };

  const conclude = (question: Question, reading: Reading, before: Conversation, watch: Watch) => {
    const now = conversations.read(before, reading, question.id);
    const recommendation = parts.decide(now.requirements, [...now.ruledOut, ...now.unasked]);
    watch.lap('decide');
    const document = composer.compose({ question, reading, before, now, recommendation });
    watch.lap('compose');
    return { document, recommendation };
  };

  const tellAgain = async ({ question, reading }: Turn): Promise<Answer> => {
    const turns = await store.turns(question.thread);
    const position = turns.findIndex((turn) => turn.question.id === question.id);
    const before = conversations.fold(turns.slice(0, position));
    return conclude(question, reading, before, createWatch()).document;
  };

  return {
    ask: (question, errand) =>
      inOrder(question.thread, async () => {
        const watch = createWatch();
        const isNew = await store.claim(question.id, question.at, errand && { ...errand, question });
        return isNew ? { kind: 'answered', answer: await answer(question, watch) } : { kind: 'duplicate' };
      }),
    resume: (question) =>
      inOrder(question.thread, async () => {
        const turn = await store.turn(question.id);
        return turn ? tellAgain(turn) : answer(question);
      }),
    async recall(questionId) {
      const turn = await store.turn(questionId);
      return turn ? { question: turn.question, answer: await tellAgain(turn) } : null;
    },
  };
};

const outcomeOf = (answer: Answer, reading: Reading, recommendation: Recommendation): Outcome => ({
  answerKind: answer.kind,
  choice: answer.facts.recommendation,
  lean: answer.facts.recommendation === null ? null : (recommendation.lean ?? null),
  strength: answer.facts.strength,
  asked: askedIn(answer, reading, recommendation),
  about: answer.facts.about,
  answered: answer.facts.answered,
});

/** The requirement that "yes" and "no" would speak of: the open question counts only where it was shown. */
const askedIn = (answer: Answer, reading: Reading, recommendation: Recommendation): string | null => {
  const asked = answer.kind === 'clarify' ? reading.contradictions[0] : recommendation.nextQuestion?.id;
  if (asked === undefined) return null;
  const shown = answer.blocks.some(
    (block) =>
      block.kind === 'choices' &&
      block.choices.some(({ id }) => id.startsWith(`answer.${asked}.`) || id.startsWith(`clarify.${asked}.`)),
  );
  return shown ? asked : null;
};

type Watch = ReturnType<typeof createWatch>;

const createWatch = () => {
  const times: Partial<Record<Step, number>> = {};
  let last = performance.now();
  return {
    lap: (step: Step) => {
      const now = performance.now();
      times[step] = Math.round((now - last) * 1000);
      last = now;
    },
    times: (): StepTimes => times,
  };
};
