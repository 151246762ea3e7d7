import type { CellId, Form, FormCell, FormId, Table, TableId } from './form.ts';
import { form2019 } from './form-2019.ts';
import { form2021 } from './form-2021.ts';

/** Every form that was ever prescribed, oldest first. */
export const forms: readonly Form[] = [form2019, form2021];

const byId: Readonly<Record<FormId, Form>> = { '2019': form2019, '2021': form2021 };

export const getForm = (id: FormId): Form => byId[id];

/** The table of a form, or `undefined` where that form has none (20-9 in the 2021 form). */
export const getTable = (form: FormId, id: TableId): Table | undefined =>
  byId[form].tables.find((table) => table.id === id);

export const cellId = (table: TableId, row: string, column: string): CellId => `${table}.${row}.${column}`;

/** The data cells of a table in printed order: row by row, left to right. */
export const cellsOf = (table: Table): readonly FormCell[] =>
  table.rows.flatMap((row) =>
    table.columns.map((column) => ({ id: cellId(table.id, row.id, column.id), table, row, column })),
  );

const index: Readonly<Record<FormId, ReadonlyMap<CellId, FormCell>>> = {
  '2019': new Map(form2019.tables.flatMap(cellsOf).map((cell) => [cell.id, cell])),
  '2021': new Map(form2021.tables.flatMap(cellsOf).map((cell) => [cell.id, cell])),
};

/** The cells of a form by id, in printed order. */
export const cellIndex = (form: FormId): ReadonlyMap<CellId, FormCell> => index[form];

/** Looks a cell up in whichever form prints it (2021 first: the ids never mean two things). */
export const findCell = (id: CellId): FormCell | undefined => index['2021'].get(id) ?? index['2019'].get(id);

export const isCellId = (id: string): boolean => findCell(id) !== undefined;

/** The form prescribed for a report year; reports may use another one all the same. */
export const prescribedForm = (year: number): FormId => (year >= 2021 ? '2021' : '2019');
