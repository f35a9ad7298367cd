import type { Block } from '../../../src/index.ts';
import { visible } from './visible.ts';
import { pad, widthOf } from './width.ts';
import { type Layout, wrap } from './wrap.ts';

type Diagram = Extract<Block, { kind: 'diagram' }>;
type Box = { readonly label: string; readonly owns: readonly string[] };

const minInside = 14;

/** Boxes one below the other, joined by what stands between them. */
export const renderDiagram = (diagram: Diagram, layout: Layout): readonly string[] => {
  const boxes = shown(diagram);
  const widest = Math.max(minInside, ...boxes.flatMap(({ label, owns }) => [label, ...owns].map(widthOf)));
  const inside = Math.max(minInside, Math.min(widest, layout.width - 6));
  const between = visible(diagram.between);
  return boxes.flatMap((box, index) => [
    ...(index > 0
      ? ['       │', ...wrap([{ text: between, style: 'dim' }], layout, '       │ '), '       │']
      : []),
    ...drawn(box, inside, layout),
  ]);
};

/** The same in words: "Python: features, models | REST or a queue | Node.js: API". */
export const diagramText = (diagram: Diagram): string =>
  shown(diagram)
    .map(({ label, owns }) => (owns.length > 0 ? `${label}: ${owns.join(', ')}` : label))
    .join(` | ${visible(diagram.between)} | `);

const shown = (diagram: Diagram): readonly Box[] =>
  diagram.boxes.map(({ label, owns }) => ({ label: visible(label), owns: owns.map(visible) }));

const drawn = ({ label, owns }: Box, inside: number, { paint }: Layout): readonly string[] => {
  // Painted after padding: colour codes would count as width.
  const lines = (text: string) => wrap([{ text }], { width: inside, paint: (plain) => plain });
  const row = (text: string, bold: boolean) =>
    `  │ ${paint(pad(text, inside, 'left'), bold ? 'bold' : undefined)} │`;
  return [
    `  ┌${'─'.repeat(inside + 2)}┐`,
    ...lines(label).map((line) => row(line, true)),
    ...owns.flatMap(lines).map((line) => row(line, false)),
    `  └${'─'.repeat(inside + 2)}┘`,
  ];
};
