import type { CellValue, Worksheet } from 'exceljs';
import type { PrintedCell, PrintedTable } from '../../form/printed-table.ts';
import { readFigure } from '../../read/align/figure.ts';
import type { Cell, Report } from '../../report.ts';
import { cellLines, isLeftAligned } from '../cell-lines.ts';
import { printable } from '../printable.ts';
import { printedFigure } from '../printed-figure.ts';
import { rowHeight } from './row-height.ts';

const thin = { style: 'thin' } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
const bandFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE6ECF3' } } as const;

const fontSize = 10;

/** A statutory table as printed, below the given row. */
export const putTable = (
  sheet: Worksheet,
  table: PrintedTable,
  cells: Report['cells'],
  below: number,
): void => {
  for (const cell of table.rows.flat()) put(sheet, table, cell, cells, below);
  table.rows.forEach((row, index) => {
    const heights = row
      .filter((cell) => cell.rowSpan === 1)
      .map((cell) => rowHeight(cellLines(table, cell), widthOf(sheet, cell), fontSize));
    sheet.getRow(below + index + 1).height = Math.max(20, ...heights);
  });
};

const widthOf = (sheet: Worksheet, cell: PrintedCell): number =>
  Array.from(
    { length: cell.columnSpan },
    (_, index) => sheet.getColumn(cell.column + index + 1).width ?? 0,
  ).reduce((a, b) => a + b, 0);

const put = (
  sheet: Worksheet,
  table: PrintedTable,
  cell: PrintedCell,
  cells: Report['cells'],
  below: number,
): void => {
  const [row, column] = [cell.row + below + 1, cell.column + 1];
  if (cell.rowSpan > 1 || cell.columnSpan > 1) {
    sheet.mergeCells(row, column, row + cell.rowSpan - 1, column + cell.columnSpan - 1);
  }
  const target = sheet.getCell(row, column);
  target.value = cell.cell ? figureValue(cells.get(cell.cell)) : cellLines(table, cell).join('\n');
  target.border = border;
  target.font = { name: '宋体', size: fontSize, bold: cell.role === 'band' };
  target.alignment = {
    vertical: 'middle',
    horizontal: isLeftAligned(cell) ? 'left' : 'center',
    // A number too long for its column would show as ####.
    ...(typeof target.value === 'number' ? { shrinkToFit: true } : { wrapText: true }),
  };
  if (cell.role === 'band') target.fill = bandFill;
};

/** Excel keeps fifteen digits; a longer figure stays text, as does one with a unit or a remark. Blank stays blank. */
const figureValue = (cell: Cell | undefined): CellValue => {
  const text = printable(printedFigure(cell));
  if (text === '') return null;
  const figure = readFigure(text);
  const isPlain = figure?.kind === 'number' && figure.unit === undefined && figure.remark === undefined;
  return isPlain && figure.value.replaceAll(/\D/g, '').length <= 15 ? Number(figure.value) : text;
};
