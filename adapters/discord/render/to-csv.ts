import type { Block } from '../../../src/index.ts';
import { visible } from '../../shared/text/visible.ts';

/** A table for a spreadsheet: the head first where it says anything, lines ended by LF. */
export const toCsv = ({ columns, rows }: Extract<Block, { kind: 'table' }>): string => {
  const head = columns.some(({ text }) => visible(text) !== '') ? [columns] : [];
  return [...head, ...rows].map((row) => row.map(({ text }) => cell(visible(text))).join(',')).join('\n');
};

/** Quoted where needed (RFC 4180); a spreadsheet takes no cell for a formula. */
const cell = (text: string): string => {
  const inert = /^(?:[=+@]|-(?!\d))/.test(text) ? `'${text}` : text;
  return /[",\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
};
