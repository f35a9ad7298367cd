import { type Answer, assertNever, type Block, type Sentence } from '../../src/domain/answer.ts';

/** Every sentence of an answer, in reading order. */
export const sentencesOf = ({ headline, blocks }: Answer): readonly Sentence[] => [
  headline,
  ...blocks.flatMap(inBlock),
];

const inBlock = (block: Block): readonly Sentence[] => {
  switch (block.kind) {
    case 'paragraph':
      return block.sentences;
    case 'list':
      return [...(block.title ? [block.title] : []), ...block.items.flatMap(({ sentences }) => sentences)];
    case 'table':
    case 'chart':
    case 'code':
    case 'diagram':
      return [block.title];
    case 'understood':
      return [block.sentence];
    case 'sources':
    case 'choices':
      return [];
    default:
      return assertNever(block);
  }
};

/** What an answer shows beside its sentences: labels, cells, bars, boxes, code and choices. */
export const labelsOf = ({ blocks }: Answer): readonly string[] =>
  blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'list':
        return block.items.flatMap(({ label }) => label ?? []);
      case 'table':
        return [block.columns, ...block.rows].flatMap((row) => row.map(({ text }) => text));
      case 'chart':
        return block.bars.flatMap(({ label, text }) => [label, text]);
      case 'code':
        return [block.text];
      case 'diagram':
        return [block.between, ...block.boxes.flatMap(({ label, owns }) => [label, ...owns])];
      case 'choices':
        return block.choices.flatMap(({ label, say }) => [label, say]);
      case 'sources':
        return block.sources.flatMap(({ label, title, date }) => [label, title, date]);
      case 'paragraph':
      case 'understood':
        return [];
      default:
        return assertNever(block);
    }
  });
