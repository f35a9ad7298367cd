import type { Block, Sentence } from '../domain/answer.ts';
import type { Body } from './facts.ts';

/** About how many characters of a screen a body fills, in UTF-16 units. */
export const bodyLength = ({ headline, blocks }: Body): number =>
  headline.text.length + blocks.reduce((sum, block) => sum + blockLength(block), 0);

/** Characters that a bar takes with its label and value. */
const barLength = 40;

const blockLength = (block: Block): number => {
  switch (block.kind) {
    case 'paragraph':
      return textLength(block.sentences);
    case 'list':
      return block.items.reduce((sum, item) => sum + textLength(item.sentences), 0);
    case 'table':
      return block.rows.reduce((sum, row) => sum + textLength(row), 0);
    case 'chart':
      return block.bars.length * barLength;
    case 'code':
      return block.text.length;
    default:
      return 0;
  }
};

const textLength = (texts: readonly Pick<Sentence, 'text'>[]): number =>
  texts.reduce((sum, { text }) => sum + text.length, 0);
