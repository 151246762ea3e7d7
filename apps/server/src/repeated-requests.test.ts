import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { buildDistrict, type District, holder, type Identity } from './every-route-test-kit.ts';
import { openTestServer, type TestServer } from './server-test-kit.ts';
import { openTestDatabase } from './test-database-kit.ts';

let server: TestServer;
let district: District;
let head: Identity;
let otherHead: Identity;

before(async () => {
  server = await openTestServer(await openTestDatabase());
  district = await buildDistrict(server);
  head = await holder(server, district.agencyId, 'disclosure_head', 'the department');
  otherHead = await holder(server, district.agencyId, 'disclosure_head', 'the department');
});

const send = async (
  who: Identity,
  method: string,
  path: string,
  key: string,
  json?: unknown,
): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> => {
  const answer = await server.ask(method, path, {
    cookie: who.cookie,
    headers: { 'idempotency-key': key },
    ...(json === undefined ? {} : { json }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

const columns = () => `/api/agencies/${district.agencyId}/columns`;
const column = (name: string) => ({ block: 'rules', name });
const named = async (name: string): Promise<number> =>
  (await server.spine.db.selectFrom('disclosure_column').select('id').where('name', '=', name).execute())
    .length;

test('a request sent twice with its key, at once or later, is done once and answered alike', async () => {
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => send(head, 'POST', columns(), 'k1', column('一'))),
  );
  answers.push(await send(head, 'POST', columns(), 'k1', { name: '一', block: 'rules' }));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1);
  assert.equal(await named('一'), 1);
});

test('a key that comes with something else is refused, and neither the one nor the other is done', async () => {
  await send(head, 'POST', columns(), 'k2', column('二'));
  for (const [method, path, json] of [
    ['POST', columns(), column('三')],
    ['POST', `/api/agencies/${district.otherId}/columns`, column('二')],
    ['PATCH', `/api/columns/${district.columnId}`, { name: '二' }],
    ['POST', `/api/columns/${district.columnId}/close`, {}],
  ] as const) {
    const { status, body } = await send(head, method, path, 'k2', json);
    assert.deepEqual([status, body.code], [409, 'IDEMPOTENCY_KEY_REUSED'], path);
  }
  assert.equal(await named('三'), 0);
  assert.equal(await named('二'), 1);
});

test("somebody else's key is of no use: it is another key", async () => {
  const mine = await send(head, 'POST', columns(), 'k3', column('四'));
  const theirs = await send(otherHead, 'POST', columns(), 'k3', column('五'));
  assert.equal(theirs.status, 200);
  assert.notEqual(theirs.body.id, mine.body.id);
});

test('what only reads is done each time, with the rights of now, whatever key comes with it', async () => {
  assert.equal((await send(head, 'POST', columns(), 'k4', column('六'))).status, 200);
  for (const path of ['/api/mails', '/api/jobs', `/api/people/${district.personId}/sessions`]) {
    const { status, body } = await send(head, 'GET', path, 'k4');
    assert.deepEqual([status, body.code], [403, 'PERMISSION_DENIED'], path);
  }
  const system = await holder(server, district.rootId, 'system_administrator', 'the government');
  assert.equal((await send(system, 'GET', '/api/mails', 'k5')).status, 200);
  await server.spine.db
    .updateTable('post')
    .set({ ended_at: server.clock.now })
    .where('role', '=', 'system_administrator')
    .execute();
  assert.equal((await send(system, 'GET', '/api/mails', 'k5')).status, 403);
});

test('what was refused is not done, and may be sent again with the same key', async () => {
  const first = await send(head, 'POST', columns(), 'k6', column('一'));
  assert.equal(first.status, 409);
  assert.equal((await send(head, 'POST', columns(), 'k6', column('七'))).status, 200);
});

test('a key of any length counts whole, and nothing of what stands in it is kept', async () => {
  const long = 'x'.repeat(5000);
  const one = await send(head, 'POST', columns(), `${long}1`, column('八'));
  const two = await send(head, 'POST', columns(), `${long}2`, column('九'));
  assert.deepEqual([one.status, two.status], [200, 200]);
  assert.equal((await send(head, 'POST', columns(), "'); drop table event;--", column('十'))).status, 200);
  const { rows } = await server.spine.database.pool.query('select key, asked from done_once');
  assert.ok(rows.every(({ key, asked }) => /^[0-9a-f]{64}$/.test(key) && /^[0-9a-f]{64}$/.test(asked)));
});

test('a form sent again by a browser, with another boundary, is the same; with another file it is not', async () => {
  const system = await holder(server, district.rootId, 'system_administrator', 'the government');
  const statuses: number[] = [];
  for (const name of ['新一局', '新一局', '新二局']) {
    const body = new FormData();
    const table = `单位名称,上级单位,类别\n${name},云山区人民政府,政府部门\n`;
    body.append('file', new File([table], 'agencies.csv', { type: 'text/csv' }));
    const answer = await server.ask('POST', '/api/agencies/import', {
      cookie: system.cookie,
      headers: { 'idempotency-key': 'k7' },
      body,
    });
    statuses.push(answer.status);
    await answer.arrayBuffer();
  }
  assert.deepEqual(statuses, [200, 200, 409]);
});
