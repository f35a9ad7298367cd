import type { Block } from '../../../src/index.ts';
import { csvCell } from '../../shared/csv.ts';
import { visible } from '../../shared/text/visible.ts';

/** A table for a spreadsheet: the head first where it says anything, lines ended by LF. */
export const toCsv = ({ columns, rows }: Extract<Block, { kind: 'table' }>): string => {
  const head = columns.some(({ text }) => visible(text) !== '') ? [columns] : [];
  return [...head, ...rows].map((row) => row.map(({ text }) => csvCell(visible(text))).join(',')).join('\n');
};
