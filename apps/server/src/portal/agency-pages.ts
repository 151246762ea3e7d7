import type { AgencyEntry, PublicAgency } from '@gongkai/contract';
import { html } from 'hono/html';
import type { PublicAgencyWithNeighbours } from '../agency/index.ts';
import type { PublicColumn } from '../disclosure/index.ts';
import { agencyGroups } from './agency-groups.ts';
import { blocks } from './blocks.ts';
import { agencyCards } from './component/agency-cards/agency-cards.ts';
import { button } from './component/button/button.ts';
import { emptyState } from './component/empty-state/empty-state.ts';
import { linkList } from './component/link-list/link-list.ts';
import { summaryList } from './component/summary-list/summary-list.ts';
import type { Markup } from './markup.ts';
import type { Crumb, Page } from './page.ts';

const agenciesCrumb: Crumb = { label: '公开机关', href: '/agencies' };

/** The way down to something of an agency: the list of agencies, then those above it. */
export const agencyCrumbs = (above: readonly AgencyEntry[]): readonly Crumb[] => [
  agenciesCrumb,
  ...above.map(({ id, name }) => ({ label: name, href: `/agencies/${id}` })),
];

/** All agencies directly below the government. */
export const agenciesPage = ({ agency, below }: PublicAgencyWithNeighbours): Page => ({
  title: '公开机关',
  current: 'agencies',
  width: 'page',
  listed: true,
  breadcrumb: [],
  meta: { column: { name: '公开机关', type: '信息公开' } },
  body: html`<h1>公开机关</h1>
    <p class="lead">${agency.name}和它的 ${below.length} 个下级机关，各自公开自己制作、保存的政府信息（条例第十条）。</p>
    <section aria-labelledby="agencies-root">
      <h2 id="agencies-root">本级人民政府</h2>
      ${agencyCards({ agencies: [{ name: agency.name, href: `/agencies/${agency.id}`, ...(agency.phone ? { note: agency.phone } : {}) }] })}
    </section>
    ${agencyGroups(below, 2)}`,
});

const isBlockItself = (column: PublicColumn): boolean =>
  blocks.some(({ id, title }) => id === column.block && title === column.name);

/** Columns that are a whole block come first; the others stand under the name of theirs. */
const columnLists = (columns: readonly PublicColumn[]): readonly Markup[] => {
  const whole = columns.filter(isBlockItself);
  const first = linkList({
    columns: true,
    links: whole.map(({ id, name }) => ({ text: name, href: `/columns/${id}` })),
  });
  return [
    ...(whole.length === 0 ? [] : [first]),
    ...blockSections(columns.filter((column) => !isBlockItself(column))),
  ];
};

const blockSections = (columns: readonly PublicColumn[]): readonly Markup[] =>
  blocks.flatMap(({ id, title }) => {
    const members = columns.filter(({ block }) => block === id);
    if (members.length === 0) return [];
    const nameOf = new Map(members.map((column) => [column.id, column.name]));
    return [
      html`<section aria-labelledby="block-${id}">
        <h3 id="block-${id}">${title}</h3>
        ${linkList({
          columns: true,
          links: members.map(({ id: column, name, parentId }) => ({
            text: name,
            href: `/columns/${column}`,
            ...(parentId && nameOf.has(parentId) ? { note: nameOf.get(parentId) ?? '' } : {}),
          })),
        })}
      </section>`,
    ];
  });

/** 条例第十二条第二款: what the guide says of the working body. */
export const agencyGuide = (agency: PublicAgency): Markup =>
  summaryList({
    entries: [
      { label: '工作机构', value: agency.workingBody },
      { label: '办公地址', value: agency.address },
      { label: '办公时间', value: agency.officeHours },
      { label: '联系电话', value: agency.phone },
      { label: '传真', value: agency.fax },
      { label: '电子邮箱', value: agency.email },
      { label: '统一社会信用代码', value: agency.creditCode },
    ],
  });

/** One agency: its guide (条例第十二条第二款) and its columns. */
export const agencyPage = (
  { agency, above, below }: PublicAgencyWithNeighbours,
  columns: readonly PublicColumn[],
  apply?: string,
): Page => ({
  title: agency.name,
  current: 'agencies',
  width: 'page',
  listed: true,
  breadcrumb: agencyCrumbs(above),
  meta: {
    description: `${agency.name}的政府信息公开指南和栏目。`,
    column: { name: agency.name, type: '政府信息公开指南' },
  },
  body: html`<h1>${agency.name}</h1>
    <div class="agency-columns">
      <section aria-labelledby="agency-guide">
        <h2 id="agency-guide">公开指南</h2>
        ${agencyGuide(agency)}
        ${apply ? html`<p>${button({ text: '向本机关申请', href: apply, kind: 'main' })}</p>` : ''}
      </section>
      <section aria-labelledby="agency-columns">
        <h2 id="agency-columns">栏目</h2>
        ${
          columns.length === 0
            ? emptyState({
                title: '这个机关还没有设置栏目',
                why: '需要它的信息，可以按公开指南上的电话、地址和它的工作机构联系。',
              })
            : columnLists(columns)
        }
      </section>
    </div>
    ${
      below.length === 0
        ? ''
        : html`<section aria-labelledby="agency-below"><h2 id="agency-below">下级机关</h2>${agencyGroups(below)}</section>`
    }`,
});
