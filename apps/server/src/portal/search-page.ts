import type { PublicAgency } from '@gongkai/contract';
import { html } from 'hono/html';
import type { PublicColumn } from '../disclosure/index.ts';
import type { PageOf } from '../platform/database/page-of.ts';
import { emptyState } from './component/empty-state/empty-state.ts';
import { linkList } from './component/link-list/link-list.ts';
import { pagination } from './component/pagination/pagination.ts';
import { searchBox } from './component/search-box/search-box.ts';
import type { Markup } from './markup.ts';
import type { Page } from './page.ts';

/** Columns that one page of results shows; agencies stand on the first page, as many at most. */
export const resultsPerPage = 20;

export interface SearchResults {
  readonly query: string;
  readonly page: number;
  readonly agencies: PageOf<PublicAgency>;
  readonly columns: PageOf<PublicColumn>;
}

const agencyResults = ({ entries, total }: PageOf<PublicAgency>): Markup | string =>
  total === 0
    ? ''
    : html`<section aria-labelledby="found-agencies">
      <h2 id="found-agencies">机关 <span class="total">${total}</span></h2>
      ${linkList({ links: entries.map(({ id, name, phone }) => ({ text: name, href: `/agencies/${id}`, ...(phone ? { note: phone } : {}) })) })}
      ${total > entries.length ? html`<p class="hint">只列出前 ${entries.length} 个，请多写几个字。</p>` : ''}
    </section>`;

const columnResults = ({ query, page, columns: { entries, total } }: SearchResults): Markup | string =>
  total === 0
    ? ''
    : html`<section aria-labelledby="found-columns">
      <h2 id="found-columns">栏目 <span class="total">${total}</span></h2>
      ${linkList({ links: entries.map(({ id, name, agencyName }) => ({ text: name, href: `/columns/${id}`, note: agencyName })) })}
      ${pagination({ page, pages: Math.ceil(total / resultsPerPage), href: `/search?q=${encodeURIComponent(query)}&page={page}` })}
    </section>`;

/** What was found; before anything was asked, what can be. */
export const searchPage = (results: SearchResults | null): Page => {
  const { query } = results ?? { query: '' };
  const total = results ? results.agencies.total + results.columns.total : 0;
  return {
    title: query ? `“${query}”的搜索结果` : '搜索',
    width: 'text',
    ownSearch: true,
    breadcrumb: [],
    body: html`<h1>搜索</h1>
      ${searchBox({ id: 'search', action: '/search', label: '搜索政府信息', query, large: true, hint: '可以输入机关、栏目的名称或者其中的几个字。' })}
      ${
        results === null
          ? ''
          : total === 0
            ? emptyState({
                title: `没有找到“${query}”`,
                why: '请换一个词，或者少写几个字再试；也可以从公开机关的名单里查找。',
                action: { text: '看公开机关', href: '/agencies' },
              })
            : html`${agencyResults(results.agencies)}${columnResults(results)}`
      }`,
  };
};
