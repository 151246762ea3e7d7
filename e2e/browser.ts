import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createApp } from '../apps/server/src/app.ts';
import { openSpine } from '../apps/server/src/open-spine.ts';
import { readConfig } from '../apps/server/src/platform/config.ts';
import { openHttpServer } from '../apps/server/src/platform/http-server.ts';
import type { Spine } from '../apps/server/src/platform/spine.ts';
import { demonstrationSite } from '../apps/server/src/portal/index.ts';
import { openReaders } from '../apps/server/src/report/index.ts';

/** The system's Chromium, without the network chatter of a desktop browser. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export interface RunningServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Shows pages, and gathers what goes wrong in them: thrown errors, and what the browser forbids or complains of. */
export const openPage = async (
  browser: Browser,
  viewport: { readonly width: number; readonly height: number },
  complaints: string[],
  options: { readonly javaScriptEnabled?: boolean; readonly locale?: string } = {},
): Promise<Page> => {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', ...options });
  // What never comes fails the test all the same; what a busy machine makes slow does not.
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  return page;
};

/** How many pixels a page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { document } = globalThis as unknown as {
      document: { documentElement: { scrollWidth: number; clientWidth: number } };
    };
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  });

/**
 * The real server on a free port of this machine, with a database of its own in a folder that goes with it.
 * `prepare` fills the database before anybody asks for anything; `now` is the time it lives in.
 */
export const openServer = async (
  env: Readonly<Record<string, string>> = {},
  prepare: (spine: Spine) => Promise<unknown> = async () => {},
  now?: () => Date,
): Promise<RunningServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-e2e-'));
  const config = readConfig(
    { PORT: '0', GONGKAI_DATA: folder, GONGKAI_UPLOADS_PER_MINUTE: '1000', ...env },
    1,
  );
  const opened = await openSpine(config, now ? { now } : {});
  await prepare(opened.spine);
  const readers = openReaders({ size: config.readers, seconds: config.readSeconds });
  const app = createApp({ ...opened, config, readers, site: () => demonstrationSite });
  const server = await listen(openHttpServer(app.fetch, '127.0.0.1', 0));
  return {
    url: server.url,
    close: async () => {
      await readers.close();
      await server.close();
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Waits until a server has its port. */
export const listen = async (server: ReturnType<typeof openHttpServer>): Promise<RunningServer> => {
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with a page (WCAG 2.2 A and AA), in short lines; empty when nothing is. */
export const axeViolations = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const run = (
      globalThis as unknown as {
        axe: {
          run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
      }
    ).axe.run;
    const { violations } = await run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  });
};
