import type { Knowledge, RequirementEntry } from '../domain/knowledge.ts';
import type { VoiceId } from '../domain/voice.ts';
import { createSuggester, type Suggest } from '../search/create-suggester.ts';
import { createPhrasing } from './phrasing.ts';

/** What a form can offer: all requirements, grouped by subject, in the order of the knowledge. */
export type Catalog = {
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly requirements: readonly {
      readonly id: string;
      readonly name: string;
      /** The question that asks for it. */
      readonly ask: string;
    }[];
  }[];
  /** Questions that are answered well, to start from. */
  readonly examples: readonly string[];
  /** The same while one is being typed: best first, at most `limit`. */
  readonly suggest: Suggest;
};

const groupNames: Readonly<Record<RequirementEntry['group'], VoiceId>> = {
  workload: 'group.workload',
  product: 'group.product',
  quality: 'group.quality',
  team: 'group.team',
};

/** Creates the catalog; its index takes some milliseconds. */
export const createCatalog = (knowledge: Knowledge): Catalog => {
  const { requirements, voice } = knowledge;
  const { words } = createPhrasing(voice);
  const groups = Object.entries(groupNames).map(([id, name]) => ({
    id,
    name: words(name),
    requirements: requirements
      .filter(({ group }) => group === id)
      .map((entry) => ({ id: entry.id, name: entry.name, ask: entry.ask })),
  }));
  const examples = [words('help.example-1'), words('help.example-2'), words('help.example-3')];
  return { groups, examples, suggest: createSuggester(knowledge, examples) };
};
