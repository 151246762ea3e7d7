import { type CellId, type Table, tableIds } from './form.ts';
import { cellId } from './forms.ts';
import { type Draft, layOut } from './printed-grid.ts';
import type { PrintedTable } from './printed-table.ts';

/** 信息内容 and up to three columns of figures. */
const gridColumns = 4;

/**
 * Section 二: on the form the tables of 第二十条第（一）（五）（六）（八）（九）项 are one continuous table.
 * A part with fewer than three columns of figures stretches its last one to the edge.
 */
export const printedProactive = (
  tables: readonly Table[],
  isPrinted: (cell: CellId) => boolean,
): PrintedTable => {
  const inOrder = tables.toSorted((left, right) => tableIds.indexOf(left.id) - tableIds.indexOf(right.id));
  const rows = inOrder.flatMap((table) => part(table, isPrinted));
  return {
    id: 'proactive',
    section: 'proactive',
    title: '二、主动公开政府信息情况',
    tables: inOrder.map((table) => table.id),
    columns: gridColumns,
    widths: [0.37, 0.21, 0.21, 0.21],
    headRows: 0,
    rows: layOut(rows, gridColumns),
  };
};

const part = (table: Table, isPrinted: (cell: CellId) => boolean): readonly (readonly Draft[])[] => {
  const at = (row: string, column: string): CellId => cellId(table.id, row, column);
  const columns = table.columns.filter(
    (column) => !table.rows.every((row) => !isPrinted(at(row.id, column.id))),
  );
  // A part of which nothing is printed but its heads keeps all its heads.
  const shown = columns.length > 0 ? columns : table.columns;
  const rows = table.rows.filter((row) => columns.some((column) => isPrinted(at(row.id, column.id))));
  const span = (index: number): number => (index === shown.length - 1 ? gridColumns - shown.length : 1);
  return [
    [{ role: 'band', text: table.title, columnSpan: gridColumns }],
    [
      { role: 'head', text: '信息内容' },
      ...shown.map((column, i): Draft => ({ role: 'head', text: column.label, columnSpan: span(i) })),
    ],
    ...rows.map((row): readonly Draft[] => [
      { role: 'label', text: row.label },
      ...shown.map(
        (column, i): Draft => ({
          role: 'figure',
          text: '',
          cell: at(row.id, column.id),
          columnSpan: span(i),
        }),
      ),
    ]),
  ];
};
