import { type Context, Hono } from 'hono';
import type { Slice } from '../platform/database/page-of.ts';
import { agenciesPage, agencyPage } from './agency-pages.ts';
import { blocks, findBlock } from './blocks.ts';
import { blockPage, categoryPage, columnPage, columnsPerPage } from './column-pages.ts';
import type { PublicDirectory } from './directory.ts';
import { homePage, type Service } from './home-page.ts';
import type { NavigationEntry, Page } from './page.ts';
import type { Portal } from './portal.ts';
import { resultsPerPage, searchPage } from './search-page.ts';
import { addressesPerFile, siteMapFile, siteMapIndex, startsOf } from './site-map.ts';

export interface PortalParts {
  readonly portal: Portal;
  readonly directory: PublicDirectory;
  /** What the areas offer on the home page. */
  readonly services: readonly Service[];
  /** Where an application to an agency begins; none where nobody takes applications. */
  readonly applyTo?: (agencyId: string) => string;
}

/** The portal's own entries of the navigation; those of the areas follow. */
export const portalNavigation: readonly NavigationEntry[] = [
  { id: 'home', href: '/', label: '首页' },
  { id: 'statutory_content', href: '/blocks/statutory_content', label: '法定主动公开内容' },
  { id: 'annual_reports', href: '/blocks/annual_reports', label: '政府信息公开年报' },
  { id: 'agencies', href: '/agencies', label: '公开机关' },
];

const id = ':id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}';

/** Pages that a list can be turned to; beyond that nobody reads, and skipping costs the database. */
const lastPage = 1000;

/** `?page=3` → 3; 1 for what is no page. */
const pageOf = (c: Context): number => {
  const text = c.req.query('page') ?? '';
  return /^[1-9]\d{0,3}$/.test(text) ? Math.min(lastPage, Number(text)) : 1;
};

const sliceOf = (page: number, size: number): Slice => ({ skip: (page - 1) * size, size });

/** What was typed into the box: blanks made one, at most as long as the box takes. */
const queryOf = (c: Context): string =>
  [...(c.req.query('q') ?? '').replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()].slice(0, 100).join('');

/** The public pages that belong to no area: home, agencies, columns, search, site map. */
export const portalRoutes = ({ portal, directory, services, applyTo }: PortalParts): Hono => {
  const app = new Hono();

  // A minute between balancer and browser takes the load off a page that everybody opens.
  const show = (c: Context, page: Page) =>
    c.html(portal.render(page), 200, { 'Cache-Control': 'public, max-age=60' });
  const nothing = (c: Context) => c.html(portal.renderError(404), 404);

  app.get('/', async (c) => {
    const [root, categories] = await Promise.all([directory.root(), directory.categories()]);
    return show(
      c,
      homePage(
        portal.site,
        root,
        categories.filter(({ isKept }) => isKept),
        services,
      ),
    );
  });

  app.get('/agencies', async (c) => {
    const root = await directory.root();
    return root ? show(c, agenciesPage(root)) : nothing(c);
  });

  app.get(`/agencies/${id}`, async (c) => {
    const found = await directory.agency(c.req.param('id'));
    if (!found) return nothing(c);
    const { id: agencyId } = found.agency;
    return show(c, agencyPage(found, await directory.columnsOfAgency(agencyId), applyTo?.(agencyId)));
  });

  app.get(`/columns/${id}`, async (c) => {
    const found = await directory.column(c.req.param('id'));
    const agency = found && (await directory.agency(found.column.agencyId));
    return agency ? show(c, columnPage(found, agency)) : nothing(c);
  });

  app.get('/blocks/:block', async (c) => {
    const block = findBlock(c.req.param('block'));
    if (!block) return nothing(c);
    const page = pageOf(c);
    const columns = await directory.columnsOfBlock(block.id, sliceOf(page, columnsPerPage));
    return columns.entries.length === 0 && page > 1 ? nothing(c) : show(c, blockPage(block, columns, page));
  });

  app.get('/categories/:category', async (c) => {
    const category = (await directory.categories()).find((one) => one.id === c.req.param('category'));
    if (!category) return nothing(c);
    const page = pageOf(c);
    const columns = await directory.columnsOfCategory(category.id, sliceOf(page, columnsPerPage));
    return columns.entries.length === 0 && page > 1
      ? nothing(c)
      : show(c, categoryPage(category, columns, page));
  });

  app.get('/search', async (c) => {
    const query = queryOf(c);
    if (query === '') return show(c, searchPage(null));
    const page = pageOf(c);
    const none = { entries: [], total: 0 };
    const [agencies, columns] = await Promise.all([
      page === 1 ? directory.findAgencies(query, sliceOf(1, resultsPerPage)) : none,
      directory.findColumns(query, sliceOf(page, resultsPerPage)),
    ]);
    if (page > 1 && columns.entries.length === 0) return nothing(c);
    return show(c, searchPage({ query, page, agencies, columns }));
  });

  const origin = (): string => `https://${portal.site.domain}`;
  const xml = (c: Context, text: string) =>
    c.body(text, 200, {
      'Content-Type': 'application/xml; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    });
  const kinds = { agencies: directory.agencyIds, columns: directory.columnIds } as const;

  app.get('/robots.txt', (c) =>
    c.text(
      `User-agent: *\nDisallow: /apply/\nDisallow: /track\nDisallow: /check\nDisallow: /search\nSitemap: ${origin()}/sitemap.xml\n`,
      200,
      {
        'Cache-Control': 'public, max-age=3600',
      },
    ),
  );

  app.get('/sitemap.xml', async (c) => {
    const files = await Promise.all(
      (['agencies', 'columns'] as const).map(async (kind) =>
        (await startsOf(kinds[kind])).map((after) => `/sitemap-${kind}.xml${after ? `?after=${after}` : ''}`),
      ),
    );
    return xml(c, siteMapIndex(origin(), ['/sitemap-pages.xml', ...files.flat()]));
  });

  app.get('/sitemap-pages.xml', async (c) => {
    const categories = (await directory.categories()).filter(({ isKept }) => isKept);
    const paths = [
      '/',
      '/agencies',
      ...blocks.map(({ href }) => href),
      ...categories.map((category) => `/categories/${category.id}`),
      ...services.map(({ href }) => href),
    ];
    return xml(c, siteMapFile(origin(), paths));
  });

  for (const kind of ['agencies', 'columns'] as const)
    app.get(`/sitemap-${kind}.xml`, async (c) => {
      const after = c.req.query('after') ?? null;
      if (after !== null && !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(after)) return nothing(c);
      const ids = await kinds[kind](after, addressesPerFile);
      return xml(
        c,
        siteMapFile(
          origin(),
          ids.map((one) => `/${kind}/${one}`),
        ),
      );
    });

  return app;
};
