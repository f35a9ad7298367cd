import { pad, widthOf } from '../../shared/text/width.ts';

/** A table in plain text: the first column to the left, the others to the right. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => widthOf(row[column] ?? ''))),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0, column === 0 ? 'left' : 'right'))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `  ${line}`)
    .join('\n');
};

/** Three decimals; a tie goes to the even digit. Only sixteenths lie exactly between two thousandths. */
export const figure = (value: number | null): string => {
  if (value === null) return '-';
  const tie = Number.isInteger(value * 16) && !Number.isInteger(value * 8);
  if (!tie) return value.toFixed(3);
  const below = Math.floor(value * 1_000);
  return ((below % 2 === 0 ? below : below + 1) / 1_000).toFixed(3);
};
