import type { CellId, FormId, TableId } from '../../form/form.ts';
import type { Problem } from '../../problem.ts';
import type { Cell } from '../../report.ts';

/** One statutory table as read; cells that are not named are absent. */
export interface TableResult {
  readonly table: TableId;
  readonly form: FormId;
  readonly start: number;
  readonly cells: ReadonlyMap<CellId, Cell>;
  readonly problems: readonly Problem[];
}
