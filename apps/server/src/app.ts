import { Hono, type MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type Assets, loadAssets } from './platform/assets.ts';
import type { Config } from './platform/config.ts';
import { createExpiringStore } from './platform/expiring-store.ts';
import { log } from './platform/log.ts';
import { securityHeaders } from './platform/security-headers.ts';
import { renderErrorPage } from './portal/index.ts';
import { type Readers, reportRoutes, type Upload } from './report/index.ts';

const assetNames = [
  'base.css',
  'check.css',
  'report.css',
  'print.css',
  'upload.js',
  'progress.js',
  'result.js',
  'icon.svg',
] as const;

export const openAssets = (): Assets => loadAssets(new URL('../public/', import.meta.url), assetNames);

const methods = ['GET', 'HEAD', 'POST'] as const;

const knownMethods: MiddlewareHandler = async (c, next) => {
  if ((methods as readonly string[]).includes(c.req.method)) return next();
  return c.text('不支持这种请求方法。\n', 405, { Allow: methods.join(', ') });
};

/** The whole server as one Hono app; tests ask it without a port, and by a clock of their own. */
export const createApp = (config: Config, readers: Readers, now: () => number = Date.now): Hono => {
  const assets = openAssets();
  const uploads = createExpiringStore<Upload>({
    minutes: config.keepMinutes,
    megabytes: config.storeMegabytes,
    now,
    onForget: (upload) => upload.stop.abort(),
  });
  const app = new Hono();
  app.use(securityHeaders);
  app.use(knownMethods);
  app.get('/assets/*', assets.serve);
  app.get('/', (c) => c.redirect('/check'));
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.route('/', reportRoutes({ assets, config, readers, uploads }));
  app.notFound((c) => c.html(renderErrorPage(assets, '没有这个页面', '请核对网址，或从首页重新进入。'), 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 403)
      return c.html(
        renderErrorPage(
          assets,
          '没有接受这个请求',
          '请求来自别的网站，或浏览器没有说明来源。请在本站的页面上重新操作。',
        ),
        403,
      );
    // Never the message: it may hold what somebody handed in.
    log('request failed', { route: c.req.routePath, kind: error.name });
    return c.html(
      renderErrorPage(
        assets,
        '出错了',
        '服务器没能完成这个请求。请稍后再试；如果一直这样，请把时间告诉管理员。',
      ),
      500,
    );
  });
  return app;
};
