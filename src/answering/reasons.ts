import { type Block, sentence } from '../domain/answer.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { OptionId } from '../domain/ids.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { Fired, Recommendation } from '../domain/recommendation.ts';
import { decidedBy } from './decided-by.ts';
import type { Body } from './facts.ts';
import { favoured } from './favoured.ts';
import type { Names } from './names.ts';
import type { Phrasing } from './phrasing.ts';
import { pointsElsewhere, pointsText } from './points.ts';
import type { ReasonLines } from './reason-lines.ts';

/** A first answer fits a phone screen. */
const maxReasons = 4;
/** Points from which a reason is worth a line of a first answer; `why` shows all. */
const leastShown = 0.3;

export type Reasons = {
  /** The few reasons of a first answer. */
  strongest(recommendation: Recommendation, now: Conversation): readonly Block[];
  /** Every reason with its points. */
  all(recommendation: Recommendation, now: Conversation): Body;
  /** What speaks against `option`, and for it. */
  whyNot(recommendation: Recommendation, option: OptionId, now: Conversation): Body;
};

export const createReasons = (
  knowledge: Knowledge,
  names: Names,
  phrasing: Phrasing,
  lines: ReasonLines,
): Reasons => {
  const short = (fired: readonly Fired[], now: Conversation) => fired.map((each) => lines.short(each, now));

  /** No favourite: the strongest reasons for each option, side by side. */
  const bothSides = (recommendation: Recommendation): readonly Block[] => {
    const items = knowledge.options.map(({ id, name, part }) => {
      const best = recommendation.fired.filter(({ favours }) => favours === id).slice(0, 2);
      return {
        label: name,
        sentences:
          best.length > 0
            ? best.map(lines.because)
            : [sentence(part.text, [{ kind: 'option', id }], part.sources)],
      };
    });
    return [{ kind: 'list', items }];
  };

  return {
    strongest: (recommendation, now) => {
      const option = favoured(recommendation);
      if (option === null) return bothSides(recommendation);
      const { speaks, against } = shown(recommendation, option);
      return [
        ...(speaks.length > 0 ? [{ kind: 'list', items: short(speaks, now) } as const] : []),
        ...(against.length > 0
          ? [{ kind: 'list', title: phrasing.say('reasons.against'), items: short(against, now) } as const]
          : []),
      ];
    },

    all: (recommendation, now) => {
      if (recommendation.fired.length === 0)
        return { headline: phrasing.say('reasons.none'), blocks: [], about: [] };
      const named = favoured(recommendation) ?? recommendation.lean ?? recommendation.fired[0]?.favours ?? '';
      const option = names.option(named);
      const from = decidedBy(recommendation);
      const { speaks, against } = sides(recommendation.fired, named);
      const full = (fired: readonly Fired[]) => fired.map((each) => lines.full(each, now));
      return {
        headline: phrasing.say(
          'reasons.headline',
          {
            option,
            pointsFor: pointsText(recommendation.points[named] ?? 0, phrasing),
            pointsAgainst: pointsText(pointsElsewhere(recommendation, named), phrasing),
          },
          from,
        ),
        blocks: [
          // An option may be all that is left, with nothing that speaks for it.
          ...(speaks.length > 0 ? [{ kind: 'list', items: full(speaks) } as const] : []),
          against.length > 0
            ? { kind: 'list', title: phrasing.say('reasons.against'), items: full(against) }
            : { kind: 'paragraph', sentences: [phrasing.say('reasons.nothing-against', { option }, from)] },
        ],
        about: [],
      };
    },

    whyNot: (recommendation, option, now) => {
      const { speaks, against } = sides(recommendation.fired, option);
      return {
        headline: phrasing.say(
          against.length > 0 ? 'reasons.why-not' : 'reasons.nothing-against',
          { option: names.option(option) },
          decidedBy(recommendation),
        ),
        blocks: [
          ...(against.length > 0
            ? [{ kind: 'list', items: short(against.slice(0, maxReasons), now) } as const]
            : []),
          ...(speaks.length > 0
            ? [
                {
                  kind: 'list',
                  title: phrasing.say('reasons.for'),
                  items: short(speaks.slice(0, maxReasons), now),
                } as const,
              ]
            : []),
        ],
        about: [],
      };
    },
  };
};

const sides = (fired: readonly Fired[], option: OptionId) => ({
  speaks: fired.filter(({ favours }) => favours === option),
  against: fired.filter(({ favours }) => favours !== option),
});

/** The strongest first, but never only one side where there are two: at least one reason against is shown. */
const shown = (recommendation: Recommendation, option: OptionId) => {
  const weighty = recommendation.fired.filter(({ points }) => points >= leastShown);
  const { speaks, against } = sides(weighty.length > 0 ? weighty : recommendation.fired, option);
  const room = Math.min(against.length, Math.max(1, maxReasons - speaks.length));
  return { speaks: speaks.slice(0, maxReasons - room), against: against.slice(0, room) };
};
