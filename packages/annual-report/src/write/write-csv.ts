import { tableIds } from '../form/form.ts';
import { cellsOf, getTable } from '../form/forms.ts';
import type { Report } from '../report.ts';
import { csvLines } from './csv-lines.ts';

const head = [
  'agency',
  'year',
  'form',
  'table',
  'row',
  'column',
  'table_label',
  'row_label',
  'column_label',
  'value',
  'unit',
  'raw',
  'status',
  'remark',
] as const;

/**
 * The cells in long form, one a line (RFC 4180, CRLF, UTF-8 with a byte order mark so that Excel takes
 * it for what it is). The narrative is not in it: a table of cells has no place for prose. `form` is
 * the form of the cell's own table. `value` is empty where there is no number.
 */
export const writeCsv = (report: Report): string => {
  const rows = tableIds.flatMap((id) => {
    const reading = report.tables[id];
    const table = reading && getTable(reading.form, id);
    if (!table) return [];
    return cellsOf(table).map(({ id: cellId, row, column }) => {
      const cell = report.cells.get(cellId);
      return [
        report.agency ?? '',
        String(report.year ?? ''),
        reading.form,
        id,
        row.id,
        column.id,
        table.title,
        row.label,
        column.label,
        cell?.value ?? '',
        cell?.unit ?? '',
        cell?.raw ?? '',
        cell?.status ?? 'absent',
        cell?.remark ?? '',
      ];
    });
  });
  return `\uFEFF${csvLines([head, ...rows])}`;
};
