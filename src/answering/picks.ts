import type { Block } from '../domain/answer.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { OptionId } from '../domain/ids.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import { createArchitecture } from './architecture.ts';
import type { Body } from './facts.ts';
import { createFlipLines } from './flip-lines.ts';
import { createFrameworkAdvice } from './framework-advice.ts';
import type { Names } from './names.ts';
import { createOpenQuestion } from './open-question.ts';
import type { Phrasing } from './phrasing.ts';
import { createPickChanges } from './pick-changes.ts';
import { createPickHeadline } from './pick-headline.ts';
import { createReasonLines } from './reason-lines.ts';
import { createReasons } from './reasons.ts';
import { createUnderstoodLine } from './understood-line.ts';

export type Picks = {
  /** The recommendation as an answer; says what changed where the thread had another before. */
  body(recommendation: Recommendation, before: Conversation, now: Conversation): Body;
  reasons(recommendation: Recommendation, now: Conversation): Body;
  /** What speaks against `option`, and for it. */
  whyNot(recommendation: Recommendation, option: OptionId, now: Conversation): Body;
  flips(recommendation: Recommendation, now: Conversation): Body;
  framework(recommendation: Recommendation, asked: readonly OptionId[]): Body;
  /** What was understood, as one line; null where there is nothing to show. */
  understood(now: Conversation): Block | null;
  /** The open question with its replies; empty where no reply could change the pick. */
  question(recommendation: Recommendation): readonly Block[];
};

/** Everything that is said of a recommendation: the pick itself, and what is asked about it. */
export const createPicks = (knowledge: Knowledge, names: Names, phrasing: Phrasing): Picks => {
  const lines = createReasonLines(knowledge, names, phrasing);
  const reasons = createReasons(knowledge, names, phrasing, lines);
  const architecture = createArchitecture(knowledge, names, phrasing, lines);
  const headline = createPickHeadline(knowledge, names, phrasing);
  const changes = createPickChanges(names, phrasing);
  const flips = createFlipLines(names, phrasing);
  const frameworks = createFrameworkAdvice(knowledge, names, phrasing);

  const isNoneLeft = (now: Conversation): boolean =>
    knowledge.options.every(({ id }) => now.ruledOut.includes(id));

  const isWithin = ({ unasked }: Conversation): boolean => unasked.length > 0;

  const middle = (recommendation: Recommendation, now: Conversation): readonly Block[] => {
    const { choice } = recommendation;
    if (choice === 'both') return architecture(recommendation);
    const why = reasons.strongest(recommendation, now);
    if (choice === 'depends') return why;
    return [
      ...why,
      ...(isWithin(now)
        ? frameworks.among(recommendation, choice)
        : frameworks.startWith(recommendation, choice)),
    ];
  };

  return {
    body: (recommendation, before, now) => {
      if (isNoneLeft(now)) return { headline: phrasing.say('pick.none-left'), blocks: [], about: [] };
      const changed = changes(before, now);
      const isAsking = recommendation.choice === 'depends' && recommendation.nextQuestion !== undefined;
      return {
        headline: headline(recommendation, before, now),
        blocks: [
          ...(changed.length > 0 ? [{ kind: 'paragraph', sentences: changed } as const] : []),
          ...middle(recommendation, now),
          // Nothing can turn a choice that is not between the options.
          ...(isAsking || isWithin(now) ? [] : flips.blocks(recommendation, now)),
        ],
        about: [],
      };
    },
    reasons: reasons.all,
    whyNot: reasons.whyNot,
    flips: flips.body,
    framework: frameworks.body,
    understood: createUnderstoodLine(names, phrasing),
    question: createOpenQuestion(names, phrasing),
  };
};
