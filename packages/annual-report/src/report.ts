import type { Decimal } from './decimal.ts';
import type { CellId, FormId, TableId } from './form/form.ts';
import type { Place } from './place.ts';
import type { Problem } from './problem.ts';

/**
 * How a cell's value was got. Blank is not zero, and printed is not inferred.
 *
 * - `printed`: read off the cell itself. `value` is null where what is printed is no number (`\`, 无, 减).
 * - `blank`: the cell is there and empty.
 * - `absent`: the cell is not in the document (row, column or table missing).
 * - `byOrder`: the figure is printed, but its label is not; its place in the order tells the cell.
 * - `byArithmetic`: several readings of what is printed are possible; the form's sums leave one.
 * - `solved`: not printed by itself; fused digits or the like, got from equations with one solution.
 * - `recognised`: read off a picture by character recognition.
 * - `unreadable`: something is there that cannot be read with certainty; `value` is null.
 */
export const cellStatuses = [
  'printed',
  'blank',
  'absent',
  'byOrder',
  'byArithmetic',
  'solved',
  'recognised',
  'unreadable',
] as const;

export type CellStatus = (typeof cellStatuses)[number];

export interface Cell {
  /** As printed, in the printed unit; null = blank, absent or no number. */
  readonly value: Decimal | null;
  /** The unit printed in the cell (`323.6万` → 万元, `4个` → 个); undefined where the cell prints none. */
  readonly unit?: string;
  /** The cell's own text, unchanged but for surrounding white space. Empty for blank and absent. */
  readonly raw: string;
  readonly status: CellStatus;
  readonly place: Place | null;
  /** Words beside the number: 22（其中修订16件） → 其中修订16件. */
  readonly remark?: string;
  /** The relations (see form/relations.ts) that were used to get the value; they prove nothing about it any more. */
  readonly by?: readonly string[];
}

/** One table of the report, and which form it follows: hybrids exist, so each table has its own. */
export interface TableReading {
  readonly form: FormId;
  /** False where the document has no such table: all its cells are `absent`. */
  readonly found: boolean;
  readonly place: Place | null;
}

/** The six statutory sections (一 to 六), in order. */
export const sectionIds = ['overview', 'proactive', 'requests', 'reviews', 'problems', 'other'] as const;

export type SectionId = (typeof sectionIds)[number];

export interface Paragraph {
  readonly text: string;
  readonly place: Place | null;
}

export interface Section {
  readonly id: SectionId;
  /** The heading as printed. */
  readonly title: string;
  readonly place: Place | null;
  /** The narrative, without the statutory tables and without the heading. */
  readonly paragraphs: readonly Paragraph[];
}

/** `YYYY-MM-DD`. */
export type CivilDate = string;

export interface Report {
  readonly title: string | null;
  readonly agency: string | null;
  /** The year reported on. */
  readonly year: number | null;
  /** The form of most tables; hybrids differ table by table, see `tables`. Null where no table was found. */
  readonly form: FormId | null;
  readonly published: CivilDate | null;
  readonly tables: Readonly<Partial<Record<TableId, TableReading>>>;
  /** Every cell of each table's own form, in printed order. */
  readonly cells: ReadonlyMap<CellId, Cell>;
  readonly sections: readonly Section[];
  /** Text before the first section (title, 现将…报告如下, a web page's box), without the sections. */
  readonly preamble: readonly Paragraph[];
  readonly problems: readonly Problem[];
}
