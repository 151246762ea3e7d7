import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { rateLimit } from './rate-limit.ts';

const app = new Hono();
app.use(
  rateLimit(
    2,
    true,
    (c) => c.body(null, 429),
    () => 0,
  ),
);
app.get('/', (c) => c.body(null, 204));
const ask = async (address: string): Promise<number> =>
  (await app.request('/', { headers: { 'x-forwarded-for': `203.0.113.1, ${address}` } })).status;

test('an address asks so often; another, by the last hop of the way, as often again', async () => {
  assert.deepEqual([await ask('192.0.2.1'), await ask('192.0.2.1'), await ask('192.0.2.1')], [204, 204, 429]);
  assert.equal(await ask('192.0.2.2'), 204);
});

test('whoever has a whole network of IPv6 asks no more often by changing the address', async () => {
  const asked: number[] = [];
  for (let host = 1; host <= 4; host += 1) asked.push(await ask(`2001:db8:1:2::${host}`));
  assert.deepEqual(asked, [204, 204, 429, 429]);
  assert.equal(await ask('2001:db8:1:3::1'), 204);
});
