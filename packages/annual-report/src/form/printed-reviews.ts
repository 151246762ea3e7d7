import type { CellId, Column, Row, Table } from './form.ts';
import { cellId } from './forms.ts';
import { type Draft, layOut } from './printed-grid.ts';
import type { PrintedTable } from './printed-table.ts';

/**
 * Table 四: one row of fifteen figures under two bands, 行政复议 (reconsideration) and 行政诉讼
 * (litigation), the second parted into 未经复议直接起诉 and 复议后起诉. Where the figures' row is missing the
 * heads stand alone.
 */
export const printedReviews = (table: Table, isPrinted: (cell: CellId) => boolean): PrintedTable => {
  const at = (row: Row, column: Column): CellId => cellId('reviews', row.id, column.id);
  const filled = table.rows.filter((row) => table.columns.some((column) => isPrinted(at(row, column))));
  const groups = filled.length > 0 ? filled : table.rows;
  const perGroup = table.columns.length;
  const width = groups.length * perGroup;
  const rows: readonly (readonly Draft[])[] = [...headOf(groups, table), ...figures(filled, table, at)];
  return {
    id: 'reviews',
    section: 'reviews',
    title: table.title,
    tables: ['reviews'],
    columns: width,
    widths: new Array<number>(width).fill(1 / width),
    headRows: rows.length - (filled.length > 0 ? 1 : 0),
    rows: layOut(rows, width),
  };
};

const figures = (
  groups: readonly Row[],
  table: Table,
  at: (row: Row, column: Column) => CellId,
): readonly (readonly Draft[])[] =>
  groups.length === 0
    ? []
    : [
        groups.flatMap((row) =>
          table.columns.map((column): Draft => ({ role: 'figure', text: '', cell: at(row, column) })),
        ),
      ];

const headOf = (groups: readonly Row[], table: Table): readonly (readonly Draft[])[] => {
  const bands = groups.map((row) => row.label.split('/'));
  const top = bands.flatMap(([band = ''], index): readonly Draft[] => {
    if (index > 0 && bands[index - 1]![0] === band) return [];
    const count = bands.filter(([other]) => other === band).length;
    return [{ role: 'head', text: band, columnSpan: count * table.columns.length }];
  });
  const second = bands.flatMap(([, part]): readonly Draft[] =>
    part === undefined
      ? table.columns.map((column): Draft => ({ role: 'head', text: column.label, rowSpan: 2 }))
      : [{ role: 'head', text: part, columnSpan: table.columns.length }],
  );
  const third = bands.flatMap(([, part]): readonly Draft[] =>
    part === undefined ? [] : table.columns.map((column): Draft => ({ role: 'head', text: column.label })),
  );
  return [top, second, third];
};
