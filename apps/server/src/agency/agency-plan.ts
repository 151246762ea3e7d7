import type { SheetProblem } from '@gongkai/contract';
import type { AgencyTitle } from './agency-sheet.ts';
import type { AgencyRow } from './agency-tree.ts';

/** An agency as it will be after the import; `before` is null for a new one. */
export interface PlannedAgency {
  readonly row: number;
  readonly before: AgencyRow | null;
  readonly after: AgencyRow;
}

/** What a table of agencies would do, and everything that is wrong with it. */
export interface AgencyPlan {
  /** New ones stand after those above them. */
  readonly planned: readonly PlannedAgency[];
  readonly problems: readonly SheetProblem[];
}

/** Notes what is wrong with a cell of the table; column null: with the row. */
export type Fail = (row: number, column: AgencyTitle | null, message: string) => void;
