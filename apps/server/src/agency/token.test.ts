import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Action, actions, tokenScopeNames, tokenScopes } from '@gongkai/contract';
import { openTestDatabase } from '../test-database-kit.ts';
import { createToken } from './create-token.ts';
import { openCaller } from './open-caller.ts';
import { buildAgency, buildPerson, callerFor, request, spineFor } from './people-test-kit.ts';
import { isPermitted, permitReading, rolesFor } from './permit.ts';
import { revokeToken } from './revoke-token.ts';
import { listTokens } from './token-queries.ts';

const database = await openTestDatabase();
const { spine, clock } = spineFor(database);
const { db } = spine;
const district = await buildAgency(spine);
const bureau = await buildAgency(spine, { parentId: district });
const other = await buildAgency(spine, { parentId: district });
const security = await buildPerson(spine, district, ['security_administrator']);
const bySecurity = () => callerFor(spine, security, ['security_administrator']);

const make = (change: Partial<Parameters<typeof createToken>[2]> = {}) =>
  createToken(spine, bySecurity(), {
    agencyId: bureau,
    name: '市政务服务平台',
    scopes: ['column.view'],
    perMinute: 60,
    ...change,
  });
const open = (token: string) => openCaller(spine, request({ authorization: `Bearer ${token}` }));

test('a token begins with gk_, is kept as a hash only, and acts for its agency', async () => {
  const { token, id } = await make();
  assert.match(token, /^gk_[\w-]{43}$/);
  const { rows } = await database.pool.query(
    'select api_token::text as row from api_token union all select event::text from event',
  );
  assert.ok(!rows.some(({ row }) => row.includes(token) || row.includes(token.slice(3))));
  const caller = await open(token);
  assert.deepEqual(caller?.actor, { kind: 'token', id, postId: null });
  assert.equal(caller?.agencyId, bureau);
});

test('a token may do exactly its scopes, as the role each stands for, at its agency alone', async () => {
  for (const scope of tokenScopeNames) {
    const caller = await open((await make({ scopes: [scope] })).token);
    assert.ok(caller);
    for (const action of actions) {
      const held = rolesFor(caller, action);
      assert.deepEqual(
        held,
        action === scope ? [{ role: tokenScopes[scope].role, agencyId: bureau }] : [],
        `${scope} for ${action}`,
      );
      for (const agencyId of [other, district])
        assert.equal(await isPermitted(db, caller, action, agencyId, 'open'), false);
    }
    assert.equal(await isPermitted(db, caller, scope, bureau, 'open'), true, scope);
  }
});

test('two scopes together give no more than each alone', async () => {
  const caller = await open((await make({ scopes: [...tokenScopeNames] })).token);
  assert.ok(caller);
  for (const action of actions) {
    const scope = tokenScopes[action as keyof typeof tokenScopes];
    assert.deepEqual(
      rolesFor(caller, action).map(({ role }) => role),
      scope ? [scope.role] : [],
    );
  }
});

test('what a token tries beyond its scopes is refused and on record', async () => {
  const { token, id } = await make();
  const caller = await open(token);
  assert.ok(caller);
  await assert.rejects(permitReading(spine, caller, 'person.view' as Action, bureau), {
    name: 'PermissionDenied',
  });
  const events = await db
    .selectFrom('event')
    .select(['kind', 'actor_kind'])
    .where('actor_id', '=', id)
    .execute();
  assert.deepEqual(events, [{ kind: 'permission_denied', actor_kind: 'token' }]);
});

test('a token is let through as often a minute as it may, however many ask at once', async () => {
  const { token } = await make({ perMinute: 10 });
  const ask = () => Promise.allSettled(Array.from({ length: 40 }, () => open(token)));
  const let_ = (answers: Awaited<ReturnType<typeof ask>>) =>
    answers.filter(({ status }) => status === 'fulfilled').length;
  const answers = await ask();
  assert.equal(let_(answers), 10);
  const refused = answers.find((answer) => answer.status === 'rejected');
  assert.equal(refused?.reason.code, 'TOKEN_LIMIT');
  clock.pass(0.5);
  assert.equal(let_(await ask()), 5);
  clock.pass(10);
  assert.equal(let_(await ask()), 10);
});

test('an expired, a revoked and an unknown token are nobody; so is a token together with a cookie', async () => {
  const short = await make({ days: 1 });
  const revoked = await make();
  assert.ok(await open(short.token));
  await revokeToken(spine, bySecurity(), revoked.id);
  assert.equal(await open(revoked.token), null);
  clock.pass(24 * 60);
  assert.equal(await open(short.token), null);
  assert.equal(await open(`gk_${'A'.repeat(43)}`), null);
  assert.equal(await open('gk_short'), null);
  assert.equal(
    await openCaller(spine, request({ authorization: 'Basic x', cookie: '__Host-gongkai=y' })),
    null,
  );
  const listed = await listTokens(spine, bySecurity(), bureau);
  assert.equal(listed.find(({ id }) => id === short.id)?.state, 'expired');
  assert.equal(listed.find(({ id }) => id === revoked.id)?.state, 'revoked');
  assert.ok(listed.find(({ id }) => id === short.id)?.lastUsedAt);
});

test('a token does not outlive what the policy allows', async () => {
  await assert.rejects(make({ days: 366 }), { code: 'TOKEN_TOO_LONG' });
  const { id } = await make();
  const [one] = (await listTokens(spine, bySecurity(), undefined)).filter((token) => token.id === id);
  assert.equal(one?.expiresAt, new Date(clock.now.getTime() + 365 * 86_400_000).toISOString());
});

test('a system administrator sees the tokens but makes none', async () => {
  const system = await buildPerson(spine, district, ['system_administrator']);
  const caller = callerFor(spine, system, ['system_administrator']);
  assert.ok((await listTokens(spine, caller, undefined)).length > 0);
  await assert.rejects(
    createToken(spine, caller, { agencyId: bureau, name: 'x', scopes: ['agency.view'], perMinute: 1 }),
    { name: 'PermissionDenied' },
  );
});
