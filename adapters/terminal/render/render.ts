import type { Answer, ChoiceButton } from '../../../src/index.ts';
import { choicesOf, type ReadBlock } from '../../shared/choices.ts';
import { footnotesOf, spansOf } from '../../shared/text/spans.ts';
import { visible } from '../../shared/text/visible.ts';
import { widthOf } from '../../shared/text/width.ts';
import { wrap } from '../../shared/text/wrap.ts';
import { type Look, renderBlock } from './block.ts';
import { createPaint } from './paint.ts';

export type RenderOptions = {
  /** Columns per line; `Infinity` leaves lines unbroken. */
  readonly width: number;
  readonly color: boolean;
  /** Charts as bars and diagrams as boxes; else both in words, for what is read by programs and aloud. */
  readonly pictures: boolean;
};

/**
 * Answer → text, without a line end at its end. The headline comes first, then the blocks in their order,
 * the sources and what can be chosen last. Nothing in it can steer a terminal but our own colours.
 */
export const render = (answer: Answer, options: RenderOptions): string => {
  const look: Look = {
    width: options.width,
    pictures: options.pictures,
    paint: createPaint(options.color),
    footnotes: footnotesOf(answer),
  };
  return [
    wrap(spansOf([answer.headline], look.footnotes), look),
    ...inOrder(answer).map((block) => renderBlock(block, look)),
    renderChoices(choicesOf(answer), look),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
};

/** Choices stand last, next to the prompt at which their number is typed, and are numbered through. */
const inOrder = (answer: Answer): readonly ReadBlock[] => {
  const read = answer.blocks.filter((block) => block.kind !== 'choices');
  return [...read.filter(({ kind }) => kind !== 'sources'), ...read.filter(({ kind }) => kind === 'sources')];
};

const renderChoices = (choices: readonly ChoiceButton[], look: Look): readonly string[] => {
  if (choices.length === 0) return [];
  const labels = choices.map(({ label }, index) => `(${index + 1}) ${visible(label)}`);
  const oneLine = labels.join('  ');
  if (widthOf(oneLine) <= look.width && widthOf(oneLine) <= 72) return [look.paint(oneLine, 'cyan')];
  return labels.flatMap((text) => wrap([{ text, style: 'cyan' }], look));
};
