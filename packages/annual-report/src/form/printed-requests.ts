import type { CellId, Column, Row, Table } from './form.ts';
import { cellId } from './forms.ts';
import { type Draft, layOut } from './printed-grid.ts';
import type { PrintedTable } from './printed-table.ts';

/** 三、本年度办理结果 | （三）不予公开 | 1.属于国家秘密 */
const labelColumns = 3;

/** The form prints the relation of its columns in the corner of table 三. */
export const cornerRemark = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

/** Table 三: three columns of labels, whose groups are merged downwards, and seven of figures. */
export const printedRequests = (table: Table, isPrinted: (cell: CellId) => boolean): PrintedTable => {
  const at = (row: Row, column: Column): CellId => cellId('requests', row.id, column.id);
  const rows = table.rows.filter((row) => table.columns.some((column) => isPrinted(at(row, column))));
  const filled = table.columns.filter((column) => rows.some((row) => isPrinted(at(row, column))));
  const columns = filled.length > 0 ? filled : table.columns;
  const width = labelColumns + columns.length;
  const body = rows.map((row, index): readonly Draft[] => [
    ...labelsOf(rows, index),
    ...columns.map((column): Draft => ({ role: 'figure', text: '', cell: at(row, column) })),
  ]);
  return {
    id: 'requests',
    section: 'requests',
    title: table.title,
    tables: ['requests'],
    columns: width,
    widths: [0.055, 0.1, 0.285, ...columns.map(() => 0.56 / columns.length)],
    headRows: 3,
    rows: layOut([...headOf(columns), ...body], width),
  };
};

const path = (row: Row | undefined): readonly string[] => row?.label.split('/') ?? [];

const shares = (left: Row | undefined, right: Row | undefined, depth: number): boolean => {
  const [a, b] = [path(left), path(right)];
  return (
    a.length > depth + 1 && b.length > depth + 1 && a.slice(0, depth + 1).every((part, i) => part === b[i])
  );
};

/** A group's label stands in the group's first row only, merged down over the others. */
const labelsOf = (rows: readonly Row[], index: number): readonly Draft[] => {
  const row = rows[index]!;
  const parts = path(row);
  return parts.flatMap((text, depth): readonly Draft[] => {
    if (depth === parts.length - 1) return [{ role: 'label', text, columnSpan: labelColumns - depth }];
    if (shares(row, rows[index - 1], depth)) return [];
    let end = index + 1;
    while (shares(row, rows[end], depth)) end++;
    return [{ role: 'label', text, rowSpan: end - index }];
  });
};

/** 申请人情况 over 自然人 | 法人或其他组织 (five kinds) | 总计. */
const headOf = (columns: readonly Column[]): readonly (readonly Draft[])[] => {
  const isLegal = (column: Column): boolean => column.id !== 'naturalPerson' && column.id !== 'total';
  const legal = columns.filter(isLegal);
  const second = columns.flatMap((column): readonly Draft[] => {
    if (!isLegal(column)) return [{ role: 'head', text: column.label, rowSpan: 2 }];
    return column === legal[0] ? [{ role: 'head', text: '法人或其他组织', columnSpan: legal.length }] : [];
  });
  return [
    [
      { role: 'corner', text: cornerRemark, rowSpan: 3, columnSpan: labelColumns },
      { role: 'head', text: '申请人情况', columnSpan: columns.length },
    ],
    second,
    legal.map((column): Draft => ({ role: 'head', text: column.label })),
  ];
};
