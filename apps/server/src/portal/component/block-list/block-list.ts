import { html } from 'hono/html';
import type { Markup } from '../../markup.ts';

export interface BlockListData {
  readonly blocks: readonly {
    readonly title: string;
    readonly href: string;
    /** What one finds there, in one sentence. */
    readonly description: string;
  }[];
  /** Level of the headings, after that of the section. */
  readonly level?: 2 | 3;
}

/** The statutory blocks of the column 政府信息公开 (国办公开办函〔2019〕61号). */
export const blockList = ({ blocks, level = 3 }: BlockListData): Markup =>
  html`<ul class="block-list">${blocks.map(
    ({ title, href, description }) =>
      html`<li>${level === 2 ? html`<h2><a href="${href}">${title}</a></h2>` : html`<h3><a href="${href}">${title}</a></h3>`}<p>${description}</p></li>`,
  )}</ul>`;
