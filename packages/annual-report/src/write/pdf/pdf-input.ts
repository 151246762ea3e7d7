import type { PrintedRow, PrintedTable } from '../../form/printed-table.ts';
import type { Report } from '../../report.ts';
import { cellLines, isLeftAligned } from '../cell-lines.ts';
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

const cellsOf = (
  table: PrintedTable,
  cells: Report['cells'],
  rows: readonly PrintedRow[],
): readonly object[] =>
  rows.flat().map((cell) => ({
    x: cell.column,
    y: cell.row,
    columns: cell.columnSpan,
    rows: cell.rowSpan,
    band: cell.role === 'band',
    left: isLeftAligned(cell),
    lines: cell.role === 'figure' ? linesOf(printedFigure(cells.get(cell.cell!))) : cellLines(table, cell),
  }));
