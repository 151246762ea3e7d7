import type { SourceFormat } from '../../../annual-report/src/read/source.ts';
import type { Laid } from '../laid.ts';
import type { Random } from '../random.ts';
import type { Fate } from '../truth.ts';

/** A laid-out report written into a file. */
export interface Rendered {
  readonly bytes: Uint8Array;
  /** What this layout makes unknowable. */
  readonly fate?: Fate;
}

/** One shape of file seen in the wild, see layouts.md. */
export interface Layout {
  readonly name: string;
  readonly format: SourceFormat;
  readonly extension: string;
  /** A picture of a page: read only by character recognition. */
  readonly scan?: boolean;
  readonly render: (laid: Laid, random: Random) => Rendered | Promise<Rendered>;
}

const noGrids: ReadonlySet<string> = new Set([
  'html.rowTables',
  'html.paragraphs',
  'markdown.tables',
  'pdf.unruled',
]);

/** Whether a layout writes true tables: rows and columns with their spans. */
export const hasGrids = ({ name, format, scan }: Layout): boolean =>
  format !== 'text' && scan !== true && !noGrids.has(name);

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Text that stands in one line: breaks inside a cell vanish. */
export const oneLine = (text: string): string => text.replaceAll('\n', '');
