import type { GridCell, GridPart } from '../grid.ts';

/** A slot of the full grid: its cell, and whether this slot is the cell's own corner. */
export interface Slot {
  readonly cell: GridCell;
  readonly anchor: boolean;
}

/** Every row of a table part with all its slots, merged cells repeated; null where nothing was drawn. */
export const expand = (part: GridPart): readonly (readonly (Slot | null)[])[] => {
  const slots: (Slot | null)[][] = part.rows.map(() => Array.from({ length: part.width }, () => null));
  part.rows.forEach((row, r) => {
    for (const cell of row.cells)
      for (let dr = 0; dr < cell.rowSpan && r + dr < slots.length; dr++) {
        const line = slots[r + dr]!;
        for (let dc = 0; dc < cell.columnSpan; dc++)
          line[cell.column + dc] = { cell, anchor: dr === 0 && dc === 0 };
      }
  });
  return slots;
};
