import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Hono } from 'hono';
import { newId } from '../platform/database/new-id.ts';
import type { Db } from '../platform/database/open-database.ts';
import { publicDirectory } from '../public-directory.ts';
import { openTestDatabase } from '../test-database-kit.ts';
import {
  createPortal,
  demonstrationSite,
  openPortalAssets,
  portalNavigation,
  portalRoutes,
  readSite,
} from './index.ts';

let db: Db;
let app: Hono;
const ids = new Map<string, string>();
/** The id of an agency by its name, of a column by its agency's and its own. */
const idOf = (name: string): string => ids.get(name) ?? '';

const addAgency = async (
  name: string,
  kind: 'government' | 'department' | 'township',
  parent: string | null,
  more: { readonly phone?: string; readonly sort?: number; readonly closed_on?: string } = {},
): Promise<void> => {
  const id = newId(0);
  ids.set(name, id);
  await db
    .insertInto('agency')
    .values({
      id,
      parent_id: parent && idOf(parent),
      kind,
      name,
      short_name: name,
      region_code: '000000',
      ...more,
    })
    .execute();
};

const addColumn = async (
  agency: string,
  name: string,
  more: {
    readonly block?: 'guide' | 'statutory_content';
    readonly category?: string;
    readonly parent?: string;
    readonly closed_at?: Date;
    readonly sort?: number;
  } = {},
): Promise<void> => {
  const { parent, block = 'statutory_content', ...row } = more;
  const id = newId(0);
  ids.set(`${agency}/${name}`, id);
  await db
    .insertInto('disclosure_column')
    .values({
      id,
      agency_id: idOf(agency),
      parent_id: parent ? idOf(`${agency}/${parent}`) : null,
      block,
      name,
      ...row,
    })
    .execute();
};

before(async () => {
  ({ db } = await openTestDatabase());
  await addAgency('云山区人民政府', 'government', null, { phone: '0000-1' });
  await addAgency('云山区财政局', 'department', '云山区人民政府', { phone: '0000-2', sort: 2 });
  await addAgency('云山区档案局', 'department', '云山区人民政府', { sort: 1 });
  await addAgency('白石镇人民政府', 'township', '云山区人民政府');
  await addAgency('云山区粮食局', 'department', '云山区人民政府', { closed_on: '2024-03-01' });
  await addColumn('云山区财政局', '政府信息公开指南', { block: 'guide' });
  await addColumn('云山区财政局', '财政预算、决算', { category: 'budgets', sort: 1 });
  await addColumn('云山区财政局', '部门决算', { category: 'budgets', parent: '财政预算、决算' });
  await addColumn('云山区财政局', '停用的栏目', { closed_at: new Date() });
  await addColumn('云山区粮食局', '储备粮', { category: 'plans' });
  await addColumn('白石镇人民政府', '一折八扣_100%', {});
  const portal = createPortal({
    site: demonstrationSite,
    assets: openPortalAssets([]),
    navigation: portalNavigation,
  });
  app = portalRoutes({
    portal,
    directory: publicDirectory(db),
    services: [{ title: '年报体检', href: '/check', description: '检查年度报告。' }],
  });
});

const get = async (path: string): Promise<string> => {
  const answer = await app.request(path);
  assert.equal(answer.status, 200, path);
  return answer.text();
};

test('the home page shows search, the statutory blocks, categories with columns, and the agencies in their order', async () => {
  const page = await get('/');
  for (const words of [
    'action="/search"',
    '政府信息公开指南',
    '政府信息公开制度',
    '政府信息公开年报',
    '年报体检',
  ])
    assert.ok(page.includes(words), words);
  assert.ok(page.includes('href="/categories/budgets"'));
  assert.ok(
    !page.includes('href="/categories/plans"'),
    'a category whose only column belongs to a closed agency',
  );
  assert.ok(page.indexOf('云山区档案局') < page.indexOf('云山区财政局'));
  assert.ok(page.includes('乡镇、街道'));
  assert.ok(!page.includes('云山区粮食局'));
  assert.match(page, /<meta name="SiteName" content="云山区人民政府">/);
});

test('an agency shows its guide and its columns, those below another under its name', async () => {
  const page = await get(`/agencies/${idOf('云山区财政局')}`);
  assert.ok(page.includes('0000-2'));
  assert.ok(page.includes('未提供'));
  assert.ok(page.indexOf('财政预算、决算</a>') < page.indexOf('部门决算</a>'));
  assert.ok(!page.includes('停用的栏目'));
  assert.ok(page.includes(`href="/agencies/${idOf('云山区人民政府')}"`));
});

test('a column says why it is empty, where it stands and who is asked; a guide shows the guide', async () => {
  const page = await get(`/columns/${idOf('云山区财政局/部门决算')}`);
  assert.ok(page.includes('这个栏目还没有公开的信息'));
  assert.ok(page.includes('条例第二十六条'));
  assert.match(page, /<meta name="ColumnName" content="部门决算">/);
  assert.match(page, /<meta name="ColumnType" content="法定主动公开内容">/);
  assert.ok(page.includes(`href="/columns/${idOf('云山区财政局/财政预算、决算')}"`));
  assert.ok((await get(`/columns/${idOf('云山区财政局/政府信息公开指南')}`)).includes('0000-2'));
});

test('what was closed, what never was and what is no address is not found, and never an error', async () => {
  for (const path of [
    `/agencies/${idOf('云山区粮食局')}`,
    `/agencies/${newId(0)}`,
    '/agencies/1',
    `/columns/${idOf('云山区财政局/停用的栏目')}`,
    `/columns/${idOf('云山区粮食局/储备粮')}`,
    `/columns/${newId(0)}`,
    '/blocks/nothing',
    '/blocks/guide?page=2',
    '/categories/nothing',
    '/categories/budgets?page=999',
    "/columns/'%20or%201=1",
  ])
    assert.equal((await app.request(path)).status, 404, path);
});

test('a category leads to the agencies that keep it, in the words of its article', async () => {
  const page = await get('/categories/budgets');
  assert.ok(page.includes('条例第二十条第（七）项'));
  assert.ok(page.includes('云山区财政局'));
});

test('search finds agencies and columns by part of their names, takes signs as signs, and says when it finds nothing', async () => {
  const finance = await get(`/search?q=${encodeURIComponent('财政')}`);
  assert.ok(finance.includes('机关 <span class="total">1</span>'));
  assert.ok(finance.includes('财政预算、决算'));
  assert.ok((await get(`/search?q=${encodeURIComponent('_100%')}`)).includes('一折八扣'));
  assert.ok(
    (await get(`/search?q=${encodeURIComponent('%')}`)).includes('栏目 <span class="total">1</span>'),
  );
  assert.ok((await get(`/search?q=${encodeURIComponent('云山水库')}`)).includes('没有找到“云山水库”'));
  assert.ok((await get('/search')).includes('搜索'));
  const hostile = await get(`/search?q=${encodeURIComponent('<script>alert(1)</script>\u0000"')}`);
  assert.ok(!hostile.includes('<script>'));
});

test('words parted by a blank are all looked for, in the name of the agency too', async () => {
  assert.ok((await get(`/search?q=${encodeURIComponent('财政局  决算')}`)).includes('部门决算'));
  assert.ok((await get(`/search?q=${encodeURIComponent('白石镇 决算')}`)).includes('没有找到'));
  assert.ok(!(await get(`/search?q=${encodeURIComponent('白石')}`)).includes('一折八扣'));
});

test('before the system is set up, the home page is there and says so little as there is', async () => {
  const { db: fresh } = await openTestDatabase();
  const empty = portalRoutes({
    portal: createPortal({
      site: demonstrationSite,
      assets: openPortalAssets([]),
      navigation: portalNavigation,
    }),
    directory: publicDirectory(fresh),
    services: [],
  });
  const home = await empty.request('/');
  assert.equal(home.status, 200);
  assert.match(await home.text(), /还没有设置主动公开的栏目/);
  assert.equal((await empty.request('/agencies')).status, 404);
  assert.equal((await empty.request('/sitemap.xml')).status, 200);
});

test('the site map lists every page that is open, and robots are told where it is', async () => {
  assert.match(await get('/robots.txt'), /Sitemap: https:\/\/yunshan\.example\/sitemap\.xml/);
  const index = await get('/sitemap.xml');
  const files = [...index.matchAll(/<loc>https:\/\/yunshan\.example([^<]+)<\/loc>/g)].map(
    ([, path]) => path as string,
  );
  const all = (await Promise.all(files.map(get))).join('');
  assert.ok(all.includes(`/columns/${idOf('云山区财政局/部门决算')}`));
  assert.ok(all.includes(`/agencies/${idOf('云山区财政局')}`));
  assert.ok(!all.includes(idOf('云山区粮食局')));
  assert.ok(!all.includes(idOf('云山区粮食局/储备粮')));
});

test('a site is what was set, and what the topmost agency says where nothing was', async () => {
  const root = { name: '云山区人民政府', address: '云山大道 1 号', officeHours: null, phone: '0000-1' };
  assert.equal((await readSite(db, root, 'localhost')).organiser, '云山区人民政府');
  await db
    .insertInto('setting')
    .values([
      { name: 'portal.organiser', value: JSON.stringify('云山区人民政府办公室') },
      { name: 'portal.records', value: JSON.stringify('甲备 1 号；乙备 2 号') },
    ])
    .execute();
  const site = await readSite(db, root, 'localhost');
  assert.equal(site.organiser, '云山区人民政府办公室');
  assert.deepEqual(site.records, ['甲备 1 号', '乙备 2 号']);
  assert.equal(site.domain, 'localhost');
  assert.equal(site.phone, '0000-1');
});
