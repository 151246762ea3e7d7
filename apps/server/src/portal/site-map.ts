import { html } from 'hono/html';
import type { PublicDirectory } from './directory.ts';
import type { Markup } from './markup.ts';

/** Addresses that one file may hold (sitemaps.org: 50,000). */
export const addressesPerFile = 50_000;

const head = '<?xml version="1.0" encoding="UTF-8"?>';

/** A file of the site map; `origin` is the site's address without a slash at its end. */
export const siteMapFile = (origin: string, paths: readonly string[]): string =>
  `${head}\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths
    .map((path) => `<url><loc>${escaped(`${origin}${path}`)}</loc></url>`)
    .join('')}</urlset>\n`;

export const siteMapIndex = (origin: string, files: readonly string[]): string =>
  `${head}\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${files
    .map((path) => `<sitemap><loc>${escaped(`${origin}${path}`)}</loc></sitemap>`)
    .join('')}</sitemapindex>\n`;

const escaped = (text: string): string => String(html`${text}` satisfies Markup);

/** Where each file of ids begins: after which id. The first begins at the first. */
export const startsOf = async (
  ids: PublicDirectory['columnIds'],
  size = addressesPerFile,
): Promise<readonly (string | null)[]> => {
  const starts: (string | null)[] = [];
  for (let after: string | null = null; ; ) {
    const page: readonly string[] = await ids(after, size);
    if (page.length === 0) return starts;
    starts.push(after);
    if (page.length < size) return starts;
    after = page.at(-1) ?? null;
  }
};
