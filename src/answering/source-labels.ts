import type { Block } from '../domain/answer.ts';
import type { SourceId } from '../domain/ids.ts';
import type { Source } from '../domain/knowledge.ts';
import { listed } from './phrasing.ts';

export type SourceLabels = {
  /** "guide 2026 and comparison 2021". */
  listed(ids: readonly SourceId[]): string;
  /** All sources of the sentences in these blocks, in order of appearance. */
  cited(blocks: readonly Block[], also?: readonly SourceId[]): readonly SourceId[];
  /** The block that resolves footnotes. */
  block(ids: readonly SourceId[]): Block & { readonly kind: 'sources' };
};

export const createSourceLabels = (sources: readonly Source[]): SourceLabels => {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const label = (id: SourceId) => byId.get(id)?.label ?? id;
  return {
    listed: (ids) => listed(ids.map(label)),
    cited: (blocks, also = []) => [...new Set([...also, ...blocks.flatMap(sourcesOf)])],
    block: (ids) => ({
      kind: 'sources',
      sources: ids.map((id) => {
        const source = byId.get(id);
        return { id, label: label(id), title: source?.title ?? id, date: source?.date ?? '' };
      }),
    }),
  };
};

const sourcesOf = (block: Block): readonly SourceId[] => {
  switch (block.kind) {
    case 'paragraph':
      return block.sentences.flatMap((part) => part.sources);
    case 'list':
      return [
        ...(block.title?.sources ?? []),
        ...block.items.flatMap((item) => item.sentences.flatMap((part) => part.sources)),
      ];
    case 'table':
    case 'chart':
    case 'code':
    case 'diagram':
      return block.title.sources;
    case 'understood':
      return block.sentence.sources;
    case 'sources':
    case 'choices':
      return [];
  }
};
