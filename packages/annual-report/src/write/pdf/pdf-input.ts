import type { PrintedRow, PrintedTable } from '../../form/printed-table.ts';
import type { Report } from '../../report.ts';
import { cellLines, isLeftAligned } from '../cell-lines.ts';
import { figureSize } from '../figure-size.ts';
import { printable } from '../printable.ts';
import { printedFigure } from '../printed-figure.ts';
import { type Block, printReport } from '../printed-report.ts';
import { tableParts } from '../table-parts.ts';

/** What the Typst program reads, as JSON. */
export const pdfInput = (report: Report): string => {
  const { title, titleLines, blocks } = printReport(report);
  return JSON.stringify({
    title: printable(title),
    author: printable(report.agency ?? ''),
    titleLines: titleLines.map(printable),
    blocks: blocks.map((block) => blockOf(block, report.cells)),
  });
};

/** In points: 156 mm between the margins, and what a cell keeps free on both sides together. */
const textWidth = 442;
const padding = 7;
const tableSize = 9;

const linesOf = (text: string): readonly string[] => printable(text).split(/\r?\n/);

const blockOf = (block: Block, cells: Report['cells']): object => {
  if (block.kind !== 'table') return { kind: block.kind, lines: linesOf(block.text) };
  const { table } = block;
  return {
    kind: 'table',
    widths: table.widths,
    parts: tableParts(table).map(({ head, body }) => ({
      head: cellsOf(table, cells, head),
      body: cellsOf(table, cells, body),
    })),
  };
};

const numberOf = (figure: string): string => figure.split(/[（(\n]/, 1)[0] ?? '';

const cellsOf = (
  table: PrintedTable,
  cells: Report['cells'],
  rows: readonly PrintedRow[],
): readonly object[] =>
  rows.flat().map((cell) => {
    const figure = cell.role === 'figure' ? printedFigure(cells.get(cell.cell!)) : null;
    const share = table.widths.slice(cell.column, cell.column + cell.columnSpan).reduce((a, b) => a + b, 0);
    return {
      x: cell.column,
      y: cell.row,
      columns: cell.columnSpan,
      rows: cell.rowSpan,
      band: cell.role === 'band',
      left: isLeftAligned(cell),
      size: figure === null ? tableSize : figureSize(figure, share * textWidth - padding, tableSize),
      // Number and unit are kept on one line; a remark may follow on others.
      whole: figure === null ? '' : printable(numberOf(figure)),
      lines: figure === null ? cellLines(table, cell) : linesOf(figure.slice(numberOf(figure).length)),
    };
  });
