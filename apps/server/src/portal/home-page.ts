import { html } from 'hono/html';
import type { PublicAgencyWithNeighbours } from '../agency/index.ts';
import type { PublicCategory } from '../disclosure/index.ts';
import { agencyGroups } from './agency-groups.ts';
import { blocks } from './blocks.ts';
import { blockList } from './component/block-list/block-list.ts';
import { linkList } from './component/link-list/link-list.ts';
import { searchBox } from './component/search-box/search-box.ts';
import { summaryList } from './component/summary-list/summary-list.ts';
import type { Markup } from './markup.ts';
import type { Page } from './page.ts';
import type { Site } from './site.ts';

/** A service that an area offers on the home page. */
export interface Service {
  readonly title: string;
  readonly href: string;
  /** What one can do there, in one sentence. */
  readonly description: string;
  /** It is one of the blocks that the law asks for: 依申请公开. */
  readonly isBlock?: boolean;
}

const contact = ({ agency }: PublicAgencyWithNeighbours): Markup =>
  html`<section aria-labelledby="home-contact">
      <h2 id="home-contact">联系公开机构</h2>
      ${summaryList({
        entries: [
          { label: '工作机构', value: agency.workingBody },
          { label: '电话', value: agency.phone },
          { label: '地址', value: agency.address },
          { label: '办公时间', value: agency.officeHours },
        ].filter(({ value }) => value),
      })}
      <p><a href="/agencies/${agency.id}">${agency.name}的公开指南和栏目</a></p>
    </section>`;

const services = (all: readonly Service[]): Markup | string =>
  all.length === 0
    ? ''
    : html`<section aria-labelledby="home-services">
      <h2 id="home-services">服务</h2>
      ${all.map(({ title, href, description }) => html`<p class="service"><a href="${href}">${title}</a><span>${description}</span></p>`)}
    </section>`;

const groups = [
  { id: 'article20', title: null },
  { id: 'article21', title: '市、县级人民政府及其部门还应公开' },
  { id: 'article21Township', title: '乡镇人民政府还应公开' },
] as const;

/** Categories as the regulation groups them: those of 条例第二十条 for everybody, then what 第二十一条 adds. */
const categoryLists = (categories: readonly PublicCategory[]): readonly Markup[] =>
  groups.flatMap(({ id: group, title }) => {
    const members = categories.filter((category) => category.group === group);
    if (members.length === 0) return [];
    return [
      html`${title ? html`<h3>${title}</h3>` : ''}${linkList({
        columns: true,
        links: members.map(({ id, name }) => ({ text: name, href: `/categories/${id}` })),
      })}`,
    ];
  });

/** What a visitor sees first: search, the statutory blocks, the categories of Art. 20, the agencies. */
export const homePage = (
  site: Site,
  root: PublicAgencyWithNeighbours | null,
  categories: readonly PublicCategory[],
  offered: readonly Service[],
): Page => ({
  title: site.name,
  current: 'home',
  width: 'page',
  listed: true,
  ownSearch: true,
  meta: {
    description: `${site.name}政府信息公开专栏：公开指南、公开制度、法定主动公开内容、公开年报和依申请公开。`,
    column: { name: '政府信息公开', type: '信息公开' },
  },
  body: html`<div class="home-search">
      <h1>政府信息公开</h1>
      <p class="lead">查找${site.name}及所属机关公开的政府信息。</p>
      ${searchBox({ id: 'home-search', action: '/search', label: '搜索政府信息', hint: '可以输入机关、栏目的名称或者其中的几个字。', large: true })}
    </div>
    ${blockList({
      level: 2,
      blocks: [...blocks, ...offered.filter(({ isBlock }) => isBlock)].map(
        ({ title, href, description }) => ({
          title,
          href,
          description,
        }),
      ),
    })}
    <div class="home-columns">
      <section aria-labelledby="home-categories">
        <h2 id="home-categories">法定主动公开内容</h2>
        ${
          categories.length === 0
            ? html`<p class="empty">还没有设置主动公开的栏目。</p>`
            : categoryLists(categories)
        }
      </section>
      <div class="home-aside">
        ${services(offered.filter(({ isBlock }) => !isBlock))}
        ${root ? contact(root) : ''}
      </div>
    </div>
    ${
      root && root.below.length > 0
        ? html`<section class="home-agencies" aria-labelledby="home-agencies"><h2 id="home-agencies">公开机关</h2>${agencyGroups(root.below)}</section>`
        : ''
    }`,
});
