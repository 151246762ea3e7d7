import { Hono, type MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Assets } from './platform/assets.ts';
import {
  DatabaseBusy,
  DatabaseFull,
  DatabaseUnreachable,
  databaseProblem,
} from './platform/database/problem.ts';
import { log } from './platform/log.ts';
import { securityHeaders } from './platform/security-headers.ts';
import type { Portal } from './portal/index.ts';

const pageMethods = ['GET', 'HEAD', 'POST'] as const;
const apiMethods = [...pageMethods, 'PUT', 'PATCH', 'DELETE'] as const;

const knownMethods: MiddlewareHandler = async (c, next) => {
  const known: readonly string[] = c.req.path.startsWith('/api/') ? apiMethods : pageMethods;
  if (known.includes(c.req.method)) return next();
  return c.text('不支持这种请求方法。\n', 405, { Allow: known.join(', ') });
};

/**
 * What every face has: security headers, known methods, the assets, and pages that say what went wrong. Routes are
 * added to it. `before` runs ahead of everything else: the log of requests, the measurements.
 */
export const createBaseApp = (
  portal: () => Portal,
  assets: Assets,
  before: readonly MiddlewareHandler[] = [],
): Hono => {
  const app = new Hono();
  for (const middleware of before) app.use(middleware);
  app.use(securityHeaders);
  app.use(knownMethods);
  app.get('/assets/*', assets.serve);
  app.notFound((c) => c.html(portal().renderError(404), 404));
  app.onError((thrown, c) => {
    const error = databaseProblem(thrown);
    if (error instanceof HTTPException && error.status === 403) return c.html(portal().renderError(403), 403);
    if ([DatabaseUnreachable, DatabaseFull, DatabaseBusy].some((kind) => error instanceof kind))
      return c.html(portal().renderError(503), 503, { 'Retry-After': '60' });
    // Never the message: it may hold what somebody handed in.
    log('request failed', { route: c.req.routePath, kind: thrown.name });
    return c.html(portal().renderError(500), 500);
  });
  return app;
};
