import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Hono } from 'hono';
import { newId } from '../apps/server/src/platform/database/new-id.ts';
import type { Db } from '../apps/server/src/platform/database/open-database.ts';
import { openHttpServer } from '../apps/server/src/platform/http-server.ts';
import { securityHeaders } from '../apps/server/src/platform/security-headers.ts';
import {
  createPortal,
  demonstrationSite,
  type ErrorStatus,
  openPortalAssets,
  portalNavigation,
  portalRoutes,
} from '../apps/server/src/portal/index.ts';
import { publicDirectory } from '../apps/server/src/public-directory.ts';
import { openTestDatabase } from '../apps/server/src/test-database-kit.ts';
import { needs } from '../tools/system-package.ts';
import { axeViolations, listen, openBrowser, openPage, overflowOf, type RunningServer } from './browser.ts';
import { htmlFaults } from './html-faults.ts';

const skip = needs('chromium');
const longName =
  '云山区住房和城乡建设局（云山区人民防空办公室、云山区房屋征收与补偿管理办公室、云山区物业管理服务中心）';
const errors: readonly ErrorStatus[] = [403, 404, 413, 429, 500, 503];

let browser: Awaited<ReturnType<typeof openBrowser>>;
let server: RunningServer;
let paths: Readonly<Record<string, string>> = {};

const seed = async (db: Db): Promise<void> => {
  const [root, department, township, column, below] = Array.from({ length: 5 }, () => newId(0));
  const agency = { region_code: '000000', phone: '0000-8123456', address: '云山大道 18 号'.repeat(8) };
  await db
    .insertInto('agency')
    .values([
      { ...agency, id: root as string, kind: 'government', name: '云山区人民政府', short_name: '区政府' },
      {
        ...agency,
        id: department as string,
        parent_id: root,
        kind: 'department',
        name: longName,
        short_name: '住建局',
      },
      {
        ...agency,
        id: township as string,
        parent_id: root,
        kind: 'township',
        name: '白石镇人民政府',
        short_name: '白石镇',
      },
    ])
    .execute();
  const own = { agency_id: department as string, block: 'statutory_content', category: 'budgets' } as const;
  await db
    .insertInto('disclosure_column')
    .values([
      { ...own, id: column as string, name: '财政预算、决算', description: longName.repeat(3) },
      { ...own, id: below as string, name: longName, parent_id: column },
      ...Array.from({ length: 70 }, (_, at) => ({ ...own, id: newId(0), name: `决算 ${at}` })),
    ])
    .execute();
  paths = {
    home: '/',
    agencies: '/agencies',
    government: `/agencies/${root}`,
    department: `/agencies/${department}`,
    township: `/agencies/${township}`,
    column: `/columns/${column}`,
    'column below another': `/columns/${below}`,
    block: '/blocks/statutory_content?page=2',
    'empty block': '/blocks/rules',
    category: '/categories/budgets',
    'search page': '/search',
    'what was found': `/search?q=${encodeURIComponent('决算')}`,
    'nothing found': `/search?q=${encodeURIComponent('云'.repeat(100))}`,
    ...Object.fromEntries(errors.map((status) => [`error ${status}`, `/error/${status}`])),
  };
};

before(async () => {
  if (skip) return;
  const { db } = await openTestDatabase();
  await seed(db);
  const assets = openPortalAssets([]);
  const portal = createPortal({
    site: { ...demonstrationSite, idCode: '0000000001' },
    assets,
    navigation: portalNavigation,
  });
  const app = new Hono();
  app.use(securityHeaders);
  app.get('/assets/*', assets.serve);
  app.route('/', portalRoutes({ portal, directory: publicDirectory(db), services: [] }));
  for (const status of errors) app.get(`/error/${status}`, (c) => c.html(portal.renderError(status)));
  browser = await openBrowser();
  server = await listen(openHttpServer(app.fetch, '127.0.0.1', 0));
});
after(async () => {
  await browser?.close();
  await server?.close();
});

test('every page of the portal is a valid document without styles or scripts of its own', {
  skip,
}, async () => {
  for (const [name, path] of Object.entries(paths)) {
    const text = await (await fetch(server.url + path)).text();
    assert.deepEqual(await htmlFaults(text), [], name);
    assert.ok(!text.includes('<script'), name);
  }
});

const viewports = {
  'a desk': { width: 1280, height: 900 },
  'a phone': { width: 390, height: 844 },
  'a desk at 200 %': { width: 640, height: 450 },
} as const;

for (const [where, viewport] of Object.entries(viewports))
  test(`every page of the portal fits ${where} with the longest names, and axe finds no fault in it`, {
    skip,
  }, async () => {
    const complaints: string[] = [];
    const page = await openPage(browser, viewport, complaints, { javaScriptEnabled: true });
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(server.url + path);
      assert.equal(await overflowOf(page), 0, name);
      if (where !== 'a desk at 200 %') assert.deepEqual(await axeViolations(page), [], name);
    }
    assert.deepEqual(complaints, []);
  });

test('on a phone, the menu opens without a script and leads to the agencies', { skip }, async () => {
  const page = await openPage(browser, viewports['a phone'], [], { javaScriptEnabled: false });
  await page.goto(server.url);
  await page.getByText('菜单').click();
  await page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: '公开机关' }).click();
  await page.getByRole('heading', { level: 1, name: '公开机关' }).waitFor();
});

test('in high contrast, the current entry of the navigation is still marked', { skip }, async () => {
  const page = await openPage(browser, viewports['a desk'], []);
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${server.url}/agencies`);
  const entries = page.locator('.site-nav a');
  const edges = await entries.evaluateAll((links) =>
    links.map((link: object) => {
      const style = (
        globalThis as unknown as { getComputedStyle: (element: object) => { borderBottomColor: string } }
      ).getComputedStyle(link);
      return style.borderBottomColor;
    }),
  );
  assert.equal(new Set(edges).size, 2);
});

test('a page of an agency prints its guide without the screen around it', { skip }, async () => {
  const page = await openPage(browser, viewports['a desk'], []);
  await page.goto(`${server.url}${paths.department}`);
  await page.emulateMedia({ media: 'print' });
  for (const selector of ['.site-header', '.site-footer', '.breadcrumb'])
    assert.equal(await page.locator(selector).isVisible(), false, selector);
  assert.equal(await page.getByRole('heading', { name: '公开指南' }).isVisible(), true);
});
