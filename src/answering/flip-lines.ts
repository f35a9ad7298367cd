import type { Block, Sentence } from '../domain/answer.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import { decidedBy } from './decided-by.ts';
import type { Body } from './facts.ts';
import type { Names } from './names.ts';
import type { Phrasing } from './phrasing.ts';

/** A first answer fits a phone screen. */
const maxFlips = 3;

export type FlipLines = {
  /** What would change the pick, below it. */
  blocks(recommendation: Recommendation, now: Conversation): readonly Block[];
  /** The same as an answer of its own. */
  body(recommendation: Recommendation, now: Conversation): Body;
};

export const createFlipLines = (names: Names, phrasing: Phrasing): FlipLines => {
  const itemsOf = (
    recommendation: Recommendation,
    now: Conversation,
  ): readonly { readonly sentences: readonly Sentence[] }[] =>
    recommendation.flips.slice(0, maxFlips).map((flip) => {
      const framework = flip.framework ? names.framework(flip.framework) : undefined;
      const outcome = framework
        ? `${names.choice(flip.choice)} (${framework.name})`
        : names.choice(flip.choice);
      return {
        sentences: [
          phrasing.say('flips.one', { condition: names.condition(flip, now.requirements), outcome }, [
            { kind: 'decision', id: flip.choice },
          ]),
        ],
      };
    });

  return {
    blocks: (recommendation, now) => {
      const items = itemsOf(recommendation, now);
      if (items.length > 0) return [{ kind: 'list', title: phrasing.say('flips.title'), items }];
      const none = phrasing.say('flips.none', {}, [{ kind: 'decision', id: recommendation.choice }]);
      return [{ kind: 'paragraph', sentences: [none] }];
    },

    body: (recommendation, now) => {
      if (recommendation.fired.length === 0 && recommendation.flips.length === 0) {
        return { headline: phrasing.say('flips.nothing-said'), blocks: [], about: [] };
      }
      const items = itemsOf(recommendation, now);
      const from = decidedBy(recommendation);
      if (items.length === 0)
        return { headline: phrasing.say('flips.none', {}, from), blocks: [], about: [] };
      const option = names.choice(recommendation.choice);
      return {
        headline: phrasing.say('flips.headline', { option }, from),
        blocks: [{ kind: 'list', items }],
        about: [],
      };
    },
  };
};
