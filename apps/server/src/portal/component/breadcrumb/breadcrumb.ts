import { html } from 'hono/html';
import type { Markup } from '../../markup.ts';
import type { Crumb } from '../../page.ts';

export interface BreadcrumbData {
  /** From the home page down to the page above this one. */
  readonly crumbs: readonly Crumb[];
  readonly current: string;
}

/** 当前位置: the way from the home page to this one. */
export const breadcrumb = ({ crumbs, current }: BreadcrumbData): Markup =>
  html`<nav class="breadcrumb" aria-label="当前位置"><ol>${crumbs.map(
    ({ label, href }) => html`<li><a href="${href}">${label}</a></li>`,
  )}<li aria-current="page">${current}</li></ol></nav>`;
