import type { Sentence } from '../domain/answer.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { OptionId } from '../domain/ids.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { Choice, Recommendation } from '../domain/recommendation.ts';
import { decidedBy } from './decided-by.ts';
import type { Names } from './names.ts';
import { listed, type Phrasing } from './phrasing.ts';
import { pointsElsewhere, pointsText } from './points.ts';

/** The first sentence of a recommendation; it names the pick of before where the thread had one. */
export type PickHeadline = (
  recommendation: Recommendation,
  before: Conversation,
  now: Conversation,
) => Sentence;

type Standing = NonNullable<Conversation['standing']>;

export const createPickHeadline = (knowledge: Knowledge, names: Names, phrasing: Phrasing): PickHeadline => {
  const nameOf = ({ choice }: { readonly choice: Choice }): string => names.choice(choice);

  /** Points as they stand in a sentence; `why` shows what they are made of. */
  const worth = (points: number): string => pointsText(points, phrasing);

  const both = (recommendation: Recommendation, was: Standing | null): Sentence => {
    const from = decidedBy(recommendation);
    const parts = listed(
      recommendation.parts.map(
        (part) => `${names.option(part.option)} for ${listed(part.needs.map(names.requirementName))}`,
      ),
    );
    return was !== null && was.choice !== 'both'
      ? phrasing.say('both.now', { before: nameOf(was), parts }, from)
      : phrasing.say('both.headline', { parts }, from);
  };

  const open = (recommendation: Recommendation, was: Standing | null): Sentence => {
    const from = decidedBy(recommendation);
    const { lean, fired } = recommendation;
    if (was !== null && was.choice !== 'depends')
      return phrasing.say('open.now', { before: nameOf(was) }, from);
    if (lean !== undefined) return phrasing.say('open.lean', { option: names.option(lean) }, from);
    return phrasing.say(fired.length === 0 ? 'open.nothing-said' : 'open.level', {}, from);
  };

  /** A pick where the thread had an outcome before: another one, or the same as surely or less. */
  const again = (recommendation: Recommendation, choice: OptionId, was: Standing): Sentence => {
    const from = decidedBy(recommendation);
    const { strength } = recommendation;
    const values = {
      option: names.option(choice),
      strength: phrasing.words(`strength.${strength}`),
      before: nameOf(was),
    };
    if (was.choice !== choice) return phrasing.say('pick.now', values, from);
    return was.strength === strength
      ? phrasing.say('pick.still-same', values, from)
      : phrasing.say('pick.still', { ...values, before: phrasing.words(`strength.${was.strength}`) }, from);
  };

  const first = (recommendation: Recommendation, choice: OptionId): Sentence =>
    phrasing.say(
      `pick.${recommendation.strength}`,
      {
        option: names.option(choice),
        for: worth(recommendation.points[choice] ?? 0),
        against: worth(pointsElsewhere(recommendation, choice)),
      },
      decidedBy(recommendation),
    );

  return (recommendation, before, now) => {
    const was = now.standing && before.standing;
    const { choice } = recommendation;
    if (choice === 'both') return both(recommendation, was);
    if (choice === 'depends') return open(recommendation, was);
    const others = knowledge.options.filter(({ id }) => id !== choice);
    if (others.length > 0 && others.every(({ id }) => now.ruledOut.includes(id))) {
      return phrasing.say(
        'pick.only-left',
        { option: names.option(choice), ruledOut: listed(others.map(({ name }) => name)) },
        decidedBy(recommendation),
      );
    }
    if (others.length > 0 && others.every(({ id }) => now.unasked.includes(id)))
      return phrasing.say('pick.within', { option: names.option(choice) }, decidedBy(recommendation));
    return was === null ? first(recommendation, choice) : again(recommendation, choice, was);
  };
};
