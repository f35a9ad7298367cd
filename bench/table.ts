/** Prints a table under a title: the first column to the left, figures to the right. */
export const printTable = (title: string, head: readonly string[], rows: readonly (readonly string[])[]) => {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  console.log(`\n${title}\n${[head, ...rows].map((row) => `  ${line(row)}`).join('\n')}`);
};

/** A figure to three digits. */
export const figure = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** A time as a multiple of the reference. */
export const times = (value: number, reference: number): string => `${figure(value / reference)}×`;
