import type { CellValue, Workbook, Worksheet } from 'exceljs';
import type { PrintedCell, PrintedTable } from '../../form/printed-table.ts';
import { readFigure } from '../../read/align/figure.ts';
import type { Cell, Report } from '../../report.ts';
import { cellLines, isLeftAligned } from '../cell-lines.ts';
import { printable } from '../printable.ts';
import { printedFigure } from '../printed-figure.ts';
import { rowHeight } from './row-height.ts';

const names: Readonly<Record<PrintedTable['id'], string>> = {
  proactive: '二、主动公开',
  requests: '三、申请办理',
  reviews: '四、复议诉讼',
};

const thin = { style: 'thin' } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
const bandFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE6ECF3' } } as const;

const fontSize = 10;

/** Characters of the width of a sheet on A4. */
const sheetWidth = 92;

/** A statutory table as printed, under its heading; heads stay in view. */
export const tableSheet = (workbook: Workbook, table: PrintedTable, cells: Report['cells']): void => {
  const top = 1;
  const sheet = workbook.addWorksheet(names[table.id], {
    pageSetup: { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    views: [{ state: 'frozen', ySplit: top + table.headRows, xSplit: 0 }],
  });
  table.widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = Math.max(5, width * sheetWidth);
  });
  sheet.getCell(1, 1).value = table.title;
  sheet.getCell(1, 1).font = { name: '黑体', size: 14 };
  for (const cell of table.rows.flat()) put(sheet, table, cell, cells, top);
  table.rows.forEach((row, index) => {
    const heights = row
      .filter((cell) => cell.rowSpan === 1)
      .map((cell) => rowHeight(cellLines(table, cell), widthOf(sheet, cell), fontSize));
    sheet.getRow(index + top + 1).height = Math.max(20, ...heights);
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
  top: number,
): void => {
  const [row, column] = [cell.row + top + 1, cell.column + 1];
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
    wrapText: true,
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
