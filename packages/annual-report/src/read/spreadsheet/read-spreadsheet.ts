import { ReadError } from '../../problem.ts';
import { defaultLimits, type Limits } from '../options.ts';
import { sniffFormat } from '../sniff-format.ts';
import { decodeText } from '../text/decode-text.ts';
import { openWorkbook } from '../xlsx/open-workbook.ts';
import { splitCsv } from './split-csv.ts';

export interface SpreadsheetRow {
  /** As the spreadsheet program, or a text editor, numbers it: from 1. */
  readonly row: number;
  /** By column from 0, trimmed; a cell that the file leaves out is empty. */
  readonly cells: readonly string[];
}

/** No list that people fill in has more columns; a cell far out to the right must not make rows that long. */
const mostColumns = 200;

/**
 * Characters of all cells together. A workbook keeps a text once and refers to it from any number of cells: a small
 * file could be a long day's work for whoever looks at each cell.
 */
const mostCharacters = 4_000_000;

/** Trims a cell, and throws once the cells before and with it are too long together. */
const countingTrim = (): ((cell: string) => string) => {
  let left = mostCharacters;
  return (cell) => {
    left -= cell.length;
    if (left < 0) throw new ReadError('file.tooLarge', { limit: `文字 ${mostCharacters / 10_000} 万字` });
    return cell.trim();
  };
};

/**
 * The rows of the first visible sheet that has any text (XLSX), or of a CSV or tab-separated text in UTF-8, UTF-16
 * or GB18030; rows without text are left out. `null`: neither of them (an old XLS, a PDF, a picture …).
 * Throws ReadError: `file.empty`, `file.damaged`, `file.encrypted`, `file.hostile`, `file.tooLarge`.
 */
export const readSpreadsheet = (
  bytes: Uint8Array,
  some: Partial<Limits> = {},
): readonly SpreadsheetRow[] | null => {
  const limits = { ...defaultLimits, ...some };
  if (bytes.length > limits.fileBytes)
    throw new ReadError('file.tooLarge', { limit: `${Math.floor(limits.fileBytes / 1024 / 1024)} MB` });
  const format = sniffFormat(bytes, undefined, limits);
  if (format === 'encrypted') throw new ReadError('file.encrypted');
  if (format === 'xlsx') return readWorkbookRows(bytes, limits);
  if (format !== 'text' && format !== 'markdown') return null;
  let cells = 0;
  const trim = countingTrim();
  return splitCsv(decodeText(bytes)).map((row) => {
    cells += row.cells.length;
    if (cells > limits.cells) throw new ReadError('file.tooLarge', { limit: `${limits.cells} 个单元格` });
    return { row: row.line, cells: row.cells.slice(0, mostColumns).map(trim) };
  });
};

const readWorkbookRows = (bytes: Uint8Array, limits: Limits): readonly SpreadsheetRow[] => {
  for (const { read } of openWorkbook(bytes, limits).sheets) {
    const trim = countingTrim();
    const rows = [...(read(limits.cells)?.rows ?? [])]
      .sort(([a], [b]) => a - b)
      .map(([row, cells]) => {
        const columns = [...cells.keys()].filter((column) => column < mostColumns);
        const width = columns.length === 0 ? 0 : Math.max(...columns) + 1;
        return {
          row: row + 1,
          cells: Array.from({ length: width }, (_, column) => trim(cells.get(column) ?? '')),
        };
      })
      .filter((row) => row.cells.some((cell) => cell !== ''));
    if (rows.length > 0) return rows;
  }
  return [];
};
