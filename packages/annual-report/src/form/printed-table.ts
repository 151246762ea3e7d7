import { type CellId, type FormId, type TableId, tableIds } from './form.ts';
import { getTable } from './forms.ts';
import type { PrintedRow } from './printed-grid.ts';
import { printedProactive } from './printed-proactive.ts';
import { printedRequests } from './printed-requests.ts';
import { printedReviews } from './printed-reviews.ts';

export type { PrintedCell, PrintedRole, PrintedRow } from './printed-grid.ts';

/**
 * A table as the form prints it: rows of cells with merged heads and labels. One description for
 * every writer and for the page on the screen, so that all of them look like the official form.
 */
export interface PrintedTable {
  readonly id: 'proactive' | 'requests' | 'reviews';
  /** The section (二, 三, 四) that it stands in. */
  readonly section: 'proactive' | 'requests' | 'reviews';
  /** The section's heading on the form; serves as the caption. */
  readonly title: string;
  /** The tables of the form that are printed in it: several in section 二. */
  readonly tables: readonly TableId[];
  /** How many columns the grid has. */
  readonly columns: number;
  /** Each column's share of the width; they add up to 1. */
  readonly widths: readonly number[];
  /** How many rows at the top are heads, to be repeated where the table breaks over pages. */
  readonly headRows: number;
  /** A merged cell stands once, at its top left corner. */
  readonly rows: readonly PrintedRow[];
}

/**
 * The printed tables of a report, in order, given which form each of its tables follows; a table
 * without a form is left out. A row of which no cell is printed is left out too, as is such a column.
 */
export const printedTables = (
  forms: Readonly<Partial<Record<TableId, FormId>>>,
  isPrinted: (cell: CellId) => boolean = () => true,
): readonly PrintedTable[] => {
  const tables = tableIds.flatMap((id) => {
    const form = forms[id];
    const table = form && getTable(form, id);
    return table ? [table] : [];
  });
  const proactive = tables.filter((table) => table.id.startsWith('proactive'));
  return [
    ...(proactive.length > 0 ? [printedProactive(proactive, isPrinted)] : []),
    ...tables.filter((table) => table.id === 'requests').map((table) => printedRequests(table, isPrinted)),
    ...tables.filter((table) => table.id === 'reviews').map((table) => printedReviews(table, isPrinted)),
  ];
};
