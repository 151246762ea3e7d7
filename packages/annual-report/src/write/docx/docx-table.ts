import {
  AlignmentType,
  type IRunOptions,
  type ITableCellOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { PrintedCell, PrintedRow, PrintedTable } from '../../form/printed-table.ts';
import type { Report } from '../../report.ts';
import { cellLines, isLeftAligned } from '../cell-lines.ts';
import { figureSize } from '../figure-size.ts';
import { printable } from '../printable.ts';
import { printedFigure } from '../printed-figure.ts';
import { textWidth } from './docx-style.ts';

const bandFill = 'E6ECF3';

/** A statutory table with its merged cells; the head repeats on every page, rows stay whole. */
export const docxTable = (table: PrintedTable, cells: Report['cells']): Table => {
  const columnWidths = table.widths.map((width) => Math.round(width * textWidth));
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths,
    margins: { left: 60, right: 60 },
    rows: table.rows.map(
      (row, index) =>
        new TableRow({
          cantSplit: true,
          keepNext: staysWithNext(table, row),
          tableHeader: index < table.headRows,
          children: row.map((cell) => cellOf(table, cell, columnWidths, cells)),
        }),
    ),
  });
};

/** A band, its heads, and the first row of a group must not stand alone at the foot of a page. */
const staysWithNext = (table: PrintedTable, row: PrintedRow): boolean =>
  row.some(
    ({ role, rowSpan, column }) =>
      role === 'band' ||
      (role === 'head' && table.id === 'proactive') ||
      (role === 'label' && rowSpan > 1 && column > 0),
  );

const cellOf = (
  table: PrintedTable,
  cell: PrintedCell,
  columnWidths: readonly number[],
  cells: Report['cells'],
): TableCell => {
  const width = columnWidths.slice(cell.column, cell.column + cell.columnSpan).reduce((a, b) => a + b, 0);
  const text =
    cell.role === 'figure' ? printedFigure(cells.get(cell.cell!)) : cellLines(table, cell).join('\n');
  const options: ITableCellOptions = {
    rowSpan: cell.rowSpan,
    columnSpan: cell.columnSpan,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(cell.role === 'band' && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: bandFill } }),
    children: [
      new Paragraph({
        style: 'Cell',
        alignment: isLeftAligned(cell) ? AlignmentType.LEFT : AlignmentType.CENTER,
        children: runs(text, {
          ...(cell.role === 'band' && { bold: true }),
          ...(cell.role === 'figure' && sizeOf(text, width)),
        }),
      }),
    ],
  };
  return new TableCell(options);
};

/** In points. */
const fontSize = 9;

/** Half points, given only where the figure is too long for the size of the style. */
const sizeOf = (text: string, width: number): IRunOptions => {
  const size = figureSize(text, width / 20 - 7, fontSize);
  return size < fontSize ? { size: Math.floor(size * 2) } : {};
};

/** Text as runs, with its line breaks. */
export const runs = (text: string, format: IRunOptions = {}): readonly TextRun[] =>
  printable(text)
    .split(/\r?\n/)
    .map((line, index) => new TextRun({ ...format, text: line, ...(index > 0 && { break: 1 }) }));
