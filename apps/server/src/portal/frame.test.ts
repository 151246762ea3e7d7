import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from 'hono/html';
import { createPortal, demonstrationSite, openPortalAssets, type Page, type Site } from './index.ts';

const navigation = [
  { id: 'a', href: '/a', label: '甲' },
  { id: 'b', href: '/b', label: '乙' },
];
const draw = (page: Partial<Page> = {}, site: Partial<Site> = {}): string =>
  String(
    createPortal({
      site: { ...demonstrationSite, ...site },
      assets: openPortalAssets([]),
      navigation,
    }).render({
      title: '标题',
      body: html`<h1>标题</h1>`,
      ...page,
    }),
  );

test('every page names its site for machines, and what it is for only where it says so', () => {
  const bare = draw();
  assert.match(bare, /<meta name="SiteName" content="云山区人民政府">/);
  assert.match(bare, /<meta name="SiteDomain" content="yunshan\.example">/);
  assert.doesNotMatch(bare, /SiteIDCode|ColumnName|ArticleTitle/);
  const article = draw(
    {
      meta: {
        keywords: ['决算', '财政'],
        column: { name: '财政预算、决算', type: '法定主动公开内容' },
        article: { title: '2025 年决算', published: '2026-03-16', source: '云山区财政局', path: '/items/1' },
      },
    },
    { idCode: '0000000001' },
  );
  for (const tag of [
    '<meta name="SiteIDCode" content="0000000001">',
    '<meta name="ColumnName" content="财政预算、决算">',
    '<meta name="ColumnType" content="法定主动公开内容">',
    '<meta name="ArticleTitle" content="2025 年决算">',
    '<meta name="PubDate" content="2026-03-16">',
    '<meta name="ContentSource" content="云山区财政局">',
    '<meta name="Keywords" content="决算,财政">',
    '<meta name="Url" content="https://yunshan.example/items/1">',
  ])
    assert.ok(article.includes(tag), tag);
});

test('search engines list only the pages that say so', () => {
  assert.match(draw(), /<meta name="robots" content="noindex">/);
  assert.doesNotMatch(draw({ listed: true }), /noindex/);
});

test('the entry that a page belongs to is marked, once for the desk and once for the phone', () => {
  assert.equal(draw({ current: 'b' }).match(/href="\/b" aria-current="true"/g)?.length, 2);
  assert.doesNotMatch(draw(), /aria-current/);
});

test('the footer leaves out what a site has not, and tells where help is given', () => {
  const page = draw({}, { idCode: null, phone: '', records: ['甲备 1 号'], notice: null });
  assert.doesNotMatch(page, /网站标识码|联系电话|site-notice/);
  assert.match(page, /甲备 1 号/);
  assert.match(page, /条例第四十三条/);
});

test('an error says what happened, what to do, and where to go on', () => {
  const portal = createPortal({ site: demonstrationSite, assets: openPortalAssets([]), navigation });
  for (const status of [403, 404, 413, 429, 500, 503] as const)
    assert.match(
      String(portal.renderError(status)),
      /<p class="lead">.+<\/p>\s*<p>请.+<\/p>[\s\S]*href="\/"/,
    );
  const own = String(
    portal.renderError({
      title: '没有这个结果',
      happened: '到期了。',
      next: '请重传。',
      back: { href: '/check', label: '重传' },
    }),
  );
  assert.match(own, /href="\/check"[^>]*>重传</);
});

test('what a site says is read anew for each page where it may change', () => {
  let name = '甲区人民政府';
  const portal = createPortal({
    get site() {
      return { ...demonstrationSite, name };
    },
    assets: openPortalAssets([]),
    navigation,
  });
  name = '乙区人民政府';
  assert.equal(portal.site.name, '乙区人民政府');
  assert.match(String(portal.renderError(404)), /乙区人民政府/);
});
