import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Context, Hono } from 'hono';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** What the build put where the nonce of an answer goes; see apps/office/vite.config.ts. */
const noncePlace = 'CSP_NONCE';

/** Where apps/office/index.html has the notice. */
const noticePlace = 'OFFICE_NOTICE';

/**
 * Like the portal's policy, but for the styles that Ant Design writes into the page: they bear a nonce that is new
 * with every answer. No inline script, no inline style attribute of markup, nothing from elsewhere.
 */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

interface BuiltFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  packed?: Uint8Array<ArrayBuffer>;
}

const filesOf = (folder: string): ReadonlyMap<string, BuiltFile> =>
  new Map(
    readdirSync(join(folder, 'assets')).map((name) => [
      `/office/assets/${name}`,
      {
        bytes: new Uint8Array(readFileSync(join(folder, 'assets', name))),
        type: types[extname(name)] ?? 'application/octet-stream',
      },
    ]),
  );

const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const serveFile = (c: Context, file: BuiltFile): Response => {
  c.header('Content-Type', file.type);
  c.header('Cache-Control', 'public, max-age=31536000, immutable');
  c.header('Vary', 'Accept-Encoding');
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(file.bytes);
  c.header('Content-Encoding', 'gzip');
  file.packed ??= new Uint8Array(gzipSync(file.bytes, { level: 9 }));
  return c.body(file.packed);
};

/**
 * Serves the built office below /office: its files under names that carry their hash, and the one page under every
 * other address, since the office itself knows which pages there are. `folder` is read once; where nothing was built,
 * the answer says how to. `notice` is what stands above every page (that this is a demonstration); null for nothing.
 */
export const officeRoutes = (folder: URL, notice: () => string | null = () => null): Hono => {
  const app = new Hono();
  const path = fileURLToPath(folder);
  if (!existsSync(join(path, 'index.html'))) {
    const unbuilt = (c: Context): Response =>
      c.text(
        '办公端还没有构建。请用 npm start 启动（会先构建），或运行 node tools/build-office.mjs。\n',
        503,
      );
    return app.get('/office', unbuilt).get('/office/*', unbuilt);
  }
  const files = filesOf(path);
  const page = readFileSync(join(path, 'index.html'), 'utf8');

  app.get('/office/assets/*', (c) => {
    const file = files.get(c.req.path);
    // A page from before an update asks for files that are gone: it must learn that, not get the page as a script.
    return file ? serveFile(c, file) : c.text('没有这个文件，系统可能刚更新过，请刷新页面。\n', 404);
  });
  const servePage = (c: Context): Response => {
    const nonce = randomBytes(16).toString('base64');
    c.header('Content-Security-Policy', policy(nonce));
    c.header('Cache-Control', 'no-store');
    const filled = page
      .replaceAll(noncePlace, nonce)
      .replace(noticePlace, () => escapeAttribute(notice() ?? ''));
    return c.body(filled, 200, { 'Content-Type': 'text/html; charset=utf-8' });
  };
  return app.get('/office', servePage).get('/office/*', servePage);
};
