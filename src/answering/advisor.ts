import { performance } from 'node:perf_hooks';
import type { ConversationFold } from '../conversation/conversation-fold.ts';
import type { Answer } from '../domain/answer.ts';
import type { Conversation, Outcome } from '../domain/conversation.ts';
import type { Finding, FindOptions } from '../domain/finding.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { Question } from '../domain/question.ts';
import type { Reading } from '../domain/reading.ts';
import type { Need, Recommendation } from '../domain/recommendation.ts';
import type { Store } from '../domain/store.ts';
import { createComposer } from './compose.ts';
import { createInOrder } from './in-order.ts';

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

/** `duplicate`: another delivery of the same message was claimed first; nothing is to be sent. */
export type Asked = { readonly kind: 'answered'; readonly answer: Answer } | { readonly kind: 'duplicate' };

export type Advisor = {
  /** The one straight path from a question to its answer. */
  ask(question: Question): Promise<Asked>;
};

/**
 * claim → load → understand → fold → decide → find and compose → append. No clock, chance or network decides
 * anything in it: the same knowledge, turns and text give the same answer. (The times are only logged.)
 */
export const createAdvisor = (parts: AdvisorParts): Advisor => {
  const { knowledge, store, conversations } = parts;
  const composer = createComposer(knowledge, parts.find);
  const inOrder = createInOrder();

  const answer = async (question: Question): Promise<Asked> => {
    const watch = createWatch();
    if (!(await store.claim(question.id, question.at))) return { kind: 'duplicate' };
    const before = conversations.fold(await store.turns(question.thread));
    watch.lap('load');

    const size = question.text.length;
    if (size > maxTextLength) {
      const refusal = composer.tooLong(question, before, size, maxTextLength);
      const { kind } = refusal.facts;
      parts.record?.({ id: question.id, kind, act: 'too-long', outcome: refusal.kind, us: watch.times() });
      return { kind: 'answered', answer: refusal };
    }
    const reading = parts.understand(question.text, before);
    const now = conversations.read(before, reading, question.id);
    watch.lap('understand');

    const recommendation = parts.decide(now.requirements, now.ruledOut);
    watch.lap('decide');

    const document = composer.compose({ question, reading, before, now, recommendation });
    watch.lap('compose');

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
    return { kind: 'answered', answer: document };
  };

  return { ask: (question) => inOrder(question.thread, () => answer(question)) };
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
