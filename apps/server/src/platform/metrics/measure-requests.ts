import type { Context, MiddlewareHandler } from 'hono';
import { Counter, Histogram, type Registry } from 'prom-client';
import { log } from '../log.ts';
import { routeNameOf } from './name-route.ts';

/** Methods by name; all others are one, so that no stranger can make labels. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Probes and scrapes come every few seconds and say nothing. */
const unlogged = /^\/(healthz|metrics)/;

/**
 * Measures every request and writes a line of the log for it: method, route, status, milliseconds, request id.
 * No path, no address, no name. On a terminal (`isTerminal`) only what failed is written: whoever tries the system
 * there wants to read what it says.
 */
export const measureRequests = (
  registry: Registry,
  requestIdOf: (c: Context) => string,
  isTerminal = false,
): MiddlewareHandler => {
  const requests = new Counter({
    name: 'gongkai_http_requests_total',
    help: 'Requests answered',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'gongkai_http_request_duration_seconds',
    help: 'Seconds until the answer began',
    labelNames: ['route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });
  return async (c, next) => {
    const began = performance.now();
    await next();
    const ms = performance.now() - began;
    const method = methods.has(c.req.method) ? c.req.method : 'OTHER';
    const route = routeNameOf(c);
    const { status } = c.res;
    requests.inc({ method, route, status });
    durations.observe({ route }, ms / 1000);
    if (!unlogged.test(route) && (!isTerminal || status >= 500))
      log('request', { request: requestIdOf(c), method, route, status, ms: Math.round(ms * 10) / 10 });
  };
};
