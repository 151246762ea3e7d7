import type { CellId, FormId, TableId } from '../../form/form.ts';
import type { Problem } from '../../problem.ts';
import type { Cell, TableReading } from '../../report.ts';

/** The statutory tables as found in a `Source`. */
export interface Alignment {
  /** The form of most tables found; null where none was found. */
  readonly form: FormId | null;
  readonly tables: Readonly<Partial<Record<TableId, TableReading>>>;
  /** Every cell of each table's own form, in printed order; empty where no table was found at all. */
  readonly cells: ReadonlyMap<CellId, Cell>;
  /** Indexes into `Source.lines` of all that belongs to the tables: labels, heads, figures, the corner remark. The rest is narrative. */
  readonly lines: ReadonlySet<number>;
  /** The line with which each table found begins. */
  readonly starts: Readonly<Partial<Record<TableId, number>>>;
  readonly problems: readonly Problem[];
}
