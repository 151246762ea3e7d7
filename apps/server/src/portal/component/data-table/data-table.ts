import { html } from 'hono/html';
import { type Content, element, joined, type Markup } from '../../markup.ts';

export interface DataTableColumn {
  readonly label: string;
  /** Figures stand at the right. */
  readonly numeric?: boolean;
  /** Where a click on the head sorts by it, and how the table is sorted by it now. */
  readonly sort?: { readonly href: string; readonly now?: 'ascending' | 'descending' };
}

export interface DataTableData {
  readonly caption: string;
  /** The caption is for those who don't see the heading above the table. */
  readonly quietCaption?: boolean;
  readonly columns: readonly DataTableColumn[];
  /** The first cell of a row names it. Null is blank and shown so; a figure 0 is 0. */
  readonly rows: readonly (readonly (Content | null)[])[];
  /** Said when there are no rows: why, and what to do. */
  readonly empty?: string;
}

const signs = { ascending: '↑', descending: '↓' } as const;

const head = ({ label, numeric, sort }: DataTableColumn): Markup =>
  element(
    'th',
    { scope: 'col', class: numeric && 'numeric', 'aria-sort': sort?.now },
    sort
      ? html`<a href="${sort.href}">${label}${sort.now ? html` <span aria-hidden="true">${signs[sort.now]}</span>` : ''}</a>`
      : label,
  );

const cell = (column: DataTableColumn, value: Content | null): Markup =>
  element(
    'td',
    {
      class: joined(column.numeric && 'numeric', value === null && 'blank', value === 0 && 'zero'),
      'data-head': column.label,
    },
    value === null
      ? html`<span class="unseen">空白</span>`
      : typeof value === 'number'
        ? value.toLocaleString('en-US')
        : value,
  );

/** A dense table; on a phone each row becomes a card. */
export const dataTable = ({ caption, quietCaption, columns, rows, empty }: DataTableData): Markup => {
  if (rows.length === 0 && empty) return html`<p class="empty">${empty}</p>`;
  const [first, ...others] = columns;
  return html`<table class="data-table">
      ${element('caption', { class: quietCaption && 'unseen' }, caption)}
      <thead><tr>${columns.map(head)}</tr></thead>
      <tbody>${rows.map(
        (row) =>
          html`<tr>${element('th', { scope: 'row', class: first?.numeric && 'numeric' }, row[0] ?? '')}${others.map((column, at) => cell(column, row[at + 1] ?? null))}</tr>`,
      )}</tbody>
    </table>`;
};
