import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type AuditSearch, auditSearchSchema } from '@gongkai/contract';
import { openTestDistrict } from '../agency/agency-test-kit.ts';
import type { Caller } from '../agency/index.ts';
import { sealAll, tamper } from '../platform/event/chain-test-kit.ts';
import { systemActor } from '../platform/event/event.ts';
import { recordEvents } from '../platform/event/record-events.ts';
import { verifyExport } from '../platform/event/verify-export.ts';
import { exportAudit } from './export-audit.ts';
import { searchEvents } from './search-events.ts';
import { verifyEvents } from './verify-events.ts';

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

describe('the audit log', async () => {
  const { spine, governmentId, officeId, as, administrator } = await openTestDistrict();
  const { db } = spine;
  const auditor = await as('audit_administrator');
  const officeAuditor = await as('audit_administrator', officeId);

  const search = (caller: Caller, criteria: Partial<AuditSearch> = {}) =>
    searchEvents(spine, caller, auditSearchSchema.parse(criteria));
  const kindsOf = async (caller: Caller, criteria: Partial<AuditSearch> = {}) =>
    (await search(caller, criteria)).items.map(({ kind }) => kind);
  const exported = async (caller: Caller, query = ''): Promise<readonly string[]> =>
    (await (await exportAudit(spine, caller, 'sha256', new URLSearchParams(query))).text())
      .trimEnd()
      .split('\n');

  it('tells what happened in sentences, newest first, with who did it', async () => {
    const { items } = await search(auditor);
    const created = items.find(({ subject, kind }) => subject.id === officeId && kind === 'agency_created');
    assert.ok(created);
    assert.equal(created.sentence, `${created.actor.name}新增了单位区政府办`);
    assert.deepEqual(
      [created.actor.kind, created.actor.id, typeof created.actor.name],
      ['person', administrator.actor.id, 'string'],
    );
    assert.deepEqual(
      items.map(({ at }) => at),
      items
        .map(({ at }) => at)
        .toSorted()
        .reverse(),
    );
  });

  it('is found by each criterion', async () => {
    await recordEvents(db, systemActor, 'request-7', [
      {
        kind: 'calendar_year_imported',
        agencyId: governmentId,
        subject: { kind: 'calendar_year', id: '2031' },
      },
    ]);
    const found = ['calendar_year_imported'];
    assert.deepEqual(await kindsOf(auditor, { requestId: 'request-7' }), found);
    assert.deepEqual(await kindsOf(auditor, { kind: 'calendar_year_imported' }), found);
    assert.deepEqual(await kindsOf(auditor, { subjectKind: 'calendar_year', subjectId: '2031' }), found);
    assert.deepEqual(await kindsOf(auditor, { actorKind: 'system' }), found);
    assert.deepEqual(await kindsOf(auditor, { kind: 'calendar_year_imported', agencyId: officeId }), []);
    assert.deepEqual(await kindsOf(auditor, { until: '2020-01-01T00:00:00Z' }), []);
    assert.deepEqual(await kindsOf(auditor, { actorId: 'nobody-here' }), []);
    const { username } = await db
      .selectFrom('person')
      .select('username')
      .where('id', '=', administrator.actor.id!)
      .executeTakeFirstOrThrow();
    const byName = await search(auditor, { actorId: username.toUpperCase() });
    const byId = await search(auditor, { actorId: administrator.actor.id! });
    assert.ok(byId.items.length > 0);
    assert.deepEqual(byName.items, byId.items);
    const audits = await search(auditor, { area: 'audit' });
    assert.deepEqual([...new Set(audits.items.map(({ kind }) => kind))], ['audit_searched']);
  });

  it('is paged without leaving out or repeating anything, and each search is recorded once', async () => {
    await recordEvents(
      db,
      systemActor,
      null,
      // Many in one statement: many at nearly the same moment.
      Array.from({ length: 25 }, (_, n) => ({
        kind: 'agency_changed',
        agencyId: officeId,
        subject: { kind: 'paged', id: String(n) },
      })),
    );
    const searches = () => db.selectFrom('event').select('id').where('kind', '=', 'audit_searched').execute();
    const before = (await searches()).length;
    const ids: string[] = [];
    let after: string | undefined;
    do {
      const page = await search(auditor, { subjectKind: 'paged', size: 7, ...(after && { after }) });
      ids.push(...page.items.map(({ subject }) => subject.id));
      after = page.next ?? undefined;
    } while (after);
    assert.deepEqual(
      ids,
      Array.from({ length: 25 }, (_, n) => String(24 - n)),
    );
    assert.equal((await searches()).length, before + 1);
    await assert.rejects(search(auditor, { after: 'x' }), { code: 'PAGE_INVALID' });
  });

  it('shows an auditor of one agency that agency alone', async () => {
    await recordEvents(db, systemActor, null, [
      { kind: 'job_failed', agencyId: null, subject: { kind: 'job', id: 'of nobody' } },
    ]);
    const { items } = await search(officeAuditor, { size: 200 });
    assert.ok(items.length > 0);
    assert.deepEqual([...new Set(items.map(({ agency }) => agency?.id))], [officeId]);
    assert.ok((await kindsOf(auditor, { size: 200 })).includes('job_failed'));
    const lines = await exported(officeAuditor);
    const agencies = lines.slice(1, -1).map((line) => JSON.parse(line).event.agency_id);
    assert.deepEqual([...new Set(agencies)], [officeId]);
    await assert.rejects(search(officeAuditor, { agencyId: governmentId }), { name: 'PermissionDenied' });
  });

  it('is closed to everybody else, and the attempt stands in it', async () => {
    for (const role of ['officer', 'system_administrator', 'security_administrator'] as const) {
      const other = await as(role);
      for (const attempt of [
        () => search(other),
        () => exported(other),
        () => verifyEvents(spine, other, 'sha256', {}),
      ])
        await assert.rejects(attempt(), { name: 'PermissionDenied' });
      const denied = await search(auditor, { kind: 'permission_denied', actorId: other.actor.id! });
      assert.deepEqual(denied.items.map(({ data }) => data.action).sort(), [
        'audit.export',
        'audit.search',
        'audit.verify',
      ]);
    }
    // A key that was used before stands for no permission.
    const revoked = { ...(await as('audit_administrator')), once: 'same' };
    await search(revoked);
    await assert.rejects(search({ ...revoked, held: [] }), { name: 'PermissionDenied' });
  });

  it('is exported whole and verified offline, and the export stands in it', async () => {
    await exported(auditor);
    await sealAll(db);
    const lines = await exported(auditor);
    const verified = await verifyExport(each(lines));
    assert.deepEqual([verified.ok, verified.links], [true, lines.length - 2]);
    assert.ok(lines.some((line) => line.includes('"audit_exported"')));
  });

  it('is exported in part, oldest first, with what was asked for', async () => {
    const lines = (await exported(auditor, 'subjectKind=paged&kind=')).map((line) => JSON.parse(line));
    assert.deepEqual(lines[0], {
      type: 'extract',
      format: 'gongkai-events',
      version: 1,
      criteria: { subjectKind: 'paged' },
    });
    assert.deepEqual(
      lines.slice(1, -1).map(({ event }) => event.subject_id),
      Array.from({ length: 25 }, (_, n) => String(n)),
    );
    assert.deepEqual(lines.at(-1), { type: 'end', events: 25 });
    await assert.rejects(exported(auditor, 'agencyId=x'), { code: 'INPUT_INVALID', field: 'agencyId' });
  });

  it('is verified, the outcome recorded, and what was changed is named', async () => {
    await sealAll(db);
    const verified = await verifyEvents(spine, auditor, 'sha256', {});
    assert.deepEqual([verified.ok, verified.done, verified.links], [true, true, verified.total]);
    const again = await verifyEvents(spine, auditor, 'sha256', { noted: verified.head });
    assert.equal(again.ok, true);
    const [event] = (await search(auditor, { kind: 'chain_verified' })).items;
    assert.equal(event?.position === null || event!.position > 0, true);
    assert.match(event!.sentence, /全部完好/);
    const { position } = (await search(auditor, { subjectKind: 'paged', size: 1 })).items[0]!;
    await tamper(
      db,
      `update event set kind = 'agency_closed' where subject_kind = 'paged' and subject_id = '24'`,
    );
    const found = await verifyEvents(spine, auditor, 'sha256', {});
    assert.deepEqual(
      [found.ok, found.broken?.fault, found.broken?.position, found.broken?.kind],
      [false, 'event_changed', position, 'agency_closed'],
    );
    const [alarm] = (await search(auditor, { kind: 'chain_found_broken' })).items;
    assert.match(alarm!.sentence, /第 \d+ 环有问题：事件内容被改动$/);
    assert.deepEqual([alarm?.data.fault, alarm?.data.position], ['event_changed', position]);
  });

  it('names whom it was done to', async () => {
    const { id, name } = await db
      .selectFrom('person')
      .select(['id', 'name'])
      .where('id', '=', officeAuditor.actor.id)
      .executeTakeFirstOrThrow();
    await recordEvents(db, systemActor, 'request-post', [
      {
        kind: 'post_authorised',
        agencyId: officeId,
        subject: { kind: 'post', id: officeId },
        data: { person: id, role: 'officer' },
      },
      {
        kind: 'account_locked',
        agencyId: officeId,
        subject: { kind: 'person', id },
        data: { minutes: 30 },
      },
    ]);
    const { items } = await search(auditor, { requestId: 'request-post' });
    assert.deepEqual(
      items.map(({ sentence }) => sentence),
      [`${name}的账号因连续输错被锁定 30 分钟`, `系统授权${name}任区政府办经办人`],
    );
  });
});
