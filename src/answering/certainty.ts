import type { Conversation } from '../domain/conversation.ts';
import type { Hit } from '../domain/finding.ts';
import type { SourceId } from '../domain/ids.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import type { Body, Facts } from './facts.ts';
import type { Phrasing } from './phrasing.ts';

/**
 * "Are you sure? Says who?": which documents the standing answer rests on, how far each can be trusted,
 * and where they disagree about what it drew on.
 */
export const createCertainty =
  (knowledge: Knowledge, facts: Facts, phrasing: Phrasing) =>
  (conversation: Conversation, recommendation: Recommendation): Body => {
    const about = conversation.last?.about ?? [];
    const used = new Set<SourceId>(
      about.length > 0
        ? about.flatMap((id) => sourcesOf(knowledge, id))
        : recommendation.fired.flatMap((fired) => fired.sources),
    );
    if (used.size === 0) return { headline: phrasing.say('certainty.nothing'), blocks: [], about };
    const sources = knowledge.sources.filter(({ id }) => used.has(id));
    const disputes = knowledge.disputes
      .filter(
        (dispute) =>
          about.includes(dispute.id) ||
          dispute.about.some((id) => conversation.requirements.some((entry) => entry.id === id)),
      )
      .slice(0, 2)
      .map((dispute): Hit => ({ kind: 'dispute', id: dispute.id, score: 0 }));
    return {
      headline: phrasing.say('certainty.headline', { count: sources.length }, [], [...used]),
      blocks: [
        {
          kind: 'list',
          items: sources.map((source) => ({
            sentences: [
              phrasing.say(
                'certainty.source',
                { label: source.label, date: source.date, reliability: source.reliability, why: source.why },
                [{ kind: 'source', id: source.id }],
                [source.id],
              ),
            ],
          })),
        },
        ...(disputes.length > 0
          ? [
              {
                kind: 'list',
                title: phrasing.say('certainty.disputes'),
                items: disputes.map((hit) => ({ sentences: [facts.brief(hit)] })),
              } as const,
            ]
          : []),
      ],
      about,
    };
  };

const sourcesOf = (knowledge: Knowledge, id: string): readonly SourceId[] => [
  ...knowledge.units
    .filter((unit) => unit.id === id)
    .flatMap((unit) => unit.statements.flatMap((statement) => statement.sources)),
  ...knowledge.cards.filter((card) => card.id === id).flatMap((card) => card.sources),
  ...knowledge.disputes
    .filter((dispute) => dispute.id === id)
    .flatMap((dispute) => dispute.sides.flatMap((side) => side.sources)),
  ...knowledge.corrections
    .filter((entry) => entry.id === id)
    .flatMap((entry) => [...entry.from, ...entry.answer.flatMap((part) => part.sources)]),
];
