import { html } from 'hono/html';
import type { Assets } from '../platform/assets.ts';
import { breadcrumb } from './component/breadcrumb/breadcrumb.ts';
import { searchBox } from './component/search-box/search-box.ts';
import { element, type Markup } from './markup.ts';
import { metaTags } from './meta-tags.ts';
import type { NavigationEntry, Page } from './page.ts';
import type { Site } from './site.ts';

/** What every page shares. */
export interface Frame {
  /** A getter where the site's settings may change while the program runs. */
  readonly site: Site;
  readonly assets: Assets;
  readonly navigation: readonly NavigationEntry[];
}

const styles = ['portal.css', 'print.css'] as const;

const links = (navigation: readonly NavigationEntry[], current: string | undefined): Markup =>
  html`<ul>${navigation.map(
    ({ id, href, label }) =>
      html`<li>${element('a', { href, 'aria-current': id === current ? 'true' : undefined }, label)}</li>`,
  )}</ul>`;

/** On a phone the entries fold into a menu, which needs no script; one of the two is never rendered. */
const header = ({ site, navigation }: Frame, page: Page): Markup =>
  html`<header class="site-header">
      <div class="site-bar">
        <a class="site-name" href="/"><span class="site-mark" aria-hidden="true">公</span><span class="site-words"><span class="site-government">${site.name}</span> <span class="site-title">政府信息公开</span></span></a>
        <details class="site-menu"><summary>菜单</summary><nav aria-label="菜单">${links(navigation, page.current)}</nav></details>
        ${page.ownSearch ? '' : searchBox({ id: 'site-search', action: '/search', label: '搜索政府信息' })}
      </div>
      <nav class="site-nav" aria-label="主导航">${links(navigation, page.current)}</nav>
    </header>`;

const footer = ({ site }: Frame): Markup =>
  html`<footer class="site-footer">
      <div class="site-end">
        <div>
          <p>主办单位：${site.organiser}</p>
          ${site.undertaker ? html`<p>承办单位：${site.undertaker}</p>` : ''}
          ${site.idCode ? html`<p>网站标识码：${site.idCode}</p>` : ''}
          ${site.records.map((record) => html`<p>${record}</p>`)}
        </div>
        <div>
          ${site.phone ? html`<p>联系电话：${site.phone}</p>` : ''}
          ${site.address ? html`<p>地址：${site.address}</p>` : ''}
          ${site.officeHours ? html`<p>办公时间：${site.officeHours}</p>` : ''}
        </div>
        <!-- 条例第四十三条 -->
        <p>阅读有困难，或者视力、听力有障碍的，请拨打上面的电话或到窗口，工作人员会提供必要的帮助（条例第四十三条）。</p>
      </div>
      <p class="site-software">本站使用开源软件“公开”（gongkai，Apache-2.0）。</p>
    </footer>`;

/** The frame around every public page: header, navigation, content, footer. */
export const renderFrame = (frame: Frame, page: Page): Markup => {
  const { site, assets } = frame;
  const title =
    page.title === site.name ? `${site.name}政府信息公开` : `${page.title} · ${site.name}政府信息公开`;
  return html`<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    ${page.listed ? '' : html`<meta name="robots" content="noindex">`}
    <title>${title}</title>
    ${metaTags(site, page)}
    <link rel="icon" href="${assets.url('icon.svg')}" type="image/svg+xml">
    ${[...styles, ...(page.styles ?? [])].map((name) => html`<link rel="stylesheet" href="${assets.url(name)}">`)}
    ${page.refresh === undefined ? '' : html`<meta http-equiv="refresh" content="${page.refresh}">`}
    ${(page.scripts ?? []).map((name) => html`<script src="${assets.url(name)}" defer></script>`)}
  </head>
  <body class="${page.width ?? 'text'}">
    <a class="skip" href="#content">跳到正文</a>
    ${site.notice ? html`<aside class="site-notice" aria-label="本站说明">${site.notice}</aside>` : ''}
    ${header(frame, page)}
    <main id="content" tabindex="-1">
      ${page.breadcrumb ? breadcrumb({ crumbs: [{ label: '首页', href: '/' }, ...page.breadcrumb], current: page.crumb ?? page.title }) : ''}
      ${page.body}
    </main>
    ${footer(frame)}
  </body>
</html>`;
};
