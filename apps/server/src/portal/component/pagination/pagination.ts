import { html } from 'hono/html';
import type { Markup } from '../../markup.ts';

export interface PaginationData {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** The address of a page, with `{page}` where its number stands. */
  readonly href: string;
  /** What is turned over, when a page has several lists. */
  readonly label?: string;
}

/** Pages that have a link of their own: the first, the last, and those around the current one. */
const linked = (page: number, pages: number): readonly number[] =>
  [...new Set([1, page - 1, page, page + 1, pages])]
    .filter((one) => one >= 1 && one <= pages)
    .sort((a, b) => a - b);

/** Turns the pages of a list; nothing where there is one page only. */
export const pagination = ({ page, pages, href, label = '翻页' }: PaginationData): Markup => {
  if (pages < 2) return html``;
  const to = (number: number): string => href.replace('{page}', String(number));
  const numbers = linked(page, pages);
  return html`<nav class="pagination" aria-label="${label}">
      <p>第 ${page} 页，共 ${pages} 页</p>
      <ul>
        ${page > 1 ? html`<li><a href="${to(page - 1)}" rel="prev">上一页</a></li>` : ''}
        ${numbers.map((number, at) => {
          const gap = at > 0 && number - (numbers[at - 1] ?? 0) > 1;
          return html`${gap ? html`<li class="gap" aria-hidden="true">…</li>` : ''}<li>${
            number === page
              ? html`<a href="${to(number)}" aria-current="page" aria-label="第 ${number} 页">${number}</a>`
              : html`<a href="${to(number)}" aria-label="第 ${number} 页">${number}</a>`
          }</li>`;
        })}
        ${page < pages ? html`<li><a href="${to(page + 1)}" rel="next">下一页</a></li>` : ''}
      </ul>
    </nav>`;
};
