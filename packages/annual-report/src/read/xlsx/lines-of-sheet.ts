import { ReadError } from '../../problem.ts';
import type { Limits } from '../options.ts';
import type { Line, SourceCell } from '../source.ts';
import type { Merge, Sheet } from './read-sheet.ts';

/**
 * The rows of a sheet as one table. Hidden rows and columns are left out, as are columns without any
 * text; in the others a cell that the file leaves out stands as an empty one, so that columns are true.
 * A sheet with a single column of text is no table: its rows are lines of text.
 */
export const linesOfSheet = (sheet: Sheet, name: string, table: number, limits: Limits): readonly Line[] => {
  const columns = visibleColumns(sheet);
  const rows = visibleRows(sheet);
  if (rows.length * columns.length > limits.cells)
    throw new ReadError('file.tooLarge', { limit: `${limits.cells} 个单元格` });
  const merges = placeMerges(sheet.merges, rows, columns);
  const lines = rows.map((row, index): Line => {
    const cells: SourceCell[] = [];
    for (const [order, column] of columns.entries()) {
      const merge = merges.get(row)?.get(column);
      if (merge === null) continue;
      const from = merge?.merge.from ?? { row, column };
      cells.push({
        text: (sheet.rows.get(from.row)?.get(from.column) ?? '').trim(),
        place: { kind: 'table', table, row: row + 1, column: column + 1, sheet: name },
        column: order,
        columnSpan: merge?.columnSpan ?? 1,
        rowSpan: merge?.rowSpan ?? 1,
      });
    }
    return { kind: 'grid', cells, table, row: index + 1 };
  });
  return columns.length > 1 ? lines : lines.filter(hasText).map(asText);
};

const hasText = (line: Line): boolean => line.cells.some((cell) => cell.text !== '');

const asText = (line: Line): Line => ({
  kind: 'text',
  cells: line.cells.map((cell) => ({ ...cell, rowSpan: 1 })),
  table: 0,
  row: 0,
});

const visibleColumns = (sheet: Sheet): readonly number[] => {
  const used = new Set<number>();
  for (const cells of sheet.rows.values())
    for (const [column, text] of cells) if (text !== '') used.add(column);
  const isHidden = (column: number) =>
    sheet.hiddenColumns.some(([first, last]) => column >= first && column <= last);
  return [...used].filter((column) => !isHidden(column)).sort((a, b) => a - b);
};

/**
 * Rows from the first with text to the last. An empty row counts where the file has cells in it: it may
 * be a row of figures left blank, which may also be the very last.
 */
const visibleRows = (sheet: Sheet): readonly number[] => {
  const present = [...sheet.rows].filter(([row, cells]) => cells.size > 0 && !sheet.hiddenRows.has(row));
  present.sort(([a], [b]) => a - b);
  const isFilled = ([, cells]: (typeof present)[number]) => [...cells.values()].some((text) => text !== '');
  const first = present.findIndex(isFilled);
  const last = present.findLastIndex(isFilled);
  if (first === -1) return [];
  const following = present[last + 1]?.[0] === present[last]![0] + 1 ? 1 : 0;
  return present.slice(first, last + 1 + following).map(([row]) => row);
};

interface PlacedMerge {
  readonly merge: Merge;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** For each visible cell of a merged range: the range at its first visible cell, null at all others. */
const placeMerges = (
  merges: readonly Merge[],
  rows: readonly number[],
  columns: readonly number[],
): ReadonlyMap<number, ReadonlyMap<number, PlacedMerge | null>> => {
  const placed = new Map<number, Map<number, PlacedMerge | null>>(rows.map((row) => [row, new Map()]));
  let area = 0;
  for (const merge of merges) {
    const across = within(columns, merge.from.column, merge.to.column);
    const down = within(rows, merge.from.row, merge.to.row);
    area += across.length * down.length;
    // Merged ranges of an honest sheet do not overlap.
    if (area > rows.length * columns.length)
      throw new ReadError('file.hostile', { detail: '合并单元格互相重叠' });
    const anchor = { merge, columnSpan: across.length, rowSpan: down.length };
    for (const [index, row] of down.entries())
      for (const [order, column] of across.entries()) {
        const taken = placed.get(row)!;
        if (!taken.has(column)) taken.set(column, index === 0 && order === 0 ? anchor : null);
      }
  }
  return placed;
};

/** The numbers of an ascending list from `first` to `last`, inclusive. */
const within = (ascending: readonly number[], first: number, last: number): readonly number[] => {
  const from = lowerBound(ascending, first);
  return ascending.slice(from, lowerBound(ascending, last + 1));
};

const lowerBound = (ascending: readonly number[], wanted: number): number => {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
};
