import type { types } from '@slack/bolt';
import type { Block } from '../../../src/index.ts';
import { clip } from '../../shared/clip.ts';
import { csvCell } from '../../shared/csv.ts';
import { rowTexts } from '../../shared/text/table.ts';
import { visible } from '../../shared/text/visible.ts';
import type { SlackFile } from '../blocks.ts';
import { contextBlock } from '../blocks.ts';
import { escapeForMarkdown, escapeText, literal } from '../escape.ts';
import { limits } from '../limits.ts';
import { words } from '../words.ts';
import { type Part, pack } from './pack.ts';
import { markdownParts } from './prose.ts';

type Table = Extract<Block, { kind: 'table' }>;
type Grid = readonly (readonly string[])[];

/** Characters of a cell in a table that cannot be shown whole. */
const shortCell = 60;

/** A native table; what is beyond its limits comes whole as a file besides. `name` is the file's. */
export const tableParts = (table: Table, name: string): readonly Part[] => {
  const grid = gridOf(table);
  const [first = []] = grid;
  if (first.length === 0) return [];
  const text = rowTexts(table).map(escapeText).join('\n');
  if (fits(grid)) return [{ blocks: [tableBlock(grid, table)], text }];
  const shown = shorten(grid);
  const file = fileOf(table, grid, name);
  const note = escapeText(partNote(grid, shown, name));
  return [
    { blocks: [tableBlock(shown, table), contextBlock(note)], text: `${note}\n${text}`, files: [file] },
  ];
};

/** All rows with as many cells; the head first, where it says anything. */
const gridOf = ({ columns, rows }: Table): Grid => {
  const width = Math.max(columns.length, ...rows.map((row) => row.length));
  const texts = (row: Table['columns']) =>
    Array.from({ length: width }, (_, column) => literal(visible(row[column]?.text ?? '')));
  const head = texts(columns);
  return [...(head.some((text) => text !== '') ? [head] : []), ...rows.map(texts)];
};

const charactersOf = (rows: Grid): number =>
  rows.reduce((sum, row) => sum + row.reduce((inner, cell) => inner + Math.max(1, cell.length), 0), 0);

const fits = (grid: Grid): boolean =>
  grid.length <= limits.table.rows &&
  (grid[0]?.length ?? 0) <= limits.table.columns &&
  charactersOf(grid) <= limits.table.characters;

/** The part of a table that Slack shows: first columns, first rows, cells cut. */
const shorten = (grid: Grid): Grid => {
  const rows = grid
    .slice(0, limits.table.rows)
    .map((row) => row.slice(0, limits.table.columns).map((cell) => clip(cell, shortCell)));
  let characters = 0;
  return rows.filter((row) => {
    characters += charactersOf([row]);
    return characters <= limits.table.characters;
  });
};

const partNote = (grid: Grid, shown: Grid, name: string): string => {
  const [all = [], part = []] = [grid[0], shown[0]];
  const isCut = shown.some((row, index) => row.some((cell, column) => cell !== grid[index]?.[column]));
  return words.partOf(
    [
      ...(shown.length < grid.length ? [words.rows(shown.length, grid.length)] : []),
      ...(part.length < all.length ? [words.columns(part.length, all.length)] : []),
      ...(isCut ? [words.shortened] : []),
    ].join(', '),
    name,
  );
};

const tableBlock = (grid: Grid, { columns }: Table): types.TableBlock => ({
  type: 'table',
  // Slack takes no cell without a character.
  rows: grid.map((row) => row.map((text) => ({ type: 'raw_text', text: text || ' ' }))),
  column_settings: (grid[0] ?? []).map((_, column) => ({
    align: columns[column]?.align ?? 'left',
    is_wrapped: true,
  })),
});

const fileOf = (table: Table, grid: Grid, name: string): SlackFile => {
  const title = clip(visible(table.title.text).replace(/\*/g, ''), 100);
  return {
    name,
    title,
    content: grid.map((row) => row.map(csvCell).join(',')).join('\n'),
    altText: words.tableFile(title, grid.length),
    asMessages: pack(
      markdownParts(
        rowTexts(table)
          .map((row) => `- ${escapeForMarkdown(row)}`)
          .join('\n'),
      ),
    ),
  };
};
