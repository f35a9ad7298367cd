import { type Answer, assertNever } from '../../src/index.ts';
import { choicesOf, type ReadBlock } from '../shared/choices.ts';
import { betterText } from '../shared/text/chart.ts';
import { diagramText, renderDiagram } from '../shared/text/diagram.ts';
import { sourceTexts } from '../shared/text/sources.ts';
import { asIs, footnotesOf } from '../shared/text/spans.ts';
import type { SlackMessage } from './blocks.ts';
import { canBeDrawn, chartAsTable, chartParts } from './render/chart.ts';
import { codeParts } from './render/code.ts';
import { choiceParts, feedbackParts, introParts, understoodParts } from './render/frame.ts';
import { type Part, pack } from './render/pack.ts';
import { createProse, type Prose, smallParts } from './render/prose.ts';
import { tableParts } from './render/table.ts';

export type { SlackMessage } from './blocks.ts';

export type RenderContext = {
  /** `id` comes back with every press; `asker` is a user id of Slack. */
  readonly question: { readonly id: string; readonly asker: string; readonly text: string };
  /** Shown to the asker alone: offers to share it. */
  readonly private: boolean;
  /** The question is not to be seen above the answer, as after a command: it is quoted and its asker named. */
  readonly quoted: boolean;
  /** User id of whoever made a private answer public. */
  readonly sharedBy?: string;
  /** Slack refused a chart: tables in their place. */
  readonly withoutCharts?: boolean;
};

/** Columns of a drawing: what a telephone shows of fixed-width text without breaking it. */
const drawing = { width: 40, paint: asIs };

/**
 * Answer → the messages to post, in order; more than one only where Slack's limits demand it.
 * The headline comes first; sources, what can be pressed, and votes last.
 */
export const render = (answer: Answer, context: RenderContext): readonly SlackMessage[] => {
  const prose = createProse(footnotesOf(answer));
  const read = answer.blocks.filter((block) => block.kind !== 'choices');
  const toParts = (block: ReadBlock, index: number) => partsOf(block, index, prose, context);
  return pack([
    ...introParts(context),
    ...prose.sentences(answer.headline),
    ...read.filter(({ kind }) => kind !== 'sources').flatMap(toParts),
    ...read.filter(({ kind }) => kind === 'sources').flatMap(toParts),
    ...choiceParts(choicesOf(answer), context),
    ...feedbackParts(context, answer.blocks.length > 0),
  ]);
};

const partsOf = (block: ReadBlock, index: number, prose: Prose, context: RenderContext): readonly Part[] => {
  const file = `table-${index + 1}.csv`;
  switch (block.kind) {
    case 'paragraph':
    case 'list':
      return prose.block(block);
    case 'table':
      return prose.titled(block.title, tableParts(block, file));
    case 'chart':
      return context.withoutCharts || !canBeDrawn(block)
        ? prose.titled(block.title, chartAsTable(block, file), betterText(block))
        : prose.titled(block.title, chartParts(block));
    case 'code':
      return prose.titled(block.title, codeParts(block.text));
    case 'diagram':
      return prose.titled(
        block.title,
        codeParts(renderDiagram(block, drawing).join('\n'), diagramText(block)),
      );
    case 'understood':
      return understoodParts(block.sentence, context);
    case 'sources':
      return smallParts(sourceTexts(block).map(({ note, text }) => `${note} ${text}`));
    default:
      return assertNever(block);
  }
};
