import assert from 'node:assert/strict';
import { it, mock } from 'node:test';
import { oc } from '@orpc/contract';
import { implement } from '@orpc/server';
import { Hono } from 'hono';
import { Registry } from 'prom-client';
import { z } from 'zod';
import { serveApi } from '../api/serve-api.ts';
import { measureRequests } from './measure-requests.ts';

it('calls a request to the API by its procedure, answered or refused, and never by its path', async () => {
  const contract = {
    agency: {
      read: oc
        .route({ method: 'GET', path: '/agencies/{id}' })
        .input(z.object({ id: z.string().max(5) }))
        .output(z.object({})),
    },
  };
  const api = implement(contract);
  const router = api.router({ agency: { read: api.agency.read.handler(() => ({})) } });
  const app = new Hono();
  app.use(measureRequests(new Registry(), () => 'request-1'));
  const answer = serveApi(
    router,
    async () => ({ request: { id: 'request-1' }, caller: {}, answer: { headers: new Headers() } }),
    () => 'request-1',
  );
  app.all('/api/*', answer);
  const lines: string[] = [];
  const write = mock.method(process.stderr, 'write', (text: string) => lines.push(text) > 0);
  for (const path of ['/api/agencies/zhang', '/api/agencies/zhangsan', '/api/secret/zhang'])
    await app.request(path);
  write.mock.restore();
  assert.deepEqual(
    lines.map((line) => JSON.parse(line)).map(({ route, status }) => [route, status]),
    [
      ['api agency.read', 200],
      ['api agency.read', 422],
      ['/api/*', 404],
    ],
  );
  assert.ok(!lines.join('').includes('zhang'));
});
