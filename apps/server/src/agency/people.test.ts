import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestDatabase } from '../test-database-kit.ts';
import { changePerson } from './change-person.ts';
import { createPerson } from './create-person.ts';
import { authorisePost, endPost, refusePost } from './decide-post.ts';
import { findSession } from './find-session.ts';
import { buildAgency, buildPerson, buildPost, callerFor, request, spineFor } from './people-test-kit.ts';
import { listPeople, showPerson } from './person-queries.ts';
import { listPosts } from './post-queries.ts';
import { proposePost } from './propose-post.ts';
import { resetPassword, resetSecondFactor, unlockPerson } from './restore-access.ts';
import { signIn } from './sign-in.ts';
import { listWork } from './work-queries.ts';

const database = await openTestDatabase();
const { spine, clock } = spineFor(database);
const { db } = spine;
const district = await buildAgency(spine, { name: '云山区人民政府' });
const bureau = await buildAgency(spine, { name: '云山区民政局', parentId: district });
const other = await buildAgency(spine, { name: '云山区水务局', parentId: district });
const system = await buildPerson(spine, district, ['system_administrator']);
const security = await buildPerson(spine, district, ['security_administrator']);
const bySystem = () => callerFor(spine, system, ['system_administrator']);
const bySecurity = () => callerFor(spine, security, ['security_administrator']);
const page = { page: 1, size: 50 };

const eventsOf = async (subjectId: string) =>
  (
    await db.selectFrom('event').select('kind').where('subject_id', '=', subjectId).orderBy('id').execute()
  ).map(({ kind }) => kind);

const newcomer = (username: string) =>
  createPerson(spine, bySystem(), {
    agencyId: bureau,
    username,
    name: '李青',
    phone: '13812345678',
    email: 'liqing@example.cn',
  });

test('a new person signs in with the first password and has to change it; a taken name is refused', async () => {
  const { id, initialPassword } = await newcomer('liqing');
  assert.match(initialPassword, /^(\w{4}-){3}\w{4}$/);
  const secret = await signIn(spine, request(), { username: 'liqing', password: initialPassword });
  assert.equal((await findSession(spine, secret))?.state, 'must_change_password');
  assert.deepEqual(await eventsOf(id), ['person_created', 'signed_in']);
  await assert.rejects(newcomer('LiQing'), { code: 'USERNAME_TAKEN', field: 'username' });
});

test('phone and e-mail are masked in lists, and whole for those who may see them and oneself', async () => {
  const { id } = await newcomer('masked');
  const { items } = await listPeople(spine, bySecurity(), { ...page, search: 'masked' });
  assert.deepEqual(
    items.map(({ phone, email }) => [phone, email]),
    [['138****5678', 'l***@example.cn']],
  );
  const whole = ['13812345678', 'liqing@example.cn'];
  const seen = async (caller: Parameters<typeof showPerson>[1]) => {
    const { phone, email } = await showPerson(spine, caller, id);
    return [phone, email];
  };
  assert.deepEqual(await seen(bySystem()), whole);
  assert.notDeepEqual(await seen(bySecurity()), whole);
  const self = { id, username: 'masked', agencyId: bureau };
  assert.deepEqual(await seen(callerFor(spine, self, ['officer'])), whole);
  const head = await buildPerson(spine, bureau, ['disclosure_head']);
  assert.deepEqual(await seen(callerFor(spine, head, ['disclosure_head'])), whole);
  const { rows } = await database.pool.query(
    'select person::text as row from person union all select event::text from event',
  );
  assert.ok(!rows.some(({ row }) => /13812345678|liqing@example/.test(row)), 'nor do they stand in clear');
});

test('an officer sees the people of their own agency only; the attempt to see another is on record', async () => {
  const mine = await buildPerson(spine, other, ['officer']);
  const theirs = await buildPerson(spine, bureau, ['officer']);
  const caller = callerFor(spine, mine, ['officer']);
  const { items } = await listPeople(spine, caller, page);
  assert.deepEqual([...new Set(items.map(({ agencyId }) => agencyId))], [other]);
  await assert.rejects(showPerson(spine, caller, theirs.id), { name: 'PermissionDenied' });
  const denied = await db
    .selectFrom('event')
    .select('data')
    .where('kind', '=', 'permission_denied')
    .where('actor_id', '=', mine.id)
    .execute();
  assert.deepEqual(
    denied.map(({ data }) => data.action),
    ['person.view'],
  );
});

test('a post gives no rights until the security administrator, who has it on their list, authorises it', async () => {
  const person = await buildPerson(spine, bureau);
  const { id } = await proposePost(spine, bySystem(), {
    personId: person.id,
    agencyId: bureau,
    role: 'reviewer',
    title: '副科长',
  });
  const posts = async () =>
    (
      await findSession(
        spine,
        await signIn(spine, request(), { username: person.username, password: 'Yunshan-2026' }),
      )
    )?.posts.length;
  assert.equal(await posts(), 0);
  const todo = await listWork(db, bySecurity(), clock.now, {});
  assert.ok(todo.items.some(({ title }) => title.includes('云山区民政局审核人')));
  const proposed = await listPosts(db, bySecurity(), { ...page, state: 'proposed' });
  assert.ok(proposed.items.some((post) => post.id === id && post.personId === person.id));
  await assert.rejects(authorisePost(spine, bySystem(), id), { name: 'PermissionDenied' });

  await authorisePost(spine, bySecurity(), id);
  assert.equal(await posts(), 1);
  assert.equal((await listWork(db, bySecurity(), clock.now, {})).total, todo.total - 1);
  await assert.rejects(authorisePost(spine, bySecurity(), id), { code: 'POST_STATE' });
  assert.deepEqual(await eventsOf(id), ['post_proposed', 'post_authorised']);

  await endPost(spine, bySecurity(), id, '轮岗');
  assert.equal(await posts(), 0);
});

test('a refused post stands on no list, gives no rights, and may be proposed again', async () => {
  const person = await buildPerson(spine, bureau);
  const post = { personId: person.id, agencyId: bureau, role: 'officer', title: null } as const;
  const { id } = await proposePost(spine, bySystem(), post);
  await refusePost(spine, bySecurity(), id, '尚未培训');
  const { items } = await listPosts(db, bySecurity(), { ...page, state: 'refused' });
  assert.deepEqual(
    items.map((one) => one.id),
    [id],
  );
  assert.ok(await proposePost(spine, bySystem(), post));
});

test('who gives rights gives none to themselves', async () => {
  const second = await buildPerson(spine, district, ['security_administrator']);
  const { id } = await proposePost(spine, bySystem(), {
    personId: second.id,
    agencyId: bureau,
    role: 'security_administrator',
    title: null,
  });
  await assert.rejects(authorisePost(spine, callerFor(spine, second, ['security_administrator']), id), {
    code: 'NOT_ONESELF',
  });
  await assert.rejects(resetPassword(spine, bySystem(), system.id), { code: 'NOT_ONESELF' });
  await db.updateTable('post').set({ ended_at: clock.now }).where('person_id', '=', second.id).execute();
});

test('nobody is proposed for two of the three administrators, or for one beside another role', async () => {
  const officer = await buildPerson(spine, bureau, ['officer']);
  const audit = await buildPerson(spine, district, ['audit_administrator']);
  const propose = (personId: string, role: 'system_administrator' | 'officer') =>
    proposePost(spine, bySystem(), { personId, agencyId: district, role, title: null });
  await assert.rejects(propose(officer.id, 'system_administrator'), { code: 'ADMINISTRATORS_APART' });
  await assert.rejects(propose(audit.id, 'system_administrator'), { code: 'ADMINISTRATORS_APART' });
  await assert.rejects(propose(audit.id, 'officer'), { code: 'ADMINISTRATORS_APART' });
});

test('the database itself refuses one person two of the three administrators, asked 20 times at once', async () => {
  const person = await buildPerson(spine, district);
  const roles = ['system_administrator', 'security_administrator', 'audit_administrator', 'officer'] as const;
  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) =>
      buildPost(spine, person.id, n % 2 ? district : bureau, roles[n % 4]!),
    ),
  );
  assert.ok(answers.some(({ status }) => status === 'fulfilled'));
  const { rows } = await database.pool.query('select distinct role from post where person_id = $1', [
    person.id,
  ]);
  assert.equal(rows.length, 1, rows.map(({ role }) => role).join());
  for (const answer of answers)
    if (answer.status === 'rejected')
      assert.ok(
        ['administrators_apart', 'post_once'].includes(answer.reason.constraint),
        String(answer.reason),
      );
  // Nor by changing a post that is there.
  const officer = await buildPerson(spine, bureau, ['officer', 'reviewer']);
  await assert.rejects(
    database.pool.query(
      `update post set role = 'audit_administrator' where person_id = $1 and role = 'officer'`,
      [officer.id],
    ),
    { constraint: 'administrators_apart' },
  );
});

test('the last administrator of a kind stays until there is another, also when all go at the same instant', async () => {
  const rounds = Array.from({ length: 6 }, async () => {
    const root = await buildAgency(spine);
    const local = await buildPerson(spine, root, ['security_administrator']);
    const caller = callerFor(spine, local, ['security_administrator']);
    const posts = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const { id } = await buildPerson(spine, root);
        return buildPost(spine, id, root, 'audit_administrator');
      }),
    );
    return () => Promise.allSettled(posts.map((id) => endPost(spine, caller, id, '离任')));
  });
  for (const leave of await Promise.all(rounds)) {
    const answers = await leave();
    const refused = answers.filter((answer) => answer.status === 'rejected');
    assert.deepEqual(
      refused.map(({ reason }) => reason.code),
      ['LAST_ADMINISTRATOR'],
    );
  }
});

test('a sensitive act asks again who is there when that was proved too long ago', async () => {
  const person = await buildPerson(spine, bureau, ['officer']);
  const caller = bySystem();
  clock.pass(11);
  await assert.rejects(resetPassword(spine, caller, person.id), { code: 'CONFIRMATION_NEEDED' });
  assert.ok(await resetPassword(spine, bySystem(), person.id));
});

test('a password that was reset ends the sessions, is shown once and has to be changed; the person is told', async () => {
  const person = await buildPerson(spine, bureau, ['officer']);
  const before = await signIn(spine, request(), { username: person.username, password: 'Yunshan-2026' });
  const { initialPassword } = await resetPassword(spine, bySystem(), person.id);
  assert.equal(await findSession(spine, before), null);
  await assert.rejects(signIn(spine, request(), { username: person.username, password: 'Yunshan-2026' }));
  const after = await signIn(spine, request(), { username: person.username, password: initialPassword });
  assert.equal((await findSession(spine, after))?.state, 'must_change_password');
  const told = await db
    .selectFrom('notification')
    .select('kind')
    .where('person_id', '=', person.id)
    .execute();
  assert.deepEqual(told, [{ kind: 'password_reset' }]);
});

test('a reset that was sent twice under one key shows the password that counts, and keeps none', async () => {
  const person = await buildPerson(spine, bureau, ['officer']);
  const reset = () => resetPassword(spine, { ...bySystem(), once: 'same-key' }, person.id);
  const first = await reset();
  const second = await reset();
  const enter = (password: string) => signIn(spine, request(), { username: person.username, password });
  assert.ok(await enter(second.initialPassword));
  await assert.rejects(enter(first.initialPassword), { code: 'SIGN_IN_REFUSED' });
  const { rows } = await database.pool.query('select done_once::text as row from done_once');
  assert.ok(!rows.some(({ row }) => row.includes(second.initialPassword)));
});

test('one administrator resets the password, another the second factor: neither does both', async () => {
  const person = await buildPerson(spine, bureau, ['officer']);
  await assert.rejects(resetPassword(spine, bySecurity(), person.id), { name: 'PermissionDenied' });
  await assert.rejects(resetSecondFactor(spine, bySystem(), person.id), { name: 'PermissionDenied' });
  await resetSecondFactor(spine, bySecurity(), person.id);
});

test('the security administrator unlocks an account before its time', async () => {
  const person = await buildPerson(spine, bureau, ['officer']);
  for (let n = 0; n < 5; n += 1)
    await assert.rejects(
      signIn(spine, request({}, `198.51.100.${n}`), { username: person.username, password: 'x' }),
    );
  const enter = () => signIn(spine, request(), { username: person.username, password: 'Yunshan-2026' });
  await assert.rejects(enter());
  assert.equal((await showPerson(spine, bySecurity(), person.id)).state, 'locked');
  await unlockPerson(spine, bySecurity(), person.id);
  assert.ok(await enter());
});

test('a person with posts does not move to another agency before they end', async () => {
  const person = await buildPerson(spine, bureau, ['officer']);
  await assert.rejects(changePerson(spine, bySystem(), { id: person.id, agencyId: other }), {
    code: 'PERSON_HAS_POSTS',
  });
  const free = await buildPerson(spine, bureau);
  await changePerson(spine, bySystem(), { id: free.id, agencyId: other, name: '赵新' });
  const { name, agencyId } = await showPerson(spine, bySystem(), free.id);
  assert.deepEqual([name, agencyId], ['赵新', other]);
});
