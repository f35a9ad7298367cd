import type { Block } from '../../../src/index.ts';
import { visible } from './visible.ts';
import { pad, widthOf } from './width.ts';
import { type Layout, wrap } from './wrap.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** Columns side by side; where the line is too short for them, one entry below the other. */
export const renderTable = (table: Table, layout: Layout): readonly string[] => {
  const head = table.columns.map(({ text }) => visible(text));
  const rows = table.rows.map((row) => row.map(({ text }) => visible(text)));
  const all = head.some((text) => text !== '') ? [head, ...rows] : rows;
  const widths = head.map((_, column) => Math.max(0, ...all.map((row) => widthOf(row[column] ?? ''))));
  const total = widths.reduce((sum, width) => sum + width + 2, 0);
  if (total > layout.width) return rows.flatMap((row) => record(head, row, layout));
  return all.map((row, index) => {
    const cells = row.map((text, column) => pad(text, widths[column] ?? 0, alignOf(table, column)));
    return `  ${layout.paint(cells.join('  ').trimEnd(), all !== rows && index === 0 ? 'dim' : undefined)}`;
  });
};

const alignOf = (table: Table, column: number) => table.columns[column]?.align ?? 'left';

const record = (head: readonly string[], row: readonly string[], layout: Layout): readonly string[] => {
  const [first = '', ...rest] = row;
  return [
    ...wrap([{ text: first, style: 'bold' }], layout, '  '),
    ...rest.flatMap((text, index) => {
      const name = head[index + 1];
      return text === '' ? [] : wrap([{ text: name ? `${name}: ${text}` : text }], layout, '    ');
    }),
  ];
};

/** A row a line, as it reads aloud: "Fastify: JSON 52,000, p99 12". */
export const rowTexts = (table: Table): readonly string[] => {
  const head = table.columns.map(({ text }) => visible(text));
  return table.rows.map((row) => {
    const [first = '', ...rest] = row.map(({ text }) => visible(text));
    const cells = rest.flatMap((text, index) => {
      const name = head[index + 1];
      return text === '' ? [] : [name ? `${name} ${text}` : text];
    });
    return [first, cells.join(', ')].filter((part) => part !== '').join(': ');
  });
};
