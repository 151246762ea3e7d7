import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestDatabase } from '../test-database-kit.ts';
import { changePassword } from './change-password.ts';
import { findSession } from './find-session.ts';
import { openCaller } from './open-caller.ts';
import { buildAgency, buildPerson, goodPassword, request, spineFor, withCookie } from './people-test-kit.ts';
import { signIn } from './sign-in.ts';

const database = await openTestDatabase();
const { spine, clock } = spineFor(database);
const agencyId = await buildAgency(spine);

const eventsOf = (subjectId: string) =>
  spine.db
    .selectFrom('event')
    .select(['kind', 'actor_kind', 'data'])
    .where('subject_id', '=', subjectId)
    .orderBy('id')
    .execute();

const rightFor = (username: string, address?: string) =>
  signIn(spine, request({}, address), { username, password: goodPassword });
const wrongFor = (username: string, address?: string) =>
  signIn(spine, request({}, address), { username, password: 'Wrong-2026' });

test('who gives the right name and password, in any case of the name, is signed in with their role', async () => {
  const person = await buildPerson(spine, agencyId, ['officer']);
  const secret = await rightFor(person.username.toUpperCase());
  const caller = await openCaller(spine, withCookie(secret));
  assert.deepEqual(caller?.held, [{ role: 'officer', agencyId }]);
  assert.equal(caller?.actor.id, person.id);
  assert.deepEqual(
    (await eventsOf(person.id)).map(({ kind, actor_kind }) => [kind, actor_kind]),
    [['signed_in', 'person']],
  );
});

test('an unknown name, a wrong password, a locked account and one who left get the same answer', async () => {
  const locked = await buildPerson(spine, agencyId);
  const left = await buildPerson(spine, agencyId);
  await spine.db
    .updateTable('person')
    .set({ locked_until: new Date(clock.now.getTime() + 60_000) })
    .where('id', '=', locked.id)
    .execute();
  await spine.db.updateTable('person').set({ left_on: '2026-03-01' }).where('id', '=', left.id).execute();
  const known = await buildPerson(spine, agencyId);
  const answers = await Promise.all(
    [
      wrongFor(known.username),
      rightFor(locked.username),
      rightFor(left.username),
      rightFor('nobody-here'),
    ].map((answer) =>
      answer.then(
        () => 'in',
        (error: Error & { code: string; kind: string }) => [error.kind, error.code, error.message].join(),
      ),
    ),
  );
  assert.equal(new Set(answers).size, 1, answers.join('\n'));
  assert.match(answers[0]!, /SIGN_IN_REFUSED/);
});

test('of 50 wrong passwords at the same instant five are looked at, then the account is locked for 30 minutes', async () => {
  const person = await buildPerson(spine, agencyId);
  const tries = await Promise.allSettled(
    Array.from({ length: 50 }, (_, n) => wrongFor(person.username, `192.0.2.${n}`)),
  );
  assert.ok(tries.every(({ status }) => status === 'rejected'));
  const events = await eventsOf(person.id);
  const reasons = events.map(({ kind, data }) => `${kind} ${data.reason ?? ''}`.trim());
  assert.equal(reasons.filter((one) => one === 'sign_in_refused wrong_password').length, 5);
  assert.equal(reasons.filter((one) => one === 'sign_in_refused locked').length, 45);
  assert.equal(reasons.filter((one) => one === 'account_locked').length, 1);

  await assert.rejects(rightFor(person.username), /锁定/);
  clock.pass(29);
  await assert.rejects(rightFor(person.username), /锁定/);
  clock.pass(2);
  assert.ok(await rightFor(person.username));
});

test('a right password among 50 guesses at the same instant gets in only when it is among the first five', async () => {
  const person = await buildPerson(spine, agencyId);
  const tries = await Promise.allSettled(
    Array.from({ length: 50 }, (_, n) =>
      n === 0 ? rightFor(person.username, `192.0.2.${n}`) : wrongFor(person.username, `192.0.2.${n}`),
    ),
  );
  const looked = (await eventsOf(person.id)).filter(({ data }) => data.reason === 'wrong_password').length;
  const wasIn = tries[0]?.status === 'fulfilled';
  // A success starts the count anew, once.
  assert.ok(looked <= (wasIn ? 9 : 5), String(looked));
});

test('failures are forgotten after a success', async () => {
  const person = await buildPerson(spine, agencyId);
  for (let round = 0; round < 3; round += 1) {
    for (let n = 0; n < 4; n += 1) await assert.rejects(wrongFor(person.username, `198.51.100.${n}`));
    assert.ok(await rightFor(person.username, '198.51.100.9'));
  }
});

test('an address that tries too often waits, whatever name it tries; other addresses do not', async () => {
  const answers = await Promise.allSettled(
    Array.from({ length: 40 }, (_, n) => wrongFor(`nobody${n}`, '203.0.113.1')),
  );
  const tooMany = answers.filter(
    (answer) => answer.status === 'rejected' && answer.reason.code === 'SIGN_IN_TOO_OFTEN',
  );
  assert.equal(tooMany.length, 10);
  await assert.rejects(wrongFor('nobody', '203.0.113.2'), { code: 'SIGN_IN_REFUSED' });
  clock.pass(1);
  await assert.rejects(wrongFor('nobody', '203.0.113.1'), { code: 'SIGN_IN_REFUSED' });
});

test('a name that does not exist stands in the record as a hash only', async () => {
  await assert.rejects(wrongFor('My-Secret-Typed-Here', '203.0.113.50'));
  const { rows } = await database.pool.query('select event::text as row from event');
  assert.ok(rows.some(({ row }) => row.includes('username')));
  assert.ok(!rows.some(({ row }) => /my-secret-typed/i.test(row)));
});

test('a session ends after 30 minutes without anything done, and lives on while something is', async () => {
  const person = await buildPerson(spine, agencyId, ['officer']);
  const secret = await rightFor(person.username);
  for (let n = 0; n < 4; n += 1) {
    clock.pass(29);
    assert.ok(await openCaller(spine, withCookie(secret)));
  }
  clock.pass(30);
  assert.equal(await openCaller(spine, withCookie(secret)), null);
  clock.pass(-29);
  assert.equal(await openCaller(spine, withCookie(secret)), null, 'an ended session stays ended');
  const { data } = (await eventsOf(person.id)).at(-1)!;
  assert.deepEqual(data, { reason: 'idle' });
});

test('the office asking for news in the background does not keep a session alive', async () => {
  const person = await buildPerson(spine, agencyId, ['officer']);
  const secret = await rightFor(person.username);
  const poll = request({ cookie: `__Host-gongkai=${secret}`, 'gongkai-background': '1' });
  clock.pass(20);
  assert.ok(await openCaller(spine, poll));
  clock.pass(10);
  assert.equal(await openCaller(spine, poll), null);
});

test('a session ends after 12 hours whatever is done', async () => {
  const person = await buildPerson(spine, agencyId, ['officer']);
  const secret = await rightFor(person.username);
  for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
    clock.pass(20);
    assert.ok(await openCaller(spine, withCookie(secret)));
  }
  clock.pass(20);
  assert.equal(await openCaller(spine, withCookie(secret)), null);
  assert.deepEqual((await eventsOf(person.id)).at(-1)?.data, { reason: 'absolute' });
});

test('of more sessions than three the oldest end', async () => {
  const person = await buildPerson(spine, agencyId, ['officer']);
  const secrets: string[] = [];
  for (let n = 0; n < 4; n += 1) {
    secrets.push(await rightFor(person.username));
    clock.pass(1);
  }
  const alive = await Promise.all(secrets.map((secret) => openCaller(spine, withCookie(secret))));
  assert.deepEqual(
    alive.map((one) => one !== null),
    [false, true, true, true],
  );
});

test('the table of sessions holds nothing that one could sign in with', async () => {
  const person = await buildPerson(spine, agencyId, ['officer']);
  const secret = await rightFor(person.username);
  const { rows } = await database.pool.query('select session::text as row, id from session');
  assert.ok(!rows.some(({ row }) => row.includes(secret)));
  for (const { id } of rows)
    assert.equal(await openCaller(spine, withCookie(id.toString('base64url'))), null);
});

test('a cookie counts for nothing in a request that a page of another site made', async () => {
  const person = await buildPerson(spine, agencyId, ['officer']);
  const cookie = `__Host-gongkai=${await rightFor(person.username)}`;
  for (const site of ['cross-site', 'same-site'])
    assert.equal(await openCaller(spine, request({ cookie, 'sec-fetch-site': site })), null);
  assert.ok(await openCaller(spine, request({ cookie, 'sec-fetch-site': 'same-origin' })));
});

test('who has a first password can do nothing but change it, and has another session afterwards', async () => {
  const person = await buildPerson(spine, agencyId, ['officer'], { mustChange: true });
  const secret = await rightFor(person.username);
  assert.equal(await openCaller(spine, withCookie(secret)), null);
  const session = (await findSession(spine, secret))!;
  assert.equal(session.state, 'must_change_password');
  const renewed = await changePassword(
    spine,
    session,
    { currentPassword: goodPassword, newPassword: 'Another-2026' },
    null,
  );
  assert.equal(await openCaller(spine, withCookie(secret)), null, 'the former cookie is of no use');
  assert.equal((await openCaller(spine, withCookie(renewed)))?.actor.id, person.id);
});

test('a password older than 90 days has to be changed first', async () => {
  const person = await buildPerson(spine, agencyId, ['officer']);
  clock.pass(90 * 24 * 60);
  const secret = await rightFor(person.username);
  assert.equal((await findSession(spine, secret))?.state, 'must_change_password');
});
