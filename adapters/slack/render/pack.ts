import { clip } from '../../shared/clip.ts';
import { markdownBlock, type SlackBlock, type SlackFile, type SlackMessage } from '../blocks.ts';
import { limits } from '../limits.ts';
import { words } from '../words.ts';

/** A piece of an answer that stays together; at most a message in size. */
export type Part = {
  readonly blocks: readonly SlackBlock[];
  /** What it says, escaped, without marks; empty for what is only pressed. */
  readonly text: string;
  readonly files?: readonly SlackFile[];
};

/** Parts → as few messages as Slack's limits allow, in order. */
export const pack = (parts: readonly Part[]): readonly SlackMessage[] => {
  // Nearly always; trying part by part is for the others.
  const together = blocksOf(parts);
  if (parts.length > 0 && isWithin(together)) return [toMessage(parts, together)];
  const packed: Part[][] = [];
  for (const part of parts) {
    const last = packed.at(-1);
    if (last && isWithin(blocksOf([...last, part]))) last.push(part);
    else packed.push([part]);
  }
  return packed.map((some) => toMessage(some, blocksOf(some)));
};

const toMessage = (parts: readonly Part[], blocks: readonly SlackBlock[]): SlackMessage => {
  const texts = parts.map(({ text }) => text).filter((text) => text.trim() !== '');
  const files = parts.flatMap((part) => part.files ?? []);
  return {
    text: clip(texts.join('\n'), limits.message.fallback) || words.more,
    blocks,
    ...(files.length > 0 && { files }),
  };
};

/** Neighbouring prose as one block: Slack sets blocks apart more than paragraphs. */
const blocksOf = (parts: readonly Part[]): readonly SlackBlock[] => {
  const blocks: SlackBlock[] = [];
  for (const block of parts.flatMap((part) => part.blocks)) {
    const last = blocks.at(-1);
    if (block.type === 'markdown' && last?.type === 'markdown')
      blocks[blocks.length - 1] = markdownBlock(`${last.text}\n\n${block.text}`);
    else blocks.push(block);
  }
  return blocks;
};

const isWithin = (blocks: readonly SlackBlock[]): boolean => {
  const count = (type: SlackBlock['type']) => blocks.filter((block) => block.type === type).length;
  return (
    blocks.length <= limits.message.blocks &&
    count('table') <= limits.message.tables &&
    count('data_visualization') <= limits.message.charts &&
    isShort(blocks)
  );
};

/**
 * Whether the text of all blocks has room in a message. What is short as it goes out, with all that is not read, needs
 * no counting.
 */
export const isShort = (blocks: readonly unknown[]): boolean =>
  JSON.stringify(blocks).length <= limits.message.characters ||
  charactersIn(blocks) <= limits.message.characters;

/** All that is read in a payload: strings under `text`, however deep. */
const charactersIn = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, inner]) =>
      sum + (typeof inner === 'string' ? (key === 'text' ? inner.length : 0) : charactersIn(inner)),
    0,
  );
};
