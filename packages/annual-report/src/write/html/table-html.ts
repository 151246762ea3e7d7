import type { PrintedCell, PrintedRow, PrintedTable } from '../../form/printed-table.ts';
import type { Cell, CellStatus, Report } from '../../report.ts';
import { printedFigure } from '../printed-figure.ts';
import { tableParts } from '../table-parts.ts';
import { escapeHtml } from './escape-html.ts';

/** How a cell was got, in words; shown when pointing at it. Printed figures need none. */
const statusTitles: Readonly<Partial<Record<CellStatus, string>>> = {
  blank: '空白',
  byOrder: '按次序认出',
  byArithmetic: '按勾稽关系选定',
  solved: '由勾稽关系解出',
  recognised: '由文字识别得来',
  unreadable: '无法确定',
};

/**
 * A statutory table with heads that assistive technology can follow: scope, and headers on each figure.
 * The caption names the table for it, but is not shown: the section's heading stands right above.
 */
export const tableHtml = (table: PrintedTable, cells: Report['cells']): string => {
  const columns = table.widths.map((width) => `<col style="width:${(width * 100).toFixed(2)}%">`).join('');
  const rowHtml = (row: PrintedRow): string =>
    `<tr>${row.map((cell) => cellHtml(table, cell, cell.cell ? cells.get(cell.cell) : undefined)).join('')}</tr>`;
  const isHead = table.headRows > 0;
  const section = (name: string, rows: readonly PrintedRow[]): string =>
    `<${name}>${rows.map(rowHtml).join('\n')}</${name}>`;
  return [
    `<table id="${table.id}" aria-labelledby="${table.id}-caption"><caption id="${table.id}-caption" hidden>${escapeHtml(table.title)}</caption><colgroup>${columns}</colgroup>`,
    ...tableParts(table).flatMap(({ head, body }) =>
      isHead ? [section('thead', head), section('tbody', body)] : [section('tbody', [...head, ...body])],
    ),
    '</table>',
  ].join('\n');
};

const cellHtml = (table: PrintedTable, cell: PrintedCell, filled: Cell | undefined): string => {
  const spans =
    (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '') +
    (cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '');
  const id = `${table.id}-${cell.key}`;
  switch (cell.role) {
    case 'figure': {
      const status = filled?.status ?? 'blank';
      const title = statusTitles[status];
      const headers = cell.headers!.map((key) => `${table.id}-${key}`).join(' ');
      return `<td${spans} headers="${headers}" data-cell="${cell.cell}" class="${status}"${title ? ` title="${title}"` : ''}>${escapeHtml(printedFigure(filled))}</td>`;
    }
    case 'corner':
      return `<td${spans} class="corner">${escapeHtml(cell.text)}</td>`;
    case 'band':
      return `<th${spans} id="${id}" scope="rowgroup" class="band">${escapeHtml(cell.text)}</th>`;
    case 'head':
      return `<th${spans} id="${id}" scope="${cell.columnSpan > 1 && table.id !== 'proactive' ? 'colgroup' : 'col'}">${escapeHtml(cell.text)}</th>`;
    case 'label':
      return `<th${spans} id="${id}" scope="${cell.rowSpan > 1 ? 'rowgroup' : 'row'}">${escapeHtml(cell.text)}</th>`;
  }
};
