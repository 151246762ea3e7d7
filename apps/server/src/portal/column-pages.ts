import { html } from 'hono/html';
import type { PublicAgencyWithNeighbours } from '../agency/index.ts';
import type { PublicCategory, PublicColumn } from '../disclosure/index.ts';
import type { PageOf } from '../platform/database/page-of.ts';
import { agencyCrumbs, agencyGuide } from './agency-pages.ts';
import type { Block } from './blocks.ts';
import { blocks } from './blocks.ts';
import { emptyState } from './component/empty-state/empty-state.ts';
import { linkList } from './component/link-list/link-list.ts';
import { pagination } from './component/pagination/pagination.ts';
import type { Markup } from './markup.ts';
import type { Page } from './page.ts';

/** Columns that one page of a list shows. */
export const columnsPerPage = 60;

const blockTitle = (column: PublicColumn): string =>
  blocks.find(({ id }) => id === column.block)?.title ?? '';

/** A column, of which nothing is published yet. */
export const columnPage = (
  {
    column,
    above,
    below,
  }: {
    readonly column: PublicColumn;
    readonly above: readonly PublicColumn[];
    readonly below: readonly PublicColumn[];
  },
  { agency, above: agenciesAbove }: PublicAgencyWithNeighbours,
): Page => ({
  title: column.name,
  current: column.block,
  width: 'text',
  listed: true,
  breadcrumb: [
    ...agencyCrumbs([...agenciesAbove, agency]),
    ...above.map(({ id, name }) => ({ label: name, href: `/columns/${id}` })),
  ],
  meta: {
    column: {
      name: column.name,
      type: blockTitle(column),
      ...(column.description ? { description: column.description } : {}),
    },
  },
  body: html`<h1>${column.name}</h1>
    <p class="lead">${agency.name} · ${blockTitle(column)}</p>
    ${column.description ? html`<p>${column.description}</p>` : ''}
    ${below.length === 0 ? '' : html`<h2>下级栏目</h2>${linkList({ columns: true, links: below.map(({ id, name }) => ({ text: name, href: `/columns/${id}` })) })}`}
    ${
      column.block === 'guide'
        ? agencyGuide(agency)
        : emptyState({
            title: '这个栏目还没有公开的信息',
            why: `属于主动公开范围的政府信息，自形成或者变更之日起 20 个工作日内公开（条例第二十六条）。急需的，可以和${agency.name}的公开工作机构联系。`,
            action: { text: '看联系方式', href: `/agencies/${agency.id}` },
          })
    }`,
});

/** Of a list in which each agency has one column, mostly of the same name: the agencies lead there. */
const oneEach = (columns: readonly PublicColumn[], commonName: string): Markup =>
  linkList({
    columns: true,
    links: columns.map(({ id, agencyName, name }) => ({
      text: agencyName,
      href: `/columns/${id}`,
      ...(name === commonName ? {} : { note: name }),
    })),
  });

/** Columns under the agency that keeps them; those of one agency stand together. */
const byAgency = (columns: readonly PublicColumn[]): readonly Markup[] => {
  const groups = new Map<string, PublicColumn[]>();
  for (const column of columns) groups.set(column.agencyId, [...(groups.get(column.agencyId) ?? []), column]);
  return [...groups].map(
    ([id, members]) =>
      html`<section aria-labelledby="agency-${id}">
        <h2 class="of-agency" id="agency-${id}"><a href="/agencies/${id}">${members[0]?.agencyName ?? ''}</a></h2>
        ${linkList({ columns: true, links: members.map((column) => ({ text: column.name, href: `/columns/${column.id}` })) })}
      </section>`,
  );
};

const listed = (
  { entries, total }: PageOf<PublicColumn>,
  page: number,
  draw: (columns: readonly PublicColumn[]) => Markup | readonly Markup[],
): Markup =>
  total === 0
    ? emptyState({ title: '还没有这样的栏目', why: '各机关设置栏目以后，会列在这里。' })
    : html`${draw(entries)}${pagination({ page, pages: Math.ceil(total / columnsPerPage), href: '?page={page}' })}`;

/** One of the statutory blocks: who keeps columns of it, and which. */
export const blockPage = (
  { id, title, description }: Block,
  columns: PageOf<PublicColumn>,
  page: number,
): Page => ({
  title,
  current: id,
  width: 'page',
  listed: true,
  breadcrumb: [],
  meta: { description, column: { name: title, type: '信息公开', description } },
  body: html`<h1>${title}</h1>
    <p class="lead">${description}</p>
    ${listed(columns, page, id === 'statutory_content' ? byAgency : (entries) => oneEach(entries, title))}`,
});

/** A category of 条例第二十条 or 第二十一条: where each agency publishes it. */
export const categoryPage = (
  category: PublicCategory,
  columns: PageOf<PublicColumn>,
  page: number,
): Page => ({
  title: category.name,
  current: 'statutory_content',
  width: 'page',
  listed: true,
  breadcrumb: [{ label: '法定主动公开内容', href: '/blocks/statutory_content' }],
  meta: { description: category.text, column: { name: category.name, type: '法定主动公开内容' } },
  body: html`<h1>${category.name}</h1>
    <p class="lead">${category.text === category.name ? '' : `${category.text}。`}${category.article}</p>
    ${listed(columns, page, (entries) => oneEach(entries, category.name))}`,
});
