import type { Decimal } from '../../annual-report/src/decimal.ts';
import type { CellId, FormId, TableId } from '../../annual-report/src/form/form.ts';
import type { CellStatus, CivilDate, SectionId } from '../../annual-report/src/report.ts';

/**
 * A report laid out, but not yet in any file format: what damage works on and what every layout draws.
 * Group labels are repeated on each row (`groups`) and merged only when drawn (see grid.ts), so that
 * adding or removing a row needs no arithmetic with spans.
 */
export interface Laid {
  readonly blocks: readonly LaidBlock[];
  /** The reports in this file, in order; nearly always one. */
  readonly reports: readonly LaidReport[];
  /** Names of the damages done, in order. */
  readonly damages: readonly string[];
}

export interface LaidReport {
  readonly agency: string;
  readonly year: number;
  /** 发布日期, where the file states one. */
  readonly published: CivilDate | null;
  readonly forms: Readonly<Partial<Record<TableId, FormId>>>;
}

export type LaidBlock = LaidText | LaidTable;

export interface LaidText {
  readonly kind: 'text';
  readonly role:
    | 'title'
    | 'heading'
    | 'subheading'
    | 'body'
    | 'remark'
    | 'furniture'
    | 'pageNumber'
    | 'signature';
  readonly text: string;
  readonly report: number;
  /** The section it stands in; null before the first. */
  readonly section: SectionId | null;
}

export interface LaidTable {
  readonly kind: 'table';
  readonly name: 'proactive' | 'requests' | 'reviews';
  readonly report: number;
  /** Columns of the grid: 4, 10 and 15. */
  readonly width: number;
  /** Columns of it in which labels stand, where the table is not laid out as the form prints it. */
  readonly labelColumns?: number;
  readonly rows: readonly LaidRow[];
}

export type LaidRow = BandRow | HeadRow | FigureRow | BreakRow;

/** A row over the whole width: 第二十条第（一）项. */
export interface BandRow {
  readonly kind: 'band';
  readonly table: TableId;
  readonly text: string;
}

export interface HeadRow {
  readonly kind: 'head';
  readonly table: TableId;
  readonly cells: readonly HeadCell[];
}

export interface HeadCell {
  readonly key: string;
  readonly text: string;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

export interface FigureRow {
  readonly kind: 'figures';
  readonly table: TableId;
  /** Row id of the form; null for a row that the form does not have. */
  readonly row: string | null;
  /** 三、本年度办理结果 and （三）不予公开; equal keys on neighbouring rows are one merged cell. */
  readonly groups: readonly LaidLabel[];
  /** Null where the figures stand without a label (table 四). */
  readonly label: LaidLabel | null;
  readonly figures: readonly Figure[];
}

export interface LaidLabel {
  readonly key: string;
  readonly text: string;
}

/** A page ends inside the table. */
export interface BreakRow {
  readonly kind: 'break';
  /** Printed between the pages: - 3 -. */
  readonly pageNumber: string | null;
  readonly repeatHead: boolean;
}

export interface Figure {
  /** Null for a figure that belongs to no cell of the form (surplus, added row). */
  readonly id: CellId | null;
  /** As printed. Empty = blank. */
  readonly text: string;
  /** What a perfect reader makes of it. */
  readonly value: Decimal | null;
  readonly unit?: string;
  readonly remark?: string;
  /** Grid columns; more than one where a narrow table fills the width. */
  readonly span: number;
  /** Statuses that are right; `printed` or `blank` where absent. */
  readonly statuses?: readonly CellStatus[];
  /** True where no reader can know the cell of this figure any more; null is then as right as the value. */
  readonly lost?: boolean;
}
