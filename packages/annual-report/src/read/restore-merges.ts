import { readFigure } from './align/figure.ts';
import type { Line, Source, SourceCell } from './source.ts';

/** Words, not a figure or a mark such as 无 or 0件: two characters of Chinese at least; 2（其中修订2件） is a figure. */
const words = /\p{Script=Han}.*\p{Script=Han}/su;
/** A label as long as this beside itself is no coincidence: it was one cell over several columns. */
const sure = 4;

const isWords = (cell: SourceCell): boolean => words.test(cell.text) && readFigure(cell.text) === null;

/**
 * Some converters (to Markdown, out of unmerged spreadsheets) write a merged cell's text again into every
 * column and row that it covered. Only tables where a label stands right beside itself are taken for
 * such: the statutory tables have none of their own.
 */
const repeatsLabels = (rows: readonly Line[]): boolean =>
  rows.some(({ cells }) =>
    cells.some(
      (cell, at) =>
        cell.text.length >= sure &&
        isWords(cell) &&
        cell.columnSpan === 1 &&
        cells[at + 1]?.text === cell.text,
    ),
  );

/** Whether every row has one cell for each column, as it is after all merging was undone. */
const isEven = (rows: readonly Line[]): boolean => {
  const width = rows[0]?.cells.length ?? 0;
  return rows.every(
    ({ cells }) =>
      cells.length === width && cells.every((cell) => cell.columnSpan === 1 && cell.rowSpan === 1),
  );
};

/** The first column of each run of columns that show the same words, by column. */
const runsOf = (cells: readonly SourceCell[]): readonly number[] => {
  const starts: number[] = [];
  for (const [at, cell] of cells.entries())
    starts.push(
      at > 0 && isWords(cell) && cells[at - 1]?.text === cell.text ? (starts[at - 1] as number) : at,
    );
  return starts;
};

/**
 * Figures are merged only under a head that was: the same figure under one head, in all its columns. Equal
 * figures side by side under heads of their own are figures.
 */
const mergeRow = (cells: readonly SourceCell[], head: readonly number[]): readonly SourceCell[] => {
  const own = runsOf(cells);
  const kept: SourceCell[] = [];
  for (let at = 0; at < cells.length; ) {
    const cell = cells[at] as SourceCell;
    let end = at + 1;
    if (isWords(cell)) while (own[end] === at) end += 1;
    else if (head[at] === at) {
      while (end < cells.length && head[end] === at) end += 1;
      if (!cells.slice(at, end).every(({ text }) => text === cell.text)) end = at + 1;
    }
    kept.push(end === at + 1 ? cell : { ...cell, columnSpan: end - at });
    at = end;
  }
  return kept;
};

const mergeTable = (rows: readonly Line[]): readonly Line[] => {
  let head: readonly number[] = [];
  const wide = rows.map((line): SourceCell[] => {
    const merged = mergeRow(line.cells, head);
    if (line.cells.every(isWords)) head = runsOf(line.cells);
    return [...merged];
  });
  // Downwards: the same words in the same columns, row after row, were one cell.
  const spans = new Map<number, { row: number; index: number }>();
  for (const [row, cells] of wide.entries()) {
    const kept: SourceCell[] = [];
    for (const cell of cells) {
      const above = spans.get(cell.column);
      const anchor = above && wide[above.row]?.[above.index];
      if (
        above &&
        anchor &&
        isWords(cell) &&
        anchor.text === cell.text &&
        anchor.columnSpan === cell.columnSpan &&
        above.row + anchor.rowSpan === row
      ) {
        (wide[above.row] as SourceCell[])[above.index] = { ...anchor, rowSpan: anchor.rowSpan + 1 };
        continue;
      }
      spans.set(cell.column, { row, index: kept.length });
      kept.push(cell);
    }
    wide[row] = kept;
  }
  return rows.map((line, row) => ({ ...line, cells: wide[row] as SourceCell[] }));
};

/** The source with the merged cells of such tables merged again; the very same source where it has none. */
export const restoreMerges = (source: Source): Source => {
  const { lines } = source;
  const out: Line[] = [];
  let changed = false;
  for (let at = 0; at < lines.length; ) {
    const first = lines[at] as Line;
    let end = at + 1;
    if (first.kind === 'grid')
      while (lines[end]?.kind === 'grid' && lines[end]?.table === first.table) end += 1;
    const rows = end === at + 1 ? [first] : lines.slice(at, end);
    const merge = rows.length > 1 && repeatsLabels(rows) && isEven(rows);
    if (merge) changed = true;
    for (const line of merge ? mergeTable(rows) : rows) out.push(line);
    at = end;
  }
  return changed ? { ...source, lines: out } : source;
};
