import type { FormCell } from '../../form/form.ts';
import { cellIndex } from '../../form/forms.ts';
import type { Cell, Report } from '../../report.ts';

/** Every cell of the tables found, with its place on the form. */
export function* numberCells(report: Report): Generator<readonly [FormCell, Cell]> {
  for (const [id, cell] of report.cells) {
    const formCell = cellIndex('2021').get(id) ?? cellIndex('2019').get(id);
    if (formCell && report.tables[formCell.table.id]?.found) yield [formCell, cell];
  }
}
