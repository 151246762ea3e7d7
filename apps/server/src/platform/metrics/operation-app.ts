import { timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import type { Registry } from 'prom-client';
import { checkReadiness, type Readiness, type ReadinessOptions } from './check-readiness.ts';

export interface OperationAppOptions extends ReadinessOptions {
  readonly registry: Registry;
  /** GONGKAI_METRICS_TOKEN; null: the machine itself alone may read /metrics. */
  readonly metricsToken: string | null;
}

/** An answer holds so long (milliseconds): whoever asks often doesn't burden the database. */
const freshFor = 2_000;

const loopback = /^(127\.|::1$|::ffff:127\.)/;

/** Headers that a balancer adds: behind one on the same machine everybody comes from there. */
const forwarding = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

const isThisMachine = (c: Context): boolean => {
  if (forwarding.some((name) => c.req.header(name) !== undefined)) return false;
  try {
    return loopback.test(getConnInfo(c).remote.address ?? '');
  } catch {
    return false;
  }
};

const sameText = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

const mayReadMetrics = (c: Context, token: string | null): boolean =>
  token === null ? isThisMachine(c) : sameText(c.req.header('authorization') ?? '', `Bearer ${token}`);

/**
 * `/healthz`: the program runs. `/healthz/ready`: it can do its work (503 where not, with what is wrong).
 * `/metrics`: measurements for Prometheus, with the token, or from this machine where none is set.
 */
export const createOperationApp = (options: OperationAppOptions): Hono => {
  let known: { readonly until: number; readonly answer: Promise<Readiness> } | undefined;
  const readiness = (): Promise<Readiness> => {
    const time = performance.now();
    if (!known || known.until < time) known = { until: time + freshFor, answer: checkReadiness(options) };
    return known.answer;
  };
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get('/healthz/ready', async (c) => {
    const answer = await readiness();
    return c.json(answer, answer.ready ? 200 : 503);
  });
  app.get('/metrics', async (c) => {
    if (!mayReadMetrics(c, options.metricsToken)) return c.text('Not found\n', 404);
    return c.body(await options.registry.metrics(), 200, { 'Content-Type': options.registry.contentType });
  });
  return app;
};
