import { html } from 'hono/html';
import type { Content, Markup } from '../../markup.ts';

export interface SummaryListData {
  readonly entries: readonly {
    readonly label: string;
    /** Null: not known; shown as such, never left empty. */
    readonly value: Content | null;
  }[];
}

/** Labels and their values: the facts of an agency, of an application. */
export const summaryList = ({ entries }: SummaryListData): Markup =>
  html`<dl class="summary-list">${entries.map(
    ({ label, value }) =>
      html`<div><dt>${label}</dt><dd>${value === null || value === '' ? html`<span class="none">未提供</span>` : value}</dd></div>`,
  )}</dl>`;
