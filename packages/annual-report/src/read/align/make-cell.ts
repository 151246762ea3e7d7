import type { CellId } from '../../form/form.ts';
import { findCell } from '../../form/forms.ts';
import type { Place } from '../../place.ts';
import type { Problem } from '../../problem.ts';
import { problem } from '../../problem.ts';
import type { Cell, CellStatus } from '../../report.ts';
import type { Token } from './token.ts';

export const absentCell: Cell = { value: null, raw: '', status: 'absent', place: null };

export const blankCell = (place: Place | null): Cell => ({ value: null, raw: '', status: 'blank', place });

export const unreadableCell = (raw: string, place: Place | null): Cell => ({
  value: null,
  raw,
  status: 'unreadable',
  place,
});

/** How a person calls a cell: row and column as the form prints them. */
export const cellName = (id: CellId): string => {
  const cell = findCell(id);
  if (cell === undefined) return id;
  const row = cell.row.label.split('/').at(-1) ?? cell.row.label;
  return `${row}·${cell.column.label}`;
};

/**
 * A cell from the token that stands in it; its status is `status` unless nothing readable is there.
 * Null stands for a cell that is there and empty.
 */
export const makeCell = (token: Token | null, status: CellStatus): Cell => {
  if (token === null || token.kind === 'blank' || token.kind === 'gap')
    return blankCell(token?.place ?? null);
  const { figure, text, place } = token;
  if (figure === null || figure.kind === 'damaged' || figure.kind === 'digits')
    return unreadableCell(text, place);
  if (figure.kind === 'mark') return { value: null, raw: text, status, place };
  const { value, unit, remark } = figure;
  return {
    value,
    ...(unit === undefined ? {} : { unit }),
    raw: text,
    status,
    place,
    ...(remark === undefined ? {} : { remark }),
  };
};

/** What a person should know of a cell as it was read. */
export const cellProblem = (id: CellId, cell: Cell): Problem | null => {
  // Figures that stand astray are told once for their table.
  if (cell.status === 'unreadable' && cell.raw === '') return null;
  if (cell.status === 'unreadable')
    return problem('cell.unreadable', cell.place, { cell: cellName(id), raw: cell.raw });
  if (cell.value === null && cell.raw !== '')
    return problem('cell.notNumber', cell.place, { cell: cellName(id), raw: cell.raw });
  return null;
};
