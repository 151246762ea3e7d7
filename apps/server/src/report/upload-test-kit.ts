import assert from 'node:assert/strict';
import type { Hono } from 'hono';
import { createBaseApp } from '../base-app.ts';
import { readConfig } from '../platform/config.ts';
import { createExpiringStore } from '../platform/expiring-store.ts';
import { createPortal, demonstrationSite, openPortalAssets } from '../portal/index.ts';
import { openReaders, reportAssets, reportNavigation, reportRoutes, type Upload } from './index.ts';

export interface TestFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Examined {
  readonly url: string;
  readonly html: string;
}

export interface TestApp {
  readonly app: Hono;
  readonly post: (files: readonly TestFile[], headers?: Record<string, string>) => Promise<Response>;
  /** Uploads as a browser without JavaScript does, and waits for the result as its meta refresh would. */
  readonly examine: (files: readonly TestFile[]) => Promise<Examined>;
  /** The page at an address, which must be there. */
  readonly get: (url: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** The pages of 年报体检 in the server's frame, without a port, with small limits. */
export const openTestApp = (
  env: Readonly<Record<string, string>> = {},
  now: () => number = Date.now,
): TestApp => {
  const config = readConfig(
    { GONGKAI_UPLOADS_PER_MINUTE: '1000', GONGKAI_UPLOAD_MB: '2', GONGKAI_READ_SECONDS: '20', ...env },
    1,
  );
  const readers = openReaders({ size: config.readers, seconds: config.readSeconds });
  const assets = openPortalAssets(reportAssets);
  const portal = createPortal({ site: demonstrationSite, assets, navigation: [reportNavigation] });
  const uploads = createExpiringStore<Upload>({
    minutes: config.keepMinutes,
    megabytes: config.storeMegabytes,
    now,
    onForget: (upload) => upload.stop.abort(),
  });
  const app = createBaseApp(() => portal, assets);
  app.route('/', reportRoutes({ portal, config, readers, uploads }));

  const post: TestApp['post'] = async (files, headers = {}) => {
    const body = new FormData();
    for (const { name, bytes } of files) body.append('files', new File([new Uint8Array(bytes)], name));
    return app.request('/check', {
      method: 'POST',
      body,
      headers: { origin: 'http://localhost', ...headers },
    });
  };

  const get: TestApp['get'] = async (url) => {
    const page = await app.request(url);
    assert.equal(page.status, 200, url);
    return page.text();
  };

  return {
    app,
    post,
    get,
    examine: async (files) => {
      const answer = await post(files);
      assert.equal(answer.status, 303);
      const url = answer.headers.get('location') as string;
      for (let tries = 0; tries < 1200; tries += 1) {
        const html = await get(url);
        if (!html.includes('http-equiv="refresh"')) return { url, html };
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error('the reading did not end');
    },
    close: readers.close,
  };
};
