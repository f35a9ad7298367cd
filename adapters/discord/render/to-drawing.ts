import { assertNever } from '../../../src/index.ts';
import type { ReadBlock } from '../../shared/choices.ts';
import { clip } from '../../shared/clip.ts';
import { barTexts, betterText, renderChart } from '../../shared/text/chart.ts';
import { diagramText, renderDiagram } from '../../shared/text/diagram.ts';
import { asIs } from '../../shared/text/spans.ts';
import { renderTable, rowTexts } from '../../shared/text/table.ts';
import { visible, visibleLines } from '../../shared/text/visible.ts';
import { wrap } from '../../shared/text/wrap.ts';
import { limits } from '../limits.ts';
import { words } from '../words.ts';
import type { Drawing } from './drawing.ts';
import type { Prose } from './prose.ts';
import { toCsv } from './to-csv.ts';

type Drawn = Extract<ReadBlock, { kind: 'table' | 'chart' | 'code' | 'diagram' }>;

/** Columns of a drawing: what a telephone shows of fixed-width text without breaking it. */
const layout = { width: 40, paint: asIs };
/** In a file there is room for all columns. */
const unbroken = { width: Number.POSITIVE_INFINITY, paint: asIs };
/** Rows, bars or entries that are drawn where only the beginning is shown. */
const few = 30;

/** Tables, charts, code and diagrams: Discord has no blocks for them. `number` tells their files apart. */
export const toDrawing = (block: Drawn, number: number, prose: Prose): Drawing => {
  const fileOf = (content: string, ending: 'csv' | 'txt' = 'txt') => ({
    name: `${block.kind}-${number}.${ending}`,
    content,
    description: clip(words.fileOf(visible(block.title.text).replaceAll('*', '')), limits.fileDescription),
  });
  const title = prose.title(block.title, block.kind === 'chart' ? betterText(block) : undefined);
  switch (block.kind) {
    case 'table':
      return {
        title,
        draw: () => withHeads(block, renderTable(block, layout)),
        drawBeginning: () => renderTable({ ...block, rows: block.rows.slice(0, few) }, layout),
        inWords: () => withHeads(block, rowTexts(block)),
        file: fileOf(toCsv(block), 'csv'),
      };
    case 'chart':
      return {
        title,
        draw: () => renderChart(block, layout),
        drawBeginning: () => renderChart({ ...block, bars: block.bars.slice(0, few) }, layout),
        inWords: () => barTexts(block),
        file: fileOf(barTexts(block).join('\n')),
      };
    case 'code': {
      const lines = () => visibleLines(block.text).split('\n');
      return {
        title,
        draw: lines,
        drawBeginning: lines,
        inWords: lines,
        language: block.language,
        file: fileOf(block.text),
      };
    }
    case 'diagram':
      return {
        title,
        draw: () => renderDiagram(block, layout),
        drawBeginning: () => renderDiagram(block, layout),
        inWords: () => [diagramText(block)],
        file: fileOf(renderDiagram(block, unbroken).join('\n')),
      };
    default:
      return assertNever(block);
  }
};

/** Where rows stand one below the other, the first column has no name: the names stand above, then. */
const withHeads = (
  { columns }: Extract<Drawn, { kind: 'table' }>,
  lines: readonly string[],
): readonly string[] => {
  const heads = columns.map(({ text }) => visible(text)).filter((text) => text !== '');
  const bare = (text: string) => text.replace(/\s/g, '');
  const shown = bare(lines.join(''));
  if (heads.every((head) => shown.includes(bare(head)))) return lines;
  return [...wrap([{ text: heads.join(', ') }], layout), ...lines];
};
