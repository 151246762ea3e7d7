import type { Limits } from '../options.ts';
import type { Line, Source } from '../source.ts';
import { linesOfSheet } from './lines-of-sheet.ts';
import { openWorkbook } from './open-workbook.ts';

/**
 * Reads an XLSX workbook (ECMA-376 / ISO 29500, transitional or strict): every visible sheet as one table
 * of grid rows, merged cells once at their anchor, absent cells as empty ones. Numbers are given in full,
 * formulas by their last value. Throws `file.damaged`, `file.encrypted`, `file.hostile`, `file.tooLarge`.
 */
export const readXlsx = (bytes: Uint8Array, limits: Limits): Source => {
  const { file, sheets } = openWorkbook(bytes, limits);
  const lines: Line[] = [];
  let table = 0;
  let cellsLeft = limits.cells;
  for (const { name, read } of sheets) {
    const sheet = read(cellsLeft);
    if (sheet === null) continue;
    const rows = linesOfSheet(sheet, name, table + 1, { ...limits, cells: cellsLeft });
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
