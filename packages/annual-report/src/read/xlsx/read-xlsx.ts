import { ReadError } from '../../problem.ts';
import { openPackage } from '../office/open-package.ts';
import type { Limits } from '../options.ts';
import type { Line, Source } from '../source.ts';
import { linesOfSheet } from './lines-of-sheet.ts';
import { readNumberFormats } from './number-formats.ts';
import { readSheet } from './read-sheet.ts';
import { readWorkbook } from './read-workbook.ts';
import { readSharedStrings } from './shared-strings.ts';

/**
 * Reads an XLSX workbook (ECMA-376 / ISO 29500, transitional or strict): every visible sheet as one table
 * of grid rows, merged cells once at their anchor, absent cells as empty ones. Numbers are given in full,
 * formulas by their last value. Throws `file.damaged`, `file.encrypted`, `file.hostile`, `file.tooLarge`.
 */
export const readXlsx = (bytes: Uint8Array, limits: Limits): Source => {
  const file = openPackage(bytes, limits);
  const main =
    file.relationships('').find((one) => one.kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const xml = file.part(main);
  if (xml === null) throw new ReadError('file.damaged', { detail: '缺少工作簿 workbook.xml' });
  const related = file.relationships(main);
  const relatedPart = (kind: string): string | null => {
    const found = related.find((one) => one.kind === kind);
    return found === undefined ? null : file.part(found.target);
  };
  const { sheets, from1904 } = readWorkbook(file, main, xml, limits);
  const strings = readSharedStrings(relatedPart('sharedStrings'), limits);
  const formats = readNumberFormats(relatedPart('styles'), limits);
  const lines: Line[] = [];
  let table = 0;
  let cellsLeft = limits.cells;
  for (const { name, part } of sheets) {
    const sheetXml = file.part(part);
    if (sheetXml === null) continue;
    const left = { ...limits, cells: cellsLeft };
    const sheet = readSheet(sheetXml, { strings, formats, from1904, limits: left });
    const rows = linesOfSheet(sheet, name, table + 1, left);
    if (rows.length > 0) table++;
    for (const row of rows) {
      cellsLeft -= row.cells.length;
      lines.push(row);
    }
  }
  return {
    format: 'xlsx',
    lines,
    title: file.title(),
    metadata: {},
    embedded: file.embedded(),
    recognised: false,
    problems: [],
  };
};
