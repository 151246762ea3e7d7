import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { MiddlewareHandler } from 'hono';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Files that pages refer to. Their addresses carry a hash of the content, so browsers may keep them for ever. */
export interface Assets {
  /** The address of a file: `app.css` → `/assets/app-1f3a….css`. Throws where there is no such file. */
  readonly url: (name: string) => string;
  readonly serve: MiddlewareHandler;
}

/** Reads the named files of a folder into memory, once; and those that are put together, one after the other, under a name. */
export const loadAssets = (
  folder: URL,
  names: readonly string[],
  bundles: Readonly<Record<string, readonly URL[]>> = {},
): Assets => {
  const byUrl = new Map<string, { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string }>();
  const urls = new Map<string, string>();
  const files: readonly (readonly [name: string, parts: readonly URL[]])[] = [
    ...names.map((name) => [name, [new URL(name, folder)]] as const),
    ...Object.entries(bundles),
  ];
  for (const [name, parts] of files) {
    const bytes = new Uint8Array(Buffer.concat(parts.map((part) => readFileSync(part))));
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const ending = extname(name);
    const url = `/assets/${name.slice(0, -ending.length)}-${hash}${ending}`;
    byUrl.set(url, { bytes, type: types[ending] ?? 'application/octet-stream' });
    urls.set(name, url);
  }
  return {
    url: (name) => {
      const url = urls.get(name);
      if (!url) throw new Error(`no asset named ${name}`);
      return url;
    },
    serve: async (c, next) => {
      const asset = byUrl.get(c.req.path);
      if (!asset) return next();
      return c.body(asset.bytes, 200, {
        'Content-Type': asset.type,
        'Cache-Control': 'public, max-age=31536000, immutable',
      });
    },
  };
};
