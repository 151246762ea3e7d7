/**
 * The statutory forms of the annual report (政府信息公开工作年度报告) as data.
 *
 * A form is what the State Council General Office printed: tables, rows and columns in order.
 * A cell is named `TABLE.ROW.COLUMN`, e.g. `requests.refused.stateSecret.naturalPerson`.
 */

/** The instrument that a form belongs to, by the year in which it was first used or issued. */
export type FormId = '2019' | '2021';

/** Tables in the order in which the form prints them. */
export const tableIds = [
  'proactive.20-1',
  'proactive.20-5',
  'proactive.20-6',
  'proactive.20-8',
  'proactive.20-9',
  'requests',
  'reviews',
] as const;

export type TableId = (typeof tableIds)[number];

/** `TABLE.ROW.COLUMN`; only ids that some form prints are valid (see `isCellId`). */
export type CellId = string;

export interface Row {
  /** Unique in its table, e.g. `refused.stateSecret`. */
  readonly id: string;
  /** As the form prints it; a row inside groups carries the groups before it, separated by `/`. */
  readonly label: string;
}

export interface Column {
  readonly id: string;
  readonly label: string;
  /** What a figure in this column counts or measures. */
  readonly unit: Unit;
}

/** 件 (documents, decisions, requests, cases), 项 (kinds of item), 个 (procurement projects), amounts. */
export type Unit = '件' | '项' | '个' | '元' | '万元';

export interface Table {
  readonly id: TableId;
  readonly title: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
}

export interface Form {
  readonly id: FormId;
  /** 发文字号 of the notice that prescribes it. */
  readonly instrument: string;
  /** First and last report year it was prescribed for; `null` = still in force. */
  readonly years: readonly [from: number, to: number | null];
  readonly tables: readonly Table[];
}

/** One data cell of a form, with everything that is known of its position. */
export interface FormCell {
  readonly id: CellId;
  readonly table: Table;
  readonly row: Row;
  readonly column: Column;
}
