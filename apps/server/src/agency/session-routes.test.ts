import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CurrentSession } from '@gongkai/contract';
import { openTestServer } from '../server-test-kit.ts';
import { openTestDatabase } from '../test-database-kit.ts';
import { buildAgency, buildPerson, buildPost, goodPassword } from './people-test-kit.ts';

const database = await openTestDatabase();
const server = await openTestServer(database);
const { spine, clock } = server;
const bureau = await buildAgency(spine, { name: '云山区民政局' });
const other = await buildAgency(spine);

const call = async (method: string, path: string, cookie?: string, json?: unknown) => {
  const response = await server.ask(method, `/api${path}`, { cookie, json });
  const [set] = response.headers.getSetCookie();
  return { status: response.status, json: await response.json(), set, cookie: set?.split(';')[0] };
};

const enter = (username: string, password = goodPassword) =>
  call('POST', '/session', undefined, { username, password });

test('signing in sets a cookie that no script and no other site can use, and says who is there', async () => {
  const person = await buildPerson(spine, bureau, ['officer']);
  const answer = await enter(person.username);
  assert.equal(answer.status, 200);
  assert.match(answer.set!, /^__Host-gongkai=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  const session = answer.json as CurrentSession;
  assert.equal(session.state, 'ready');
  assert.deepEqual(session.held, [{ role: 'officer', agencyId: bureau, agencyName: '云山区民政局' }]);
  const current = await call('GET', '/session', answer.cookie);
  assert.deepEqual(current.json, session);
  assert.equal(current.set, undefined);
});

test('nobody’s session says so without an error', async () => {
  const { status, json } = await call('GET', '/session');
  assert.equal(status, 200);
  assert.equal((json as CurrentSession).state, 'signed_out');
});

test('a refused sign-in sets no cookie', async () => {
  const answer = await enter('nobody-here');
  assert.equal(answer.status, 401);
  assert.equal(answer.set, undefined);
});

test('a cookie that somebody planted before sign-in is worth nothing after it', async () => {
  const person = await buildPerson(spine, bureau, ['officer']);
  const planted = `__Host-gongkai=${'P'.repeat(43)}`;
  const answer = await call('POST', '/session', planted, {
    username: person.username,
    password: goodPassword,
  });
  assert.notEqual(answer.cookie, planted);
  assert.equal(((await call('GET', '/session', planted)).json as CurrentSession).state, 'signed_out');
});

test('signing out ends the session on the server too', async () => {
  const person = await buildPerson(spine, bureau, ['officer']);
  const { cookie } = await enter(person.username);
  const out = await call('DELETE', '/session', cookie);
  assert.match(out.set!, /^__Host-gongkai=; .*Max-Age=0$/);
  assert.equal(((await call('GET', '/session', cookie)).json as CurrentSession).state, 'signed_out');
});

test('one sees one’s sessions and ends the others, one or all; not those of somebody else', async () => {
  const person = await buildPerson(spine, bureau, ['officer']);
  const cookies = [];
  for (let n = 0; n < 3; n += 1) {
    cookies.push((await enter(person.username)).cookie);
    clock.pass(0.1);
  }
  const [first, second, mine] = cookies;
  const list = (await call('GET', '/me/sessions', mine)).json as { id: string; isCurrent: boolean }[];
  assert.deepEqual(
    list.map(({ isCurrent }) => isCurrent),
    [true, false, false],
  );
  const stranger = (await enter((await buildPerson(spine, bureau, ['officer'])).username)).cookie;
  assert.equal((await call('DELETE', `/me/sessions/${list[1]!.id}`, stranger)).status, 404);
  assert.equal((await call('DELETE', `/me/sessions/${list[1]!.id}`, mine)).status, 200);
  assert.equal(((await call('GET', '/session', second)).json as CurrentSession).state, 'signed_out');
  assert.deepEqual((await call('DELETE', '/me/sessions', mine)).json, { ended: 1 });
  assert.equal(((await call('GET', '/session', first)).json as CurrentSession).state, 'signed_out');
  assert.equal(((await call('GET', '/session', mine)).json as CurrentSession).state, 'ready');
});

test('who has posts at two agencies acts for one at a time, and switches', async () => {
  const person = await buildPerson(spine, bureau, ['officer']);
  await buildPost(spine, person.id, other, 'reviewer');
  const { cookie, json } = await enter(person.username);
  assert.equal((json as CurrentSession).agency?.id, bureau);
  assert.equal((await call('GET', `/agencies/${other}`, cookie)).status, 403);
  const switched = await call('PUT', '/session/agency', cookie, { agencyId: other });
  assert.equal((switched.json as CurrentSession).agency?.id, other);
  assert.equal((await call('GET', `/agencies/${other}`, cookie)).status, 200);
  assert.equal((await call('GET', `/agencies/${bureau}`, cookie)).status, 403);
});

test('one’s phone comes back to oneself, and stands nowhere in clear: not in a table, an event or the log', async (t) => {
  const lines: string[] = [];
  t.mock.method(process.stderr, 'write', (text: string) => lines.push(text) > 0);
  const person = await buildPerson(spine, bureau, ['officer']);
  const { cookie } = await enter(person.username);
  await enter(person.username, 'Typed-Wrong-2026');
  await call('PATCH', '/me', cookie, { phone: '13987654321', email: 'who@example.cn' });
  await call('PATCH', '/me', cookie, { phone: 'not a phone 13987654321' });
  await call('POST', '/me/password', cookie, {
    currentPassword: goodPassword,
    newPassword: 'Secret-Mountain-9',
  });
  t.mock.restoreAll();
  const again = await enter(person.username, 'Secret-Mountain-9');
  const { json } = await call('GET', '/me', again.cookie);
  assert.equal((json as { phone: string }).phone, '13987654321');
  const { rows } = await database.pool.query(
    'select person::text as row from person union all select event::text from event union all select session::text from session',
  );
  const everything = [...rows.map(({ row }) => row as string), ...lines].join('\n');
  for (const secret of [
    '13987654321',
    'who@example.cn',
    goodPassword,
    'Typed-Wrong',
    'Secret-Mountain',
    cookie!.split('=')[1]!,
  ])
    assert.ok(!everything.includes(secret), secret);
});
