import type { Place } from '../place.ts';
import type { Problem } from '../problem.ts';

/**
 * The kinds of file that can be read. `json` is our own. WPS files are `doc` (OLE) or `docx`; `image` is the
 * picture of a page (JPEG, PNG).
 */
export const sourceFormats = [
  'html',
  'docx',
  'doc',
  'pdf',
  'ofd',
  'xlsx',
  'image',
  'markdown',
  'text',
  'json',
] as const;

export type SourceFormat = (typeof sourceFormats)[number];

/**
 * What every format reader yields: the document as lines of cells, in reading order. Alignment
 * (finding the statutory tables in it) and outline (finding the sections) know nothing of formats.
 */
export interface Source {
  readonly format: SourceFormat;
  readonly lines: readonly Line[];
  /** The document's own title outside its text: HTML <title>, document properties. */
  readonly title: string | null;
  /** Machine-readable statements beside the text, e.g. `PubDate`, `SiteName`, `ContentSource` of a page's <meta>. */
  readonly metadata: Readonly<Record<string, string>>;
  /** The JSON that our own writer embeds, if the file has it. */
  readonly embedded: string | null;
  /** True where the text comes from character recognition. */
  readonly recognised: boolean;
  readonly problems: readonly Problem[];
}

/**
 * - `text`: a line or paragraph outside any table; exactly one cell.
 * - `cells`: pieces separated by tabs, pipes or gaps; their `column` is only their order, since
 *   merged and empty cells may have vanished.
 * - `grid`: one row of a real table (HTML, Word, spreadsheet, ruling lines): columns and spans are true,
 *   an empty cell is a cell with empty text, a merged cell stands once, at its anchor.
 */
export type LineKind = 'text' | 'cells' | 'grid';

export interface Line {
  readonly kind: LineKind;
  readonly cells: readonly SourceCell[];
  /** Counts tables from 1 through the document; 0 outside tables. A table broken over pages keeps its number where the reader knows. */
  readonly table: number;
  /** Counts rows of that table from 1; 0 outside tables. */
  readonly row: number;
}

export interface SourceCell {
  /**
   * Unicode text as printed; line breaks inside a cell are `\n`. Not normalised. U+FFFD stands for what is
   * there but cannot be read with certainty: a character without a code, a figure that recognition is not
   * sure of or that stands astride two cells. A figure with U+FFFD anywhere in its cell is unreadable.
   */
  readonly text: string;
  readonly place: Place;
  /** From 0. */
  readonly column: number;
  /** At least 1; 1 for all but `grid`. */
  readonly columnSpan: number;
  readonly rowSpan: number;
}
