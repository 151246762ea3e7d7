import type { PublicAgency } from '@gongkai/contract';
import { html } from 'hono/html';
import type { PageOf } from '../../platform/database/page-of.ts';
import { agencyCards, emptyState, type Page, pagination, searchBox, steps } from '../../portal/index.ts';

/** Agencies that one page of the list shows. */
export const agenciesPerPage = 60;

/** The way from the choice of the agency to the receipt. */
export const applicationSteps = (current: 1 | 2 | 3 | 4, agencyId = '') =>
  steps({
    label: '申请的步骤',
    current,
    steps: [
      { text: '选择机关', ...(current < 4 ? { href: '/apply/agencies' } : {}) },
      { text: '填写', ...(current < 4 ? { href: `/apply/form${agencyId && `?agency=${agencyId}`}` } : {}) },
      { text: '核对' },
      { text: '提交' },
    ],
  });

export const applyCrumb = { label: '依申请公开', href: '/apply' } as const;

/** To which agency? By name, or from the list. */
export const chooseAgencyPage = (
  query: string,
  { entries, total }: PageOf<PublicAgency>,
  page: number,
): Page => ({
  title: '选择机关',
  width: 'page',
  ownSearch: true,
  breadcrumb: [applyCrumb],
  body: html`<h1>向哪个机关申请</h1>
    ${applicationSteps(1)}
    <p class="lead">信息是谁制作的，就向谁申请；拿不准的，选您觉得最可能的。不归它管的，它会告诉您该向谁申请。</p>
    ${searchBox({ id: 'agency-search', action: '/apply/agencies', label: '查找机关', query, large: true, hint: '输入名称中的几个字，如“民政”“住建”。' })}
    ${
      total === 0
        ? emptyState({
            title: `没有名称中有“${query}”的机关`,
            why: '请换一个词，或者少写几个字；也可以看全部机关。',
            action: { text: '看全部机关', href: '/apply/agencies' },
          })
        : html`<h2>${query ? `名称中有“${query}”的机关` : '全部机关'} <span class="total">${total}</span></h2>
          ${agencyCards({ agencies: entries.map(({ id, name, phone }) => ({ name, href: `/apply/form?agency=${id}`, ...(phone ? { note: phone } : {}) })) })}
          ${pagination({ page, pages: Math.ceil(total / agenciesPerPage), href: `/apply/agencies?${query ? `q=${encodeURIComponent(query)}&` : ''}page={page}` })}`
    }`,
});
