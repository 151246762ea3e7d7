import { Hono, type MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Config } from './platform/config.ts';
import { createExpiringStore } from './platform/expiring-store.ts';
import { log } from './platform/log.ts';
import { securityHeaders } from './platform/security-headers.ts';
import { createPortal, demonstrationSite, openPortalAssets } from './portal/index.ts';
import { type Readers, reportAssets, reportNavigation, reportRoutes, type Upload } from './report/index.ts';

const methods = ['GET', 'HEAD', 'POST'] as const;

const knownMethods: MiddlewareHandler = async (c, next) => {
  if ((methods as readonly string[]).includes(c.req.method)) return next();
  return c.text('不支持这种请求方法。\n', 405, { Allow: methods.join(', ') });
};

/** The whole server as one Hono app; tests ask it without a port, and by a clock of their own. */
export const createApp = (config: Config, readers: Readers, now: () => number = Date.now): Hono => {
  const assets = openPortalAssets(reportAssets);
  const portal = createPortal({ site: demonstrationSite, assets, navigation: [reportNavigation] });
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
  app.route('/', reportRoutes({ portal, config, readers, uploads }));
  app.notFound((c) => c.html(portal.renderError(404), 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 403) return c.html(portal.renderError(403), 403);
    // Never the message: it may hold what somebody handed in.
    log('request failed', { route: c.req.routePath, kind: error.name });
    return c.html(portal.renderError(500), 500);
  });
  return app;
};
