import { createFacts } from '../../src/answering/facts.ts';
import { createNames } from '../../src/answering/names.ts';
import { createPhrasing } from '../../src/answering/phrasing.ts';
import { createPicks } from '../../src/answering/picks.ts';
import { createSourceLabels } from '../../src/answering/source-labels.ts';
import { emptyConversation } from '../../src/conversation/conversation-fold.ts';
import type { Block } from '../../src/domain/answer.ts';
import type { Conversation } from '../../src/domain/conversation.ts';
import type { FigureCard, Knowledge, RequirementEntry } from '../../src/domain/knowledge.ts';
import type { Requirement, Stance } from '../../src/domain/reading.ts';
import type { Fired, Recommendation } from '../../src/domain/recommendation.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { writeFolder } from '../knowledge/folder.ts';

/**
 * A small knowledge about boats. What its voice says is the id of the entry and what was filled in
 * ("pick.clear Sail two none"), so that tests go by ids, not by wording.
 */
export const readBoats = (): Knowledge => {
  const loaded = loadKnowledge(writeFolder());
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
  const { knowledge } = loaded;
  const entry = (id: string, name: string): RequirementEntry => ({
    id,
    name,
    if: `it had ${name}`,
    ifNot: `it had no ${name}`,
    group: 'workload',
    ask: `Does it have ${name}?`,
    common: 0.5,
    replaces: [],
    phrases: [name],
  });
  return {
    ...knowledge,
    requirements: [...knowledge.requirements, entry('cargo', 'heavy cargo'), entry('hurry', 'a hurry')],
  };
};

export const createBoats = (knowledge: Knowledge = readBoats()) => {
  const phrasing = createPhrasing(knowledge.voice);
  const labels = createSourceLabels(knowledge.sources);
  const names = createNames(knowledge, phrasing);
  return {
    knowledge,
    phrasing,
    names,
    facts: createFacts(knowledge, phrasing, labels),
    picks: createPicks(knowledge, names, phrasing),
  };
};

/** "distance" wanted, "!distance" excluded, "~distance" preferred; all of one message. */
export const inForce = (...terms: readonly string[]): readonly Requirement[] =>
  terms.map((term) => ({
    id: term.replace(/^[!~]/, ''),
    stance: stanceOf(term),
    said: term,
    turn: 'm1',
    confidence: 1,
  }));

const stanceOf = (term: string): Stance =>
  term.startsWith('!') ? 'excluded' : term.startsWith('~') ? 'preferred' : 'required';

export const conversation = (given: Partial<Conversation> = {}): Conversation => ({
  ...emptyConversation,
  ...given,
});

/** A rule that fired for an option because of some needs, with its points. */
export const fired = (favours: string, needs: readonly string[], points = 2): Fired => ({
  rule: `${favours}-${needs.join('-')}`,
  favours,
  points,
  because: `${favours} is for ${needs.join(' and ')}`,
  sources: ['paper'],
  needs,
});

export const recommendation = (given: Partial<Recommendation> = {}): Recommendation => ({
  choice: 'sail',
  strength: 'clear',
  points: { sail: 2, motor: 0 },
  fired: [fired('sail', ['distance'])],
  frameworks: [],
  parts: [],
  flips: [],
  ...given,
});

/** A card whose sets hold the labels and amounts given. */
export const cardOf = (
  ...sets: readonly {
    readonly unit?: string;
    readonly figures: readonly (readonly [string, FigureCard['sets'][number]['figures'][number]['amount']])[];
  }[]
): FigureCard => ({
  id: 'trials',
  title: 'Trials',
  measured: 'On a lake',
  conditions: 'no waves',
  date: '1999',
  sources: ['paper'],
  says: 'Sail makes 5 knots.',
  asked: ['how fast?'],
  about: [],
  sets: sets.map(({ unit = 'kn', figures }, at) => ({
    id: `set-${at}`,
    title: `Set ${at}`,
    metric: 'speed',
    unit,
    better: 'higher',
    figures: figures.map(([label, amount], index) => ({
      id: `f-${at}-${index}`,
      subject: label.toLowerCase(),
      label,
      amount,
    })),
  })),
});

/** The blocks of one kind. */
export const blocksOf = <K extends Block['kind']>(
  blocks: readonly Block[],
  kind: K,
): readonly Extract<Block, { kind: K }>[] =>
  blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);

/** What the paragraphs and lists say, sentence by sentence; labels stand before a colon. */
export const said = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.sentences.map(({ text }) => text);
    if (block.kind !== 'list') return [];
    return [
      ...(block.title ? [block.title.text] : []),
      ...block.items.map(({ label, sentences }) =>
        [...(label === undefined ? [] : [`${label}:`]), ...sentences.map(({ text }) => text)].join(' '),
      ),
    ];
  });
