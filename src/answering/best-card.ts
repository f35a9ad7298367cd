import type { Finding, Hit } from '../domain/finding.ts';
import type { FigureCard, Knowledge } from '../domain/knowledge.ts';
import type { Situation } from './situation.ts';

/** Score of a hit that answers what was asked, rather than what lies near it. */
const plainHit = 1.7;
/** The card that was just spoken of weighs more than any number of shared needs. */
const sameCard = 10;

/**
 * The card that the message asks for, else the one that shows the standing needs best, else the most general one.
 * `asked` is what search found for the message itself; undefined where there is no card at all.
 */
export type BestCard = (situation: Situation, asked: Finding) => Hit | undefined;

export const createBestCard =
  (knowledge: Knowledge): BestCard =>
  ({ now, before }, asked) => {
    // What the message itself asks for comes first; "and the numbers?" alone asks for those of the thread.
    const hits = asked.kind === 'found' ? asked.hits : [];
    const [named] = hits;
    if (named?.kind === 'card' && named.score >= plainHit) return named;
    const about = new Set([...now.requirements.map(({ id }) => id), ...(before.last?.about ?? [])]);
    const overlap = (ids: readonly string[]) => ids.filter((id) => about.has(id)).length;
    const [best] = knowledge.cards
      .map((card) => ({ card, score: overlap(card.about) + (about.has(card.id) ? sameCard : 0) }))
      .filter(({ score }) => score > 0)
      .sort(
        (a, b) =>
          b.score - a.score || b.card.about.length - a.card.about.length || (a.card.id < b.card.id ? -1 : 1),
      );
    const card = best?.card ?? mostGeneral(knowledge);
    return card && { kind: 'card', id: card.id, score: best?.score ?? 0 };
  };

/** The one measurement that tells the most different things, by a source that can be relied on. */
const mostGeneral = ({ cards, sources }: Knowledge): FigureCard | undefined => {
  const doubtful = new Set(sources.filter(({ reliability }) => reliability === 'low').map(({ id }) => id));
  const breadth = ({ sets }: FigureCard): number => new Set(sets.map(({ metric }) => metric)).size;
  return cards
    .filter((card) => !card.sources.some((id) => doubtful.has(id)))
    .toSorted((a, b) => breadth(b) - breadth(a) || (a.id < b.id ? -1 : 1))[0];
};
