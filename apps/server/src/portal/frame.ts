import { html } from 'hono/html';
import type { Assets } from '../platform/assets.ts';

/** Markup that is safe to send: made by `html` tagged templates, which escape what they are given. */
export type Markup = ReturnType<typeof html>;

export interface Page {
  /** Stands in the browser's title bar, before the product's name. */
  readonly title: string;
  /** Which entry of the navigation the page belongs to. */
  readonly current?: 'check' | 'rules';
  readonly body: Markup;
  /** Scripts by asset name; every page works without them. */
  readonly scripts?: readonly string[];
  /** Seconds after which the page loads itself anew (while something is under way). */
  readonly refresh?: number;
  /** Wide pages carry tables; others keep to a width that reads well. */
  readonly wide?: boolean;
}

const navigation = [
  { id: 'check', href: '/check', label: '年报体检' },
  { id: 'rules', href: '/rules', label: '检查规则' },
] as const;

const styles = ['base.css', 'check.css', 'report.css', 'print.css'] as const;

/** The frame around every public page: header, navigation, content, footer. */
export const renderPage = (assets: Assets, page: Page): Markup => html`<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${page.title} · 公开</title>
    <link rel="icon" href="${assets.url('icon.svg')}" type="image/svg+xml">
    ${styles.map((name) => html`<link rel="stylesheet" href="${assets.url(name)}">`)}
    ${page.refresh === undefined ? '' : html`<meta http-equiv="refresh" content="${page.refresh}">`}
    ${(page.scripts ?? []).map((name) => html`<script src="${assets.url(name)}" defer></script>`)}
  </head>
  <body>
    <a class="skip" href="#content">跳到正文</a>
    <header class="site-header">
      <div class="site-header-inner">
        <a class="site-name" href="/"><span class="site-mark" aria-hidden="true">公</span>公开<span class="site-sub">政府信息公开</span></a>
        <nav aria-label="主导航">
          <ul>
            ${navigation.map(
              ({ id, href, label }) =>
                html`<li><a href="${href}" aria-current="${id === page.current ? 'page' : 'false'}">${label}</a></li>`,
            )}
          </ul>
        </nav>
      </div>
    </header>
    <main id="content" class="${page.wide ? 'wide' : 'narrow'}" tabindex="-1">${page.body}</main>
    <footer class="site-footer">
      <p>公开（gongkai）是开源软件，以 Apache-2.0 许可证发布。所有读取和检查都在本机完成，不连接外部网络。</p>
    </footer>
  </body>
</html>`;
