import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Role } from '@gongkai/contract';
import { openTestDatabase } from '../test-database-kit.ts';
import { createToken } from './create-token.ts';
import { findSession } from './find-session.ts';
import { handOverPerson } from './hand-over-person.ts';
import { previewHandOver } from './hand-over-preview.ts';
import { openCaller } from './open-caller.ts';
import {
  type BuiltPerson,
  buildAgency,
  buildPerson,
  callerFor,
  goodPassword,
  request,
  spineFor,
} from './people-test-kit.ts';
import { showPerson } from './person-queries.ts';
import { signIn } from './sign-in.ts';
import { openWork } from './work-item.ts';

const database = await openTestDatabase();
const { spine, clock } = spineFor(database);
const { db } = spine;
const district = await buildAgency(spine);
const bureau = await buildAgency(spine, { parentId: district });
const system = await buildPerson(spine, district, ['system_administrator']);
const bySystem = () => callerFor(spine, system, ['system_administrator']);

let subjects = 0;
const giveWork = async (person: BuiltPerson, role: Role, title: string): Promise<void> => {
  subjects += 1;
  await openWork(
    { db, now: clock.now },
    {
      agencyId: person.agencyId,
      kind: 'calendar_missing',
      subject: { kind: 'test', id: String(subjects) },
      title,
      role,
      personId: person.id,
    },
  );
};

const workOf = async (personId: string) =>
  (
    await db
      .selectFrom('work_item')
      .select('title')
      .where('person_id', '=', personId)
      .where('done_at', 'is', null)
      .orderBy('title')
      .execute()
  ).map(({ title }) => title);

const reason = '退休';

test('before somebody leaves one sees their open work, who could take it, and what nobody would do any more', async () => {
  const leaver = await buildPerson(spine, bureau, ['officer', 'reviewer']);
  const colleague = await buildPerson(spine, bureau, ['officer']);
  await giveWork(leaver, 'officer', '甲');
  await giveWork(leaver, 'officer', '乙');
  await signIn(spine, request(), { username: leaver.username, password: goodPassword });
  const preview = await previewHandOver(spine, bySystem(), leaver.id);
  assert.deepEqual(
    preview.work.map(({ role, items, successors }) => [
      role,
      items.map(({ title }) => title).sort(),
      successors.map(({ id }) => id),
    ]),
    [['officer', ['乙', '甲'].sort(), [colleague.id]]],
  );
  assert.deepEqual(
    preview.vacant.map(({ role }) => role),
    ['reviewer'],
  );
  assert.equal(preview.sessions, 1);
  const officer = callerFor(spine, colleague, ['officer']);
  await assert.rejects(previewHandOver(spine, officer, leaver.id), { name: 'PermissionDenied' });
});

test('at hand-over all open work goes to the successor, posts and sessions end, the account is closed, the record stays', async () => {
  const leaver = await buildPerson(spine, bureau, ['officer']);
  const successor = await buildPerson(spine, bureau, ['officer']);
  await giveWork(leaver, 'officer', '丙');
  await giveWork(leaver, 'officer', '丁');
  const secret = await signIn(spine, request(), { username: leaver.username, password: goodPassword });
  const result = await handOverPerson(spine, bySystem(), {
    id: leaver.id,
    successors: [{ agencyId: bureau, role: 'officer', personId: successor.id }],
    revokeTokens: [],
    reason,
  });
  assert.deepEqual(result, { reassigned: 2, revoked: 0 });
  assert.deepEqual(await workOf(leaver.id), []);
  assert.deepEqual(await workOf(successor.id), ['丁', '丙'].sort());
  assert.equal(await findSession(spine, secret), null);
  const ended = await db
    .selectFrom('session')
    .select('end_reason')
    .where('person_id', '=', leaver.id)
    .execute();
  assert.deepEqual(ended, [{ end_reason: 'left' }]);
  await assert.rejects(signIn(spine, request(), { username: leaver.username, password: goodPassword }), {
    code: 'SIGN_IN_REFUSED',
  });
  const seen = await showPerson(spine, bySystem(), leaver.id);
  assert.equal(seen.state, 'left');
  assert.equal(seen.leftOn, '2026-03-16');
  assert.deepEqual(
    seen.posts.map(({ state }) => state),
    ['ended'],
  );
  const events = await db
    .selectFrom('event')
    .select('kind')
    .where('kind', 'in', ['work_reassigned', 'post_ended', 'person_handed_over'])
    .orderBy('id')
    .execute();
  assert.deepEqual(
    events.map(({ kind }) => kind),
    ['post_ended', 'work_reassigned', 'work_reassigned', 'person_handed_over'],
  );
  const told = await db
    .selectFrom('notification')
    .select('text')
    .where('person_id', '=', successor.id)
    .execute();
  assert.match(told[0]!.text, /2 件待办/);
  await assert.rejects(
    handOverPerson(spine, bySystem(), { id: leaver.id, successors: [], revokeTokens: [], reason }),
    { code: 'PERSON_LEFT' },
  );
});

test('work without a successor, or with one who may not do it, stops the hand-over; nothing has changed then', async () => {
  const leaver = await buildPerson(spine, bureau, ['disclosure_head']);
  const officer = await buildPerson(spine, bureau, ['officer']);
  await giveWork(leaver, 'disclosure_head', '戊');
  const attempt = (successors: { agencyId: string; role: Role; personId: string | null }[]) =>
    handOverPerson(spine, bySystem(), { id: leaver.id, successors, revokeTokens: [], reason });
  await assert.rejects(attempt([]), { code: 'SUCCESSOR_MISSING' });
  for (const personId of [officer.id, leaver.id, null])
    await assert.rejects(attempt([{ agencyId: bureau, role: 'disclosure_head', personId }]), {
      code: 'SUCCESSOR_UNFIT',
    });
  assert.deepEqual(await workOf(leaver.id), ['戊']);
  assert.equal((await showPerson(spine, bySystem(), leaver.id)).state, 'active');
});

test('the last administrator of a kind cannot leave; with a successor in post they can', async () => {
  const last = await buildPerson(spine, district, ['security_administrator']);
  const leave = () =>
    handOverPerson(spine, bySystem(), { id: last.id, successors: [], revokeTokens: [], reason });
  const preview = await previewHandOver(spine, bySystem(), last.id);
  assert.deepEqual(
    preview.blocking.map(({ role }) => role),
    ['security_administrator'],
  );
  await assert.rejects(leave(), { code: 'LAST_ADMINISTRATOR' });
  await assert.rejects(
    handOverPerson(spine, bySystem(), { id: system.id, successors: [], revokeTokens: [], reason }),
    { code: 'NOT_ONESELF' },
  );
  await buildPerson(spine, district, ['security_administrator']);
  await leave();
});

test('tokens that the leaver made are listed; those chosen are revoked, the others go on working', async () => {
  const leaver = await buildPerson(spine, district, ['security_administrator']);
  const make = (name: string) =>
    createToken(spine, callerFor(spine, leaver, ['security_administrator']), {
      agencyId: bureau,
      name,
      scopes: ['agency.view'],
      perMinute: 60,
    });
  const [gone, stays] = [await make('旧门户'), await make('新门户')];
  const { tokens } = await previewHandOver(spine, bySystem(), leaver.id);
  assert.deepEqual(tokens.map(({ name }) => name).sort(), ['新门户', '旧门户'].sort());
  const { revoked } = await handOverPerson(spine, bySystem(), {
    id: leaver.id,
    successors: [],
    revokeTokens: [gone.id],
    reason,
  });
  assert.equal(revoked, 1);
  const bearer = (token: string) => openCaller(spine, request({ authorization: `Bearer ${token}` }));
  assert.equal(await bearer(gone.token), null);
  assert.ok(await bearer(stays.token));
});
