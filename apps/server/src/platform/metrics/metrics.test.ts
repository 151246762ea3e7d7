import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { after, describe, it, mock } from 'node:test';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { openTestDatabase } from '../../test-database-kit.ts';
import { openDatabase } from '../database/open-database.ts';
import { emptyChain, recordSome, sealAll } from '../event/chain-test-kit.ts';
import { openHttpServer } from '../http-server.ts';
import { openJobQueue } from '../job/open-job-queue.ts';
import { checkReadiness } from './check-readiness.ts';
import { measureRequests } from './measure-requests.ts';
import { nameRoute } from './name-route.ts';
import { openMetrics } from './open-metrics.ts';
import { createOperationApp } from './operation-app.ts';

const person = '01890000-0000-7000-8000-00000000abcd';

describe('operation of a program', async () => {
  const database = await openTestDatabase();
  const { db } = database;
  const now = () => new Date();
  const queue = await openJobQueue(database, []);
  after(() => queue.stop());
  const ready = { database, dataFolder: tmpdir(), now };

  const serve = async (metricsToken: string | null): Promise<string> => {
    const registry = openMetrics(database);
    const app = new Hono();
    app.use(measureRequests(registry, () => 'request-9'));
    app.route('/', createOperationApp({ ...ready, registry, metricsToken }));
    app.get('/people/:id', (c) => c.text('x'));
    app.all('/api/*', (c) => {
      nameRoute(c, 'api agency.change');
      return c.text('x', 403);
    });
    const server: Server = openHttpServer(app.fetch, '127.0.0.1', 0);
    await once(server, 'listening');
    after(() => {
      server.closeAllConnections();
      server.close();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  it('is measured by route and status, never by path, and so it is logged', async () => {
    const base = await serve(null);
    const lines: string[] = [];
    const write = mock.method(process.stderr, 'write', (text: string) => lines.push(text) > 0);
    await fetch(`${base}/people/${person}?name=张三`);
    await fetch(`${base}/api/agencies/${person}`, { method: 'PATCH' });
    await fetch(`${base}/wp-login/${person}`);
    await fetch(`${base}/healthz`);
    write.mock.restore();
    const metrics = await (await fetch(`${base}/metrics`)).text();
    for (const line of [
      'gongkai_http_requests_total{method="GET",route="/people/:id",status="200"} 1',
      'gongkai_http_requests_total{method="PATCH",route="api agency.change",status="403"} 1',
      'gongkai_http_requests_total{method="GET",route="other",status="404"} 1',
      'gongkai_http_request_duration_seconds_count{route="/people/:id"} 1',
    ])
      assert.ok(metrics.includes(line), `${line}\n${metrics}`);
    const logged = lines.map((line) => JSON.parse(line)).filter(({ event }) => event === 'request');
    assert.deepEqual(
      logged.map(({ method, route, status, request }) => [method, route, status, request]),
      [
        ['GET', '/people/:id', 200, 'request-9'],
        ['PATCH', 'api agency.change', 403, 'request-9'],
        ['GET', 'other', 404, 'request-9'],
      ],
    );
    assert.ok(
      !lines.join('').includes(person) && !metrics.includes(person) && !metrics.includes('127.0.0.1'),
    );
  });

  it('shows connections, jobs, mails and events that wait', async () => {
    await emptyChain(db);
    await recordSome(db, 3);
    const metrics = await openMetrics(database).metrics();
    assert.match(metrics, /^gongkai_unsealed_events 3$/m);
    assert.match(metrics, /^gongkai_mails_waiting 0$/m);
    assert.match(metrics, /^gongkai_database_connections\{state="idle"\} \d+$/m);
    assert.match(metrics, /^nodejs_eventloop_lag_seconds /m);
    await sealAll(db);
    assert.match(await openMetrics(database).metrics(), /^gongkai_unsealed_events 0$/m);
  });

  it('shows the rest of its measurements while the database is away', async () => {
    const gone = openDatabase({ connectionString: 'postgres://nobody@127.0.0.1:1/none' }, 1);
    const metrics = await openMetrics(gone).metrics();
    await gone.close();
    assert.match(metrics, /^gongkai_unsealed_events Nan$/m);
    assert.match(metrics, /^nodejs_eventloop_lag_seconds /m);
  });

  it('shows its measurements to this machine alone, or to whoever has the token', async () => {
    const open = await serve(null);
    const status = async (base: string, headers: Record<string, string> = {}) =>
      (await fetch(`${base}/metrics`, { headers })).status;
    assert.equal(await status(open), 200);
    assert.equal(await status(open, { 'x-forwarded-for': '10.0.0.1' }), 404);
    const closed = await serve('s3cret');
    assert.equal(await status(closed), 404);
    assert.equal(await status(closed, { authorization: 'Bearer s3cre' }), 404);
    assert.equal(await status(closed, { authorization: 'Bearer s3cret' }), 200);
  });

  it('is ready when everything it stands on is right', async () => {
    const base = await serve(null);
    const answer = await fetch(`${base}/healthz/ready`);
    assert.equal(answer.status, 200);
    assert.deepEqual((await answer.json()) as unknown, {
      ready: true,
      checks: ['database', 'migrations', 'disk', 'sealer'].map((name) => ({ name, ok: true })),
    });
  });

  it('is not ready, and says why, when something is not', async () => {
    const failing = async (more: object) =>
      (await checkReadiness({ ...ready, ...more })).checks
        .filter(({ ok }) => !ok)
        .map(({ name, message }) => [name, message?.slice(0, 6)]);
    const gone = openDatabase({ connectionString: 'postgres://nobody@127.0.0.1:1/none' }, 1);
    assert.deepEqual(await failing({ database: gone }), [
      ['database', '数据库没有应'],
      ['migrations', '数据库没有应'],
      ['sealer', '数据库没有应'],
    ]);
    await gone.close();
    assert.deepEqual(await failing({ leastFree: Number.MAX_SAFE_INTEGER }), [['disk', '数据文件夹所']]);
    assert.deepEqual(await failing({ dataFolder: '/nowhere' }), [['disk', '数据文件夹无']]);
    await recordSome(db, 1);
    assert.deepEqual(await failing({ now: () => new Date(Date.now() + 16 * 60_000) }), [
      ['sealer', '审计事件超过'],
    ]);
    await sql`insert into migration (name, hash) values ('9999-later', 'x')`.execute(db);
    assert.deepEqual(await failing({}), [['migrations', '数据库结构与']]);
  });
});
