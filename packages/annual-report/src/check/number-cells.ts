import type { FormCell, FormId, TableId } from '../form/form.ts';
import { cellIndex } from '../form/forms.ts';
import type { Cell, Report } from '../report.ts';

/** A cell of the report together with its place on the form. */
export type NumberCell = readonly [FormCell, Cell];

/** Whether a text is one cell's own; figures that ran together stand in every cell they belong to. */
export const standsAlone = (numbers: readonly NumberCell[], raw: string): boolean =>
  numbers.filter(([, cell]) => cell.raw === raw).length === 1;

/** Every cell of the tables found, in the order of the report. */
export const numberCells = (report: Report): readonly NumberCell[] => {
  const cells: NumberCell[] = [];
  const forms = new Map<TableId, FormId>();
  for (const [id, table] of Object.entries(report.tables))
    if (table.found) forms.set(id as TableId, table.form);
  const [newer, older] = [cellIndex('2021'), cellIndex('2019')];
  for (const [id, cell] of report.cells) {
    const formCell = newer.get(id) ?? older.get(id);
    if (formCell && forms.has(formCell.table.id)) cells.push([formCell, cell]);
  }
  return cells;
};
