import { html } from 'hono/html';
import type { Markup } from '../../markup.ts';

export interface LinkListData {
  readonly links: readonly {
    readonly text: string;
    readonly href: string;
    /** Behind the link, in second ink: an agency, a number of items. */
    readonly note?: string;
    /** At the right, 2026-03-16. */
    readonly date?: string;
  }[];
  /** In as many columns as there is room for, for short names. */
  readonly columns?: boolean;
}

/** Links one under the other: what was published lately, the columns of an agency. */
export const linkList = ({ links, columns }: LinkListData): Markup =>
  html`<ul class="link-list${columns ? ' in-columns' : ''}">${links.map(
    ({ text, href, note, date }) =>
      html`<li><span class="link-words"><a href="${href}">${text}</a>${note ? html` <span class="note">${note}</span>` : ''}</span>${date ? html`<time datetime="${date}">${date}</time>` : ''}</li>`,
  )}</ul>`;
