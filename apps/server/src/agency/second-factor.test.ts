import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestDatabase } from '../test-database-kit.ts';
import { changePassword } from './change-password.ts';
import { removeSecondFactor, renewRecoveryCodes } from './change-second-factor.ts';
import { confirmIdentity } from './confirm-identity.ts';
import { beginSecondFactor, confirmSecondFactor } from './enrol-second-factor.ts';
import { type FoundSession, findSession } from './find-session.ts';
import { openCaller } from './open-caller.ts';
import {
  buildAgency,
  buildPerson,
  codeAt,
  goodPassword,
  request,
  spineFor,
  withCookie,
} from './people-test-kit.ts';
import { signIn } from './sign-in.ts';
import { verifySecondFactor } from './verify-second-factor.ts';

const database = await openTestDatabase();
const { spine, clock } = spineFor(database);
const agencyId = await buildAgency(spine);

const enter = (username: string) => signIn(spine, request(), { username, password: goodPassword });
const at = async (secret: string): Promise<FoundSession> => {
  const session = await findSession(spine, secret);
  assert.ok(session, 'the session has ended');
  return session;
};

/** An administrator who has bound an authenticator a while ago. */
const bound = async () => {
  const person = await buildPerson(spine, agencyId, ['system_administrator']);
  const first = await enter(person.username);
  const { secret } = await beginSecondFactor(spine, await at(first), null);
  const { recoveryCodes } = await confirmSecondFactor(
    spine,
    await at(first),
    codeAt(secret, clock.now),
    null,
  );
  clock.pass(2);
  return { person, totp: secret, recoveryCodes };
};

test('an administrator without a second factor can do nothing but bind one, and has another session afterwards', async () => {
  const person = await buildPerson(spine, agencyId, ['audit_administrator']);
  const cookie = await enter(person.username);
  assert.equal((await at(cookie)).state, 'must_enrol_second_factor');
  assert.equal(await openCaller(spine, withCookie(cookie)), null);
  const { secret, uri } = await beginSecondFactor(spine, await at(cookie), null);
  assert.match(uri, new RegExp(`^otpauth://totp/.*secret=${secret}`));
  await assert.rejects(confirmSecondFactor(spine, await at(cookie), '000000', null), { code: 'CODE_WRONG' });
  const done = await confirmSecondFactor(spine, await at(cookie), codeAt(secret, clock.now), null);
  assert.equal(done.recoveryCodes.length, 10);
  assert.equal(await openCaller(spine, withCookie(cookie)), null, 'the former cookie is of no use');
  assert.equal((await openCaller(spine, withCookie(done.secret)))?.actor.id, person.id);
});

test('an ordinary officer needs none, unless the policy says everybody does', async () => {
  const person = await buildPerson(spine, agencyId, ['officer']);
  const cookie = await enter(person.username);
  assert.equal((await at(cookie)).state, 'ready');
  await spine.db.insertInto('setting').values({ name: 'security.second_factor', value: '"all"' }).execute();
  assert.equal((await at(cookie)).state, 'must_enrol_second_factor');
  await spine.db.deleteFrom('setting').execute();
});

test('the password alone gives no rights; with the code it does, under a new cookie', async () => {
  const { person, totp } = await bound();
  const cookie = await enter(person.username);
  assert.equal((await at(cookie)).state, 'second_factor');
  assert.equal(await openCaller(spine, withCookie(cookie)), null);
  const done = await verifySecondFactor(spine, await at(cookie), codeAt(totp, clock.now), null);
  assert.notEqual(done, cookie);
  assert.equal(await openCaller(spine, withCookie(cookie)), null);
  assert.ok(await openCaller(spine, withCookie(done)));
});

test('the password alone signs nobody out; whoever signs in wholly replaces the oldest of three', async () => {
  const { person, totp } = await bound();
  const whole: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    clock.pass(1);
    const secret = await enter(person.username);
    whole.push(await verifySecondFactor(spine, await at(secret), codeAt(totp, clock.now), null));
  }
  for (let n = 0; n < 5; n += 1) await enter(person.username);
  const alive = async () => {
    const found = await Promise.all(whole.map((secret) => findSession(spine, secret)));
    return found.map((session) => session !== null);
  };
  assert.deepEqual(await alive(), [true, true, true]);
  clock.pass(1);
  const last = await at(await enter(person.username));
  await verifySecondFactor(spine, last, codeAt(totp, clock.now), null);
  assert.deepEqual(await alive(), [false, true, true]);
});

test('a code counts once: given again, in another session, at the same instant, it is refused', async () => {
  const { person, totp } = await bound();
  const cookies = [await enter(person.username), await enter(person.username)];
  const sessions = await Promise.all(cookies.map(at));
  const code = codeAt(totp, clock.now);
  const answers = await Promise.allSettled(
    sessions.map((session) => verifySecondFactor(spine, session, code, null)),
  );
  assert.deepEqual(answers.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  const late = await at(await enter(person.username));
  await assert.rejects(verifySecondFactor(spine, late, code, null), { code: 'CODE_WRONG' });
  await assert.rejects(
    verifySecondFactor(spine, late, codeAt(totp, clock.now, -1), null),
    { code: 'CODE_WRONG' },
    'nor the one before it',
  );
  assert.ok(await verifySecondFactor(spine, late, codeAt(totp, clock.now, 1), null));
});

test('five wrong codes lock the account and end the session, although the password is known', async () => {
  const { person, totp } = await bound();
  let cookie = await enter(person.username);
  for (let n = 0; n < 4; n += 1) {
    await assert.rejects(verifySecondFactor(spine, await at(cookie), '000000', null), { code: 'CODE_WRONG' });
    // The right password in between does not start the count anew.
    cookie = await enter(person.username);
  }
  await assert.rejects(verifySecondFactor(spine, await at(cookie), '000000', null), { code: 'CODE_WRONG' });
  assert.equal(await findSession(spine, cookie), null);
  await assert.rejects(enter(person.username), { code: 'SIGN_IN_REFUSED' });
  clock.pass(31);
  const again = await at(await enter(person.username));
  assert.ok(await verifySecondFactor(spine, again, codeAt(totp, clock.now), null));
});

test('50 guesses of a code at the same instant are five guesses', async () => {
  const { person } = await bound();
  const session = await at(await enter(person.username));
  await Promise.allSettled(
    Array.from({ length: 50 }, (_, n) => verifySecondFactor(spine, session, String(100_000 + n), null)),
  );
  const refused = await spine.db
    .selectFrom('event')
    .select('data')
    .where('subject_id', '=', person.id)
    .where('kind', '=', 'second_factor_refused')
    .execute();
  assert.equal(refused.filter(({ data }) => data.reason === 'wrong_code').length, 5);
});

test('a recovery code stands in for the telephone, once, however it is typed', async () => {
  const { person, recoveryCodes } = await bound();
  const code = recoveryCodes[3]!.toLowerCase().replaceAll('-', ' ');
  assert.ok(await verifySecondFactor(spine, await at(await enter(person.username)), code, null));
  const late = await at(await enter(person.username));
  await assert.rejects(verifySecondFactor(spine, late, code, null), { code: 'CODE_WRONG' });
  const { recovery_codes } = await spine.db
    .selectFrom('person')
    .select('recovery_codes')
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow();
  assert.equal(recovery_codes.length, 9);
});

test('new recovery codes make the old ones void; unbinding sends an administrator back to binding', async () => {
  const { person, totp, recoveryCodes } = await bound();
  const cookie = await verifySecondFactor(
    spine,
    await at(await enter(person.username)),
    codeAt(totp, clock.now),
    null,
  );
  clock.pass(1);
  const fresh = await renewRecoveryCodes(spine, await at(cookie), codeAt(totp, clock.now), null);
  await assert.rejects(removeSecondFactor(spine, await at(cookie), recoveryCodes[0]!, null), {
    code: 'CODE_WRONG',
  });
  await removeSecondFactor(spine, await at(cookie), fresh[0]!, null);
  assert.equal((await at(cookie)).state, 'must_enrol_second_factor');
});

test('who signed in before a second factor was required proves who they are once more, and binds', async () => {
  const { person, totp } = await bound();
  const first = await at(await enter(person.username));
  const cookie = await verifySecondFactor(spine, first, codeAt(totp, clock.now), null);
  clock.pass(1);
  await removeSecondFactor(spine, await at(cookie), codeAt(totp, clock.now), null);
  clock.pass(20);
  assert.equal((await at(cookie)).state, 'must_enrol_second_factor');
  await assert.rejects(async () => beginSecondFactor(spine, await at(cookie), null), {
    code: 'CONFIRMATION_NEEDED',
  });
  await confirmIdentity(spine, await at(cookie), { password: goodPassword }, null);
  assert.match((await beginSecondFactor(spine, await at(cookie), null)).uri, /^otpauth:/);
});

test('identity is confirmed by the code where there is one, by the password where not; wrong ones are counted', async () => {
  const { person, totp } = await bound();
  const cookie = await verifySecondFactor(
    spine,
    await at(await enter(person.username)),
    codeAt(totp, clock.now),
    null,
  );
  clock.pass(20);
  await assert.rejects(confirmIdentity(spine, await at(cookie), { password: goodPassword }, null), {
    code: 'CODE_MISSING',
  });
  await confirmIdentity(spine, await at(cookie), { code: codeAt(totp, clock.now) }, null);
  assert.deepEqual((await at(cookie)).confirmedAt, clock.now);

  const officer = await buildPerson(spine, agencyId, ['officer']);
  const own = await enter(officer.username);
  clock.pass(20);
  await confirmIdentity(spine, await at(own), { password: goodPassword }, null);
  assert.deepEqual((await at(own)).confirmedAt, clock.now);
  for (let n = 0; n < 5; n += 1)
    await assert.rejects(confirmIdentity(spine, await at(own), { password: 'Wrong-2026' }, null), {
      code: 'PASSWORD_WRONG',
    });
  assert.equal(await findSession(spine, own), null, 'whoever sat there is out');
});

test('a new password must be long, mixed, without the name, and not one of the last five', async () => {
  const person = await buildPerson(spine, agencyId, ['officer']);
  let cookie = await enter(person.username);
  let current = goodPassword;
  const to = async (newPassword: string) =>
    changePassword(spine, await at(cookie), { currentPassword: current, newPassword }, null);
  for (const weak of ['Ab-1', 'alllowercase-only', `X1-${person.username}`, 'Aaaaa-2026'])
    await assert.rejects(to(weak), { code: 'PASSWORD_TOO_WEAK' }, weak);
  await assert.rejects(to(goodPassword), { code: 'PASSWORD_USED_BEFORE' });
  for (let n = 1; n <= 5; n += 1) {
    const next = `Mountain-${n}00`;
    cookie = await to(next);
    current = next;
    if (n < 5) await assert.rejects(to(goodPassword), { code: 'PASSWORD_USED_BEFORE' }, String(n));
  }
  cookie = await to(goodPassword);
  assert.equal((await at(cookie)).state, 'ready');
});

test('a changed password ends the other sessions', async () => {
  const person = await buildPerson(spine, agencyId, ['officer']);
  const other = await enter(person.username);
  const own = await enter(person.username);
  await changePassword(
    spine,
    await at(own),
    { currentPassword: goodPassword, newPassword: 'Mountain-100' },
    null,
  );
  assert.equal(await findSession(spine, other), null);
});

test('neither secret, code nor password stands in the table or the record in clear', async () => {
  const { person, totp, recoveryCodes } = await bound();
  const { rows } = await database.pool.query(
    'select person::text as row from person where id = $1 union all select event::text from event',
    [person.id],
  );
  const all = rows.map(({ row }) => row).join('\n');
  for (const secret of [totp, ...recoveryCodes, goodPassword, Buffer.from(totp).toString('hex')])
    assert.ok(!all.includes(secret));
});
