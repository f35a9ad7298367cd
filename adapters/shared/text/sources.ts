import type { Block } from '../../../src/index.ts';
import { visible } from './visible.ts';

/** What the footnotes in the text lead to: "[1]" and "guide 2026: The guide, 2026". */
export const sourceTexts = (
  block: Extract<Block, { kind: 'sources' }>,
): readonly { readonly note: string; readonly text: string }[] =>
  block.sources.map(({ label, title, date }, index) => ({
    note: `[${index + 1}]`,
    text: visible(`${label}: ${title.endsWith(date) ? title : `${title}, ${date}`}`),
  }));
