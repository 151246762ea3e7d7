import {
  type Cell,
  type CellId,
  nameCell,
  type PrintedCell,
  type PrintedTable,
  statusWords,
} from '@gongkai/annual-report';
import { html } from 'hono/html';
import type { Markup } from '../portal/index.ts';
import { showValue } from './show-words.ts';

export interface FormTableOptions {
  /** Where a click on a figure leads: the page about that cell. */
  readonly cellUrl: (cell: CellId) => string;
  readonly cellOf: (cell: CellId) => Cell | undefined;
  /** What should stand in a cell instead, where a finding is sure of it. */
  readonly repairOf: (cell: CellId) => string | undefined;
  /** Numbers (from 1) of the findings that name a cell, gravest first. */
  readonly findingsOf: (cell: CellId) => readonly { readonly number: number; readonly severity: string }[];
}

/** The anchor of a cell on the page of its report. */
export const cellAnchor = (cell: CellId): string => `c-${cell}`;

const shown = (cell: Cell): Markup | string => {
  if (cell.value !== null) return showValue(cell);
  // Digits of several cells may stand in each of them: never to be taken for a figure.
  if (cell.status === 'unreadable')
    return html`<span class="unsure">${statusWords.unreadable.name}</span>${cell.raw === '' ? '' : html`<small class="remark">${cell.raw}</small>`}`;
  if (cell.raw !== '') return cell.raw;
  return html`<span class="unseen">${statusWords[cell.status].name}</span>`;
};

const figure = (printed: PrintedCell, table: string, options: FormTableOptions): Markup => {
  const id = printed.cell as CellId;
  const cell = options.cellOf(id) ?? ({ value: null, raw: '', status: 'absent', place: null } satisfies Cell);
  const findings = options.findingsOf(id);
  const classes = ['figure', cell.status];
  if (cell.value === '0') classes.push('zero');
  if (cell.value === null && cell.status === 'printed') classes.push('word');
  const [first] = findings;
  const repair = options.repairOf(id);
  if (first) classes.push('flagged', first.severity);
  const headers = (printed.headers ?? []).map((key) => `${table}-${key}`).join(' ');
  const flag = first
    ? html`<a class="flag" href="#finding-${first.number}" aria-label="发现 ${first.number}，${nameCell(id)}">${first.number}</a>`
    : '';
  return html`<td id="${cellAnchor(id)}" class="${classes.join(' ')}" colspan="${printed.columnSpan}" rowspan="${printed.rowSpan}" headers="${headers}"><a class="value" href="${options.cellUrl(id)}">${shown(cell)}${cell.remark ? html`<small class="remark">${cell.remark}</small>` : ''}${repair === undefined ? '' : html`<small class="fix">应为 ${showValue({ value: repair })}</small>`}</a>${flag}</td>`;
};

const named = (printed: PrintedCell, table: string): Markup => {
  const key = `${table}-${printed.key}`;
  if (printed.role === 'corner')
    return html`<td id="${key}" class="corner" colspan="${printed.columnSpan}" rowspan="${printed.rowSpan}">${printed.text}</td>`;
  return html`<th id="${key}" class="${printed.role} column-${printed.column}" colspan="${printed.columnSpan}" rowspan="${printed.rowSpan}">${printed.text}</th>`;
};

/** A statutory table as the form prints it; every figure leads to where it was read, every flag to its finding. */
export const formTable = (printed: PrintedTable, options: FormTableOptions): Markup => {
  const rows = (list: readonly (readonly PrintedCell[])[]): Markup =>
    html`${list.map(
      (row) =>
        html`<tr>${row.map((cell) => (cell.role === 'figure' ? figure(cell, printed.id, options) : named(cell, printed.id)))}</tr>`,
    )}`;
  return html`<section class="frame" tabindex="0" aria-label="${printed.title}">
    <table class="form ${printed.id}">
      <caption>${printed.title}</caption>
      <colgroup>${printed.widths.map((width) => html`<col width="${(width * 100).toFixed(2)}%">`)}</colgroup>
      ${printed.headRows > 0 ? html`<thead>${rows(printed.rows.slice(0, printed.headRows))}</thead>` : ''}
      <tbody>${rows(printed.rows.slice(printed.headRows))}</tbody>
    </table>
  </section>`;
};
