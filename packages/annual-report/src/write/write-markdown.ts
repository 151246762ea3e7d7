import type { PrintedTable } from '../form/printed-table.ts';
import type { Report } from '../report.ts';
import { printable } from './printable.ts';
import { printedFigure } from './printed-figure.ts';
import { type Block, printReport } from './printed-report.ts';

/**
 * Markdown (CommonMark with GitHub's pipe tables). A merged cell stands once, at its top left corner,
 * and the cells that it covers are empty, so that every row has all columns.
 */
export const writeMarkdown = (report: Report): string => {
  const { title, blocks } = printReport(report);
  const parts = [
    ...(title ? [`# ${plain(title)}`] : []),
    ...blocks.map((block) => blockMarkdown(block, report.cells)),
  ];
  return `${parts.join('\n\n')}\n`;
};

/** Signs that would be markup anywhere in a line. */
const plain = (text: string): string =>
  printable(text)
    .replaceAll(/[\\`*_[\]<>|~#$]/g, '\\$&')
    .replaceAll('&', '&amp;');

const paragraph = (text: string): string =>
  text
    .split(/\r?\n/)
    // At the start of a line a number with a point, or a dash, would begin a list.
    .map((line) =>
      plain(line.trimStart())
        // Harmless in prose, but many a reader takes any line with a pipe for a row of a table.
        .replaceAll('\\|', '&#124;')
        .replace(/^(\d+)([.)])/, '$1\\$2')
        .replace(/^[-+=]/, '\\$&'),
    )
    .join('  \n');

const blockMarkdown = (block: Block, cells: Report['cells']): string => {
  switch (block.kind) {
    case 'heading':
      return `## ${plain(block.text.replaceAll(/\s*\n\s*/g, ''))}`;
    case 'subheading':
      return `### ${plain(block.text)}`;
    case 'hint':
    case 'paragraph':
      return paragraph(block.text);
    case 'table':
      return tableMarkdown(block.table, cells);
  }
};

const tableMarkdown = (table: PrintedTable, cells: Report['cells']): string => {
  const grid = table.rows.map(() => new Array<string>(table.columns).fill(''));
  for (const cell of table.rows.flat()) {
    const text = cell.role === 'figure' ? printedFigure(cells.get(cell.cell!)) : cell.text;
    grid[cell.row]![cell.column] = plain(text.replaceAll(/\s*\n\s*/g, ' ')).trim();
  }
  const [first = [], ...rest] = grid.map((row) => `| ${row.join(' | ')} |`);
  return [first, `|${' --- |'.repeat(table.columns)}`, ...rest].join('\n');
};
