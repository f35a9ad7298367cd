import type { Answer, Block, ChoiceButton } from '../../src/index.ts';

/** What an answer offers, in the order in which it is shown. */
export const choicesOf = (answer: Answer): readonly ChoiceButton[] =>
  answer.blocks.flatMap((block) => (block.kind === 'choices' ? block.choices : []));

/** Blocks that are read; what is pressed or typed instead, each platform shows in its own way. */
export type ReadBlock = Exclude<Block, { kind: 'choices' }>;
