import { type Decimal, sum } from '../../decimal.ts';
import type { CellId } from '../../form/form.ts';
import { findCell, forms, getTable } from '../../form/forms.ts';
import type { Cell, Report } from '../../report.ts';

/** One legitimate meaning of a claim: the cells it may speak of, and what they add up to. */
export interface Reading {
  /** In words, for the message: 新收, 新收加上年结转. */
  readonly name: string;
  readonly value: Decimal;
  readonly cells: readonly CellId[];
  /** False where a cell was not simply printed (recognised, solved) or is blank. */
  readonly firm: boolean;
}

export interface Figures {
  /** What the cells add up to; null where one of them says nothing certain. Blank counts as 0 but is not firm. */
  readonly total: (name: string, cells: readonly CellId[]) => Reading | null;
  /** A row of table 三, or the rows of a group (不予公开), as far as this report's form has them. */
  readonly cellsUnder: (row: string, column: string) => readonly CellId[];
}

const allRows = [
  ...new Set(forms.flatMap((form) => getTable(form.id, 'requests')?.rows.map(({ id }) => id) ?? [])),
];

const known = new Map<string, readonly CellId[]>();

/** The cells of a row of table 三, or of all rows of a group (不予公开), in one column; of both forms. */
const cellsUnder = (row: string, column: string): readonly CellId[] => {
  const key = `${row} ${column}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const cells = allRows
    .filter((id) => id === row || id.startsWith(`${row}.`))
    .map((id) => `requests.${id}.${column}`);
  known.set(key, cells);
  return cells;
};

const usable = (cell: Cell | undefined): cell is Cell =>
  cell !== undefined && cell.status !== 'absent' && cell.status !== 'unreadable';

const firmly = (cell: Cell): boolean =>
  cell.value !== null && (cell.status === 'printed' || cell.status === 'byOrder');

export const figuresOf = (report: Report): Figures => ({
  total: (name, cells) => {
    const found = cells.map((id) => report.cells.get(id));
    if (found.length === 0 || !found.every(usable)) return null;
    // 减, 少量: a word in the cell's place may mean any number.
    if (found.some((cell) => cell.value === null && cell.raw !== '' && !/^[-—\\/无零]+$/.test(cell.raw)))
      return null;
    return {
      name,
      value: sum(found.map((cell) => cell.value ?? '0')),
      cells,
      firm: found.every(firmly),
    };
  },
  cellsUnder: (row, column) => cellsUnder(row, column).filter((id) => report.cells.has(id)),
});

/** The printed name of a cell: its row, and its column where there are several. */
export const labelOf = (cell: CellId | undefined): string => {
  const found = cell === undefined ? undefined : findCell(cell);
  if (found === undefined) return '';
  const label = found.row.label.split('/').at(-1) as string;
  return found.table.id === 'requests' && found.column.id === 'total'
    ? label
    : `${label}${found.column.label}`;
};
