/** A row of a list with the rows below it. */
export type Branch<T> = T & { readonly children?: readonly Branch<T>[] };

/** Rows that name their parents as a tree, in their order; those whose parent isn't among them are its roots. */
export const treeOf = <T extends { readonly id: string; readonly parentId: string | null }>(
  rows: readonly T[],
): readonly Branch<T>[] => {
  const ids = new Set(rows.map(({ id }) => id));
  const below = Map.groupBy(rows, ({ parentId }) =>
    parentId !== null && ids.has(parentId) ? parentId : null,
  );
  const branches = (parentId: string | null): readonly Branch<T>[] =>
    (below.get(parentId) ?? []).map((row) => {
      const children = branches(row.id);
      return children.length > 0 ? { ...row, children } : row;
    });
  return branches(null);
};
