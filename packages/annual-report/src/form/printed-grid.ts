import type { CellId } from './form.ts';

/**
 * What a cell of a printed table is for:
 *
 * - `band`: a head over the full width that opens a part of the table: 第二十条第（一）项
 * - `corner`: the remark where row labels and column heads meet
 * - `head`: names the columns below it
 * - `label`: names the rows to its right
 * - `figure`: a cell of the form, to be filled with a number
 */
export type PrintedRole = 'band' | 'corner' | 'head' | 'label' | 'figure';

export interface PrintedCell {
  /** Names the cell within its table: `r3c0`. Used by `headers`, and for ids in HTML. */
  readonly key: string;
  readonly role: PrintedRole;
  /** The form's words; empty for figures, which the report fills in. */
  readonly text: string;
  /** The position of its top left corner in the grid, both from 0. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Which cell of the form is printed here; figures only. */
  readonly cell?: CellId;
  /** The keys of the bands, heads and labels that name a figure, outermost first; figures only. */
  readonly headers?: readonly string[];
}

export type PrintedRow = readonly PrintedCell[];

/** A cell before it has found its place in the grid. */
export interface Draft {
  readonly role: PrintedRole;
  readonly text: string;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
  readonly cell?: CellId;
}

/**
 * Puts rows of drafts into a grid the way HTML does: each cell takes the first column that no cell
 * above it still covers. Then tells every figure which cells name it.
 */
export const layOut = (rows: readonly (readonly Draft[])[], columns: number): readonly PrintedRow[] => {
  const covered = rows.map(() => new Array<boolean>(columns).fill(false));
  const placed = rows.map((drafts, row) =>
    drafts.map((draft) => {
      const column = covered[row]!.indexOf(false);
      const { rowSpan = 1, columnSpan = 1 } = draft;
      for (let r = row; r < row + rowSpan; r++) covered[r]?.fill(true, column, column + columnSpan);
      return { ...draft, key: `r${row}c${column}`, row, column, rowSpan, columnSpan };
    }),
  );
  const names = placed.flat().filter((cell) => cell.role !== 'figure' && cell.role !== 'corner');
  return placed.map((cells) =>
    cells.map((cell) => (cell.role === 'figure' ? { ...cell, headers: headersOf(cell, names) } : cell)),
  );
};

type Placed = Omit<PrintedCell, 'headers'>;

/**
 * The labels beside a figure and the heads above it, as far up as the band that opens its part:
 * heads of an earlier part do not name it.
 */
const headersOf = (figure: Placed, names: readonly Placed[]): readonly string[] => {
  const band = names.findLast((name) => name.role === 'band' && name.row < figure.row);
  const from = band?.row ?? 0;
  const beside = (name: Placed): boolean =>
    name.role === 'label' && name.row <= figure.row && figure.row < name.row + name.rowSpan;
  const above = (name: Placed): boolean =>
    name.role === 'head' &&
    name.row >= from &&
    name.row < figure.row &&
    name.column < figure.column + figure.columnSpan &&
    figure.column < name.column + name.columnSpan;
  return [...(band ? [band] : []), ...names.filter(above), ...names.filter(beside)].map((name) => name.key);
};
