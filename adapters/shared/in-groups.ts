/** [1, 2, 3] in groups of 2 → [[1, 2], [3]]. */
export const inGroups = <T>(items: readonly T[], size: number): readonly T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
