/** [1, 2, 3] in groups of 2 → [[1, 2], [3]]. */
export const inGroups = <T>(items: readonly T[], size: number): readonly T[][] => {
  const groups: T[][] = [];
  for (let at = 0; at < items.length; at += size) groups.push(items.slice(at, at + size));
  return groups;
};
