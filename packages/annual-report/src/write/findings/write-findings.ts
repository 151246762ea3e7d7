import { csvLines, type Field } from '../csv-lines.ts';
import { findingHead } from './finding-rows.ts';

/** Formats in which a table of findings can be taken away. */
export const findingFormats = ['xlsx', 'csv'] as const;

export type FindingFormat = (typeof findingFormats)[number];

/** In characters, column by column of `findingHead`. */
const widths = [28, 24, 8, 8, 24, 80, 40, 12, 12, 40, 12];

const asWorkbook = async (rows: readonly (readonly Field[])[]): Promise<Uint8Array> => {
  // Takes a while to load; whoever reads and checks needs it not.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('检查发现', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = widths.map((width) => ({ width }));
  sheet.addRow([...findingHead]).font = { bold: true };
  for (const row of rows) sheet.addRow([...row]).alignment = { vertical: 'top', wrapText: true };
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: findingHead.length } };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

/**
 * Findings of many reports as one table: rows of `findingRows` and `problemRows`, the head put on top. CSV
 * begins with a byte order mark, so that Excel takes it for UTF-8.
 */
export const writeFindings = async (
  rows: readonly (readonly Field[])[],
  format: FindingFormat,
): Promise<Uint8Array> =>
  format === 'xlsx'
    ? asWorkbook(rows)
    : new TextEncoder().encode(`\uFEFF${csvLines([findingHead, ...rows])}`);
