import type { PrintedRow, PrintedTable } from '../form/printed-table.ts';

/** Rows that belong under one head. */
export interface TablePart {
  readonly head: readonly PrintedRow[];
  readonly body: readonly PrintedRow[];
}

/** Section 二 has a part for each band, whose head is the band and the row below it; the others are one part. */
export const tableParts = (table: PrintedTable): readonly TablePart[] => {
  if (table.headRows > 0) {
    return [{ head: table.rows.slice(0, table.headRows), body: table.rows.slice(table.headRows) }];
  }
  const starts = table.rows.flatMap((row, index) => (row[0]?.role === 'band' ? [index] : []));
  return starts.map((start, index) => ({
    head: table.rows.slice(start, start + 2),
    body: table.rows.slice(start + 2, starts[index + 1]),
  }));
};
