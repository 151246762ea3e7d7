import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Hono } from 'hono';
import type { Browser, Page } from 'playwright-core';
import { openHttpServer } from '../apps/server/src/platform/http-server.ts';
import { securityHeaders } from '../apps/server/src/platform/security-headers.ts';
import {
  componentRoutes,
  components,
  createPortal,
  demonstrationSite,
  openPortalAssets,
} from '../apps/server/src/portal/index.ts';
import { needs } from '../tools/system-package.ts';
import { axeViolations, listen, openBrowser, openPage, overflowOf, type RunningServer } from './browser.ts';
import { htmlFaults } from './html-faults.ts';

const skip = needs('chromium');

const assets = openPortalAssets([]);
const portal = createPortal({ site: demonstrationSite, assets, navigation: [] });
const app = new Hono();
app.use(securityHeaders);
app.get('/assets/*', assets.serve);
app.route('/', componentRoutes(portal));

let browser: Browser;
let server: RunningServer;

before(async () => {
  if (skip) return;
  [browser, server] = await Promise.all([openBrowser(), listen(openHttpServer(app.fetch, '127.0.0.1', 0))]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

test('every component has examples, and every folder of components is on the list', () => {
  const folder = new URL('../apps/server/src/portal/component/', import.meta.url);
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  assert.deepEqual(components.map(({ name }) => name).sort(), folders.sort());
  for (const { name, examples } of components) assert.ok(examples.length > 0, name);
});

test('every example is valid HTML without a style of its own', async () => {
  for (const { name, examples } of components)
    for (const example of examples)
      assert.deepEqual(await htmlFaults(`${await example.draw()}\n`), [], `${name}: ${example.name}`);
});

test('the page of all of them is a valid document', async () => {
  assert.deepEqual(await htmlFaults(await (await app.request('/components')).text()), []);
});

/** Puts a long name behind every text of every example, as only an agency could have. */
const lengthen = (page: Page): Promise<number> =>
  page.evaluate(() => {
    interface Node {
      readonly parentElement: { readonly closest: (selector: string) => unknown } | null;
      nodeValue: string | null;
    }
    const { document } = globalThis as unknown as {
      document: {
        readonly querySelectorAll: (selector: string) => Iterable<unknown>;
        readonly createTreeWalker: (root: unknown, what: number) => { readonly nextNode: () => Node | null };
      };
    };
    let changed = 0;
    for (const example of document.querySelectorAll('.example')) {
      const walker = document.createTreeWalker(example, 4);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if ((node.nodeValue ?? '').trim().length < 2 || node.parentElement?.closest('svg, time, .numeric'))
          continue;
        node.nodeValue += '云山区关于进一步规范政府信息公开工作若干问题的实施意见（试行）'.repeat(3);
        changed += 1;
      }
    }
    return changed;
  });

/** The components whose examples are wider than their place. */
const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    interface Example {
      readonly scrollWidth: number;
      readonly clientWidth: number;
      readonly closest: (selector: string) => { readonly id: string };
    }
    const { document } = globalThis as unknown as {
      document: { readonly querySelectorAll: (selector: string) => Iterable<Example> };
    };
    return [...document.querySelectorAll('.example')]
      .filter((example) => example.scrollWidth > example.clientWidth)
      .map((example) => `${example.closest('.component').id}: ${example.scrollWidth}`);
  });

const viewports = { 'a desk': { width: 1366, height: 900 }, 'a phone': { width: 390, height: 844 } } as const;

for (const [where, viewport] of Object.entries(viewports))
  test(`every component has no fault that axe can find on ${where}, and holds names of any length`, {
    skip,
  }, async () => {
    const complaints: string[] = [];
    const page = await openPage(browser, viewport, complaints);
    await page.goto(`${server.url}/components`);
    assert.equal(await overflowOf(page), 0);
    assert.deepEqual(await axeViolations(page), []);
    assert.ok((await lengthen(page)) > 100);
    assert.deepEqual(await tooWide(page), []);
    assert.equal(await overflowOf(page), 0);
    assert.deepEqual(complaints, []);
  });

test('on a phone, what one taps in a component is 44 pixels high, or is a link in running text', {
  skip,
}, async () => {
  const page = await openPage(browser, viewports['a phone'], []);
  await page.goto(`${server.url}/components`);
  const small = await page.evaluate(() => {
    interface Element {
      readonly outerHTML: string;
      readonly getBoundingClientRect: () => { readonly height: number; readonly width: number };
    }
    const { document } = globalThis as unknown as {
      document: { readonly querySelectorAll: (selector: string) => Iterable<Element> };
    };
    return [
      ...document.querySelectorAll(
        '.site-menu summary, .example :is(.button, input:not([type=radio], [type=checkbox]), select, textarea, summary, .choices li, .pagination a, .tab-links a)',
      ),
    ]
      .filter((element) => element.getBoundingClientRect().height < 43.5)
      .map((element) => `${element.getBoundingClientRect().height}: ${element.outerHTML.slice(0, 120)}`);
  });
  assert.deepEqual(small, []);
});
