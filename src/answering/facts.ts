import { type Block, type Sentence, sentence } from '../domain/answer.ts';
import type { Finding, Hit } from '../domain/finding.ts';
import type { Correction, Dispute, FigureCard, Knowledge, Unit } from '../domain/knowledge.ts';
import { figureBlocks } from './figures.ts';
import type { Phrasing } from './phrasing.ts';
import type { SourceLabels } from './source-labels.ts';

/** The body of an answer: what is said first, and the blocks below it. */
export type Body = {
  readonly headline: Sentence;
  readonly blocks: readonly Block[];
  /** Ids of the units, cards, disputes and corrections it draws on. */
  readonly about: readonly string[];
};

export type Facts = {
  /** One unit, card, dispute or correction as an answer. */
  body(hit: Hit): Body;
  /** A single sentence for it, where it is mentioned beside something else. */
  brief(hit: Hit): Sentence;
  /** Its sentences alone, the one that matched first, without tables or samples. */
  sentences(hit: Hit): readonly Sentence[];
  /** What to say where the knowledge does not hold what was asked. */
  unknown(finding: Finding & { readonly kind: 'unknown' }): Body;
  card(id: string): FigureCard | undefined;
};

/** Turns what search found into sentences and blocks. Nothing is worded here but by the knowledge. */
export const createFacts = (knowledge: Knowledge, phrasing: Phrasing, labels: SourceLabels): Facts => {
  const units = new Map(knowledge.units.map((unit) => [unit.id, unit]));
  const cards = new Map(knowledge.cards.map((card) => [card.id, card]));
  const disputes = new Map(knowledge.disputes.map((dispute) => [dispute.id, dispute]));
  const corrections = new Map(knowledge.corrections.map((correction) => [correction.id, correction]));

  const body: Facts['body'] = (hit) => {
    switch (hit.kind) {
      case 'unit':
        return unitBody(found(units, hit), hit.lead, hit.without ?? []);
      case 'card':
        return cardBody(found(cards, hit), phrasing, labels);
      case 'dispute':
        return disputeBody(found(disputes, hit), phrasing);
      case 'correction':
        return correctionBody(found(corrections, hit), phrasing, labels);
    }
  };

  return {
    body,
    brief: (hit) => body(hit).headline,
    sentences: (hit) => {
      const { headline, blocks } = body(hit);
      const rest = hit.kind === 'unit' ? blocks.flatMap(sentencesOf) : [];
      return [headline, ...rest];
    },
    card: (id) => cards.get(id),
    unknown: (finding) => {
      const missing = shortName(finding.missing);
      // What has no name cannot be named as missing.
      const headline = phrasing.say(`unknown.${missing === '' ? 'nothing' : finding.why}`, { missing });
      const [nearest] = finding.nearest;
      if (!nearest) return { headline, blocks: [], about: [] };
      return {
        headline,
        blocks: [{ kind: 'paragraph', sentences: [phrasing.say('unknown.nearest'), body(nearest).headline] }],
        about: [nearest.id],
      };
    },
  };
};

/** Longest piece of a message that is repeated as the name of what is missing, in UTF-16 units. */
const longestName = 60;

/** The person's words for something, fit to stand inside a sentence of ours: one line, no emphasis, not too long. */
const shortName = (said: string): string => {
  const name = said.replace(/[\s*]+/g, ' ').trim();
  if (name.length <= longestName) return name;
  const cut = name.slice(0, longestName);
  // Between words where there are several, and never through a character.
  const whole = cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut.replace(/[\ud800-\udbff]$/, '');
  return `${whole.replace(/,$/, '')}…`;
};

const sentencesOf = (block: Block): readonly Sentence[] =>
  block.kind === 'list' ? block.items.flatMap((item) => item.sentences) : [];

const found = <T>(entries: ReadonlyMap<string, T>, hit: Hit): T => {
  const entry = entries.get(hit.id);
  if (entry === undefined) throw new Error(`search named a ${hit.kind} that does not exist: ${hit.id}`);
  return entry;
};

const unitBody = (unit: Unit, lead: string | undefined, without: readonly string[]): Body => {
  const told = unit.statements.filter(({ id }) => !without.includes(id));
  const ordered = [
    ...told.filter((statement) => statement.id === lead),
    ...told.filter((statement) => statement.id !== lead),
  ];
  const [headline, ...rest] = ordered.map((statement) =>
    sentence(statement.text, [{ kind: 'statement', id: statement.id }], statement.sources),
  );
  if (!headline) throw new Error(`unit without statements: ${unit.id}`);
  const title = sentence(unit.title, [{ kind: 'statement', id: unit.statements[0]?.id ?? unit.id }]);
  return {
    headline,
    blocks: [
      ...(rest.length > 0
        ? [{ kind: 'list', items: rest.map((item) => ({ sentences: [item] })) } as const]
        : []),
      ...unit.code.map((code) => ({ kind: 'code', title, ...code }) as const),
    ],
    about: [unit.id],
  };
};

const cardBody = (card: FigureCard, phrasing: Phrasing, labels: SourceLabels): Body => {
  const from = [{ kind: 'figures', id: card.id }] as const;
  return {
    headline: sentence(card.says, from, card.sources),
    blocks: [
      ...figureBlocks(card),
      {
        kind: 'paragraph',
        sentences: [
          phrasing.say(
            'figures.measured',
            { measured: card.measured, date: card.date, sources: labels.listed(card.sources) },
            from,
          ),
          ...(card.caveat ? [sentence(card.caveat.text, from, card.caveat.sources)] : []),
        ],
      },
    ],
    about: [card.id],
  };
};

const disputeBody = (dispute: Dispute, phrasing: Phrasing): Body => {
  const from = [{ kind: 'dispute', id: dispute.id }] as const;
  return {
    headline: sentence(dispute.goBy.text, from, dispute.goBy.sources),
    blocks: [
      {
        kind: 'list',
        title: phrasing.say('dispute.sides', {}, from),
        items: dispute.sides.map((side) => ({ sentences: [sentence(side.claim, from, side.sources)] })),
      },
      { kind: 'paragraph', sentences: [phrasing.say('dispute.go-by', { why: dispute.goBy.why }, from)] },
    ],
    about: [dispute.id],
  };
};

const correctionBody = (correction: Correction, phrasing: Phrasing, labels: SourceLabels): Body => {
  const from = [{ kind: 'correction', id: correction.id }] as const;
  const [headline, ...rest] = correction.answer.map((part) => sentence(part.text, from, part.sources));
  if (!headline) throw new Error(`correction without an answer: ${correction.id}`);
  return {
    headline,
    blocks: [
      {
        kind: 'paragraph',
        sentences: [
          ...rest,
          phrasing.say('correction.from', { sources: labels.listed(correction.from) }, from, correction.from),
        ],
      },
    ],
    about: [correction.id],
  };
};
