import type { Grid } from './find-grids.ts';
import type { Rule } from './layout-page.ts';

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Part of a cell's side that must be drawn for the side to be there. */
const drawn = 0.6;

/** Makes cells of the fields between the lines: fields with no line between them are one cell. */
export const spanCells = (
  xs: readonly number[],
  ys: readonly number[],
  across: readonly Rule[],
  down: readonly Rule[],
  reach: number,
): Grid => {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const right = sides(down, xs, ys, reach);
  const below = sides(across, ys, xs, reach);
  const hasRight = (row: number, column: number): boolean => right[(column + 1) * rows + row] === 1;
  const hasBelow = (row: number, column: number): boolean => below[(row + 1) * columns + column] === 1;

  const owner = new Int32Array(rows * columns).fill(-1);
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (owner[row * columns + column] !== -1) continue;
      // Grow to the right, then downwards as long as the whole width goes on: always a rectangle, even
      // where a piece of line is missing.
      let width = 1;
      while (
        column + width < columns &&
        !hasRight(row, column + width - 1) &&
        owner[row * columns + column + width] === -1
      )
        width++;
      let height = 1;
      while (row + height < rows && goesOn(row + height - 1, column, width)) height++;
      for (let y = row; y < row + height; y++)
        owner.fill(cells.length, y * columns + column, y * columns + column + width);
      cells.push({ row, column, rowSpan: height, columnSpan: width });
    }
  }
  return withoutEmptyRows({ xs, ys, cells });

  function goesOn(row: number, column: number, width: number): boolean {
    for (let at = column; at < column + width; at++) {
      if (hasBelow(row, at) || owner[(row + 1) * columns + at] !== -1) return false;
      if (at < column + width - 1 && hasRight(row + 1, at)) return false;
    }
    return true;
  }
};

/** For each line position and each field along it, whether the line is drawn there. */
const sides = (
  rules: readonly Rule[],
  at: readonly number[],
  along: readonly number[],
  reach: number,
): Uint8Array => {
  const fields = along.length - 1;
  const lengths = new Float64Array(at.length * fields);
  for (const rule of rules) {
    const line = nearest(at, rule.at);
    if (Math.abs(at[line]! - rule.at) > reach) continue;
    for (let field = 0; field < fields; field++) {
      const shared = Math.min(rule.to, along[field + 1]!) - Math.max(rule.from, along[field]!);
      if (shared > 0) lengths[line * fields + field]! += shared;
    }
  }
  const found = new Uint8Array(lengths.length);
  for (let index = 0; index < lengths.length; index++) {
    const field = index % fields;
    found[index] = lengths[index]! >= drawn * (along[field + 1]! - along[field]!) ? 1 : 0;
  }
  return found;
};

const nearest = (values: readonly number[], value: number): number => {
  let best = 0;
  for (let index = 1; index < values.length; index++)
    if (Math.abs(values[index]! - value) < Math.abs(values[best]! - value)) best = index;
  return best;
};

/** A row in which no cell begins is no row of the table, only a piece of line that bounds nothing. */
const withoutEmptyRows = (grid: Grid): Grid => {
  const begins = new Set(grid.cells.map((cell) => cell.row));
  const rows = grid.ys.length - 1;
  if (begins.size === rows) return grid;
  const kept = Array.from({ length: rows }, (_, row) => row).filter((row) => begins.has(row));
  const renumbered = (row: number): number => kept.filter((at) => at < row).length;
  return {
    xs: grid.xs,
    ys: [...kept.map((row) => grid.ys[row]!), grid.ys.at(-1)!],
    cells: grid.cells.map((cell) => ({
      ...cell,
      row: renumbered(cell.row),
      rowSpan: renumbered(cell.row + cell.rowSpan) - renumbered(cell.row),
    })),
  };
};
