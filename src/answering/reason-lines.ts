import { type Sentence, sentence } from '../domain/answer.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { Fired } from '../domain/recommendation.ts';
import type { Names } from './names.ts';
import { listed, type Phrasing, upperFirst } from './phrasing.ts';
import { pointsText } from './points.ts';

/** An item of a list. */
type Line = { readonly label: string; readonly sentences: readonly Sentence[] };

export type ReasonLines = {
  /** Why the rule speaks for its option. */
  because(fired: Fired): Sentence;
  /** The needs it fired for, and why. */
  short(fired: Fired, now: Conversation): Line;
  /** The same with its points, and the exception that changed them. */
  full(fired: Fired, now: Conversation): Line;
};

export const createReasonLines = (knowledge: Knowledge, names: Names, phrasing: Phrasing): ReasonLines => {
  const because = (fired: Fired): Sentence =>
    sentence(fired.because, [{ kind: 'rule', id: fired.rule }], fired.sources);

  /** Named as understood: a rule may fire because a skill is missing. */
  const labelOf = (fired: Fired, now: Conversation): string => {
    const inForce = new Map(now.requirements.map((entry) => [entry.id, entry]));
    const named = fired.needs.map((id) => {
      const entry = inForce.get(id);
      return entry?.stance === 'excluded'
        ? names.understood({ id, stance: entry.stance })
        : names.requirementName(id);
    });
    return upperFirst(listed(named));
  };

  const exceptionOf = (fired: Fired): readonly Sentence[] => {
    if (fired.exception === undefined) return [];
    const exception = knowledge.rules.find(({ id }) => id === fired.rule)?.except[fired.exception];
    if (!exception) return [];
    return [
      phrasing.say(
        'reasons.exception',
        { because: exception.because },
        [{ kind: 'rule', id: fired.rule }],
        exception.sources,
      ),
    ];
  };

  return {
    because,
    short: (fired, now) => ({ label: labelOf(fired, now), sentences: [because(fired)] }),
    full: (fired, now) => ({
      label: `${labelOf(fired, now)}, ${pointsText(fired.points, phrasing)}`,
      sentences: [because(fired), ...exceptionOf(fired)],
    }),
  };
};
