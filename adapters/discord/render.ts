import { type Answer, assertNever } from '../../src/index.ts';
import { choicesOf, type ReadBlock } from '../shared/choices.ts';
import { sourceTexts } from '../shared/text/sources.ts';
import { footnotesOf } from '../shared/text/spans.ts';
import type { DiscordMessage } from './components.ts';
import { drawingParts } from './render/drawing.ts';
import { choiceParts, feedbackParts, introParts, understoodParts } from './render/frame.ts';
import { type Part, pack } from './render/pack.ts';
import { createProse, type Prose, smallParts } from './render/prose.ts';
import { toDrawing } from './render/to-drawing.ts';

export type { DiscordMessage } from './components.ts';

export type RenderContext = {
  /** `id` (at most 47 characters) comes back with every press; `asker` is a user id of Discord. */
  readonly question: { readonly id: string; readonly asker: string; readonly text: string };
  /** Shown to the asker alone: offers to share it. */
  readonly private: boolean;
  /** The question is not to be seen above the answer, as after a command: it is quoted and its asker named. */
  readonly quoted: boolean;
  /** User id of whoever made a private answer public. */
  readonly sharedBy?: string;
  /** Files are not allowed there: what is too large for a message goes on in the next. */
  readonly withoutFiles?: boolean;
};

/**
 * Answer → the messages to send, in order; more than one only where Discord's limits demand it.
 * The headline comes first; sources, what can be pressed, and votes last.
 */
export const render = (answer: Answer, context: RenderContext): readonly DiscordMessage[] => {
  const prose = createProse(footnotesOf(answer));
  const parts: Part[] = [...introParts(context), ...prose.sentences(answer.headline)];
  const sources: Part[] = [];
  let number = 0;
  for (const block of answer.blocks) {
    if (block.kind === 'choices') continue;
    if (block.kind === 'sources') sources.push(...sourceParts(block));
    else {
      number += 1;
      parts.push(...partsOf(block, number, prose, context));
    }
  }
  parts.push(...sources, ...choiceParts(choicesOf(answer), context));
  parts.push(...feedbackParts(context, answer.blocks.length > 0));
  return pack(parts);
};

type Sources = Extract<ReadBlock, { kind: 'sources' }>;

const sourceParts = (block: Sources): readonly Part[] =>
  smallParts(sourceTexts(block).map(({ note, text }) => `${note} ${text}`));

/** `number` is the block's own among those that are not sources. */
const partsOf = (
  block: Exclude<ReadBlock, Sources>,
  number: number,
  prose: Prose,
  context: RenderContext,
): readonly Part[] => {
  switch (block.kind) {
    case 'paragraph':
    case 'list':
      return prose.block(block);
    case 'understood':
      return understoodParts(block.sentence, number, context);
    case 'table':
    case 'chart':
    case 'code':
    case 'diagram':
      return drawingParts(toDrawing(block, number, prose), context.withoutFiles ?? false);
    default:
      return assertNever(block);
  }
};
