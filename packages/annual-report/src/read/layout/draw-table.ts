import type { Box } from '../../place.ts';

/** A cell to be drawn: its text, or text with spans. */
export type DrawnCell = string | { readonly text: string; readonly columns?: number; readonly rows?: number };

export interface PlacedCell {
  readonly text: string;
  readonly box: Box;
}

export const rowHeight = 20;

/** Sets out a table for tests: where each cell lies, in points from the top left of the page. */
export const placeCells = (
  rows: readonly (readonly DrawnCell[])[],
  widths: readonly number[],
  left = 60,
  top = 100,
): readonly PlacedCell[] => {
  const taken = new Set<string>();
  return rows.flatMap((row, y) => {
    let x = 0;
    return row.map((drawn) => {
      const cell = typeof drawn === 'string' ? { text: drawn } : drawn;
      const { text, columns = 1, rows: high = 1 } = { columns: 1, rows: 1, ...cell };
      while (taken.has(`${x},${y}`)) x++;
      for (let v = y; v < y + high; v++) for (let u = x; u < x + columns; u++) taken.add(`${u},${v}`);
      const edge = (column: number): number =>
        left + widths.slice(0, column).reduce((sum, width) => sum + width, 0);
      const box: Box = [edge(x), top + y * rowHeight, edge(x + columns), top + (y + high) * rowHeight];
      return { text, box };
    });
  });
};
