import { html } from 'hono/html';
import { element, type Markup } from '../../markup.ts';

export interface TabLinksData {
  readonly label: string;
  readonly tabs: readonly {
    readonly text: string;
    readonly href: string;
    readonly current?: boolean;
    readonly count?: number;
  }[];
}

/** Views of the same list, each a page of its own. */
export const tabLinks = ({ label, tabs }: TabLinksData): Markup =>
  html`<nav class="tab-links" aria-label="${label}"><ul>${tabs.map(
    ({ text, href, current, count }) =>
      html`<li>${element('a', { href, 'aria-current': current ? 'page' : undefined }, html`${text}${count === undefined ? '' : html` <span class="tab-count">${count.toLocaleString('en-US')}</span>`}`)}</li>`,
  )}</ul></nav>`;
