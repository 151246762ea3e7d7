import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Role, roleNames } from '@gongkai/contract';
import { sql } from 'kysely';
import { eventsOf, openTestDistrict, refusalOf } from './agency-test-kit.ts';
import { changeAgency } from './change-agency.ts';
import { closeAgency } from './close-agency.ts';
import { createAgency } from './create-agency.ts';
import { designateCompetent } from './designate-competent.ts';
import { importAgencies, previewAgencyImport } from './import-agencies.ts';
import { moveAgency } from './move-agency.ts';
import { PermissionDenied } from './permit.ts';
import { agenciesFrom, readAgency } from './queries.ts';
import { listWork } from './work-queries.ts';

describe('agencies', async () => {
  const { spine, clock, governmentId, officeId, as, administrator } = await openTestDistrict();
  const { db } = spine;
  let made = 0;
  const department = async (parentId = governmentId, name = `云山区第${++made}局`): Promise<string> => {
    const fields = { kind: 'department', name, shortName: name.slice(3), regionCode: '990101' } as const;
    return (await createAgency(spine, administrator, { parentId, ...fields })).id;
  };

  it('stand below the one they were created under, with all their guide says, and their columns on the way', async () => {
    const civil = await department(governmentId, '云山区民政局');
    await changeAgency(spine, administrator, { id: civil, phone: '0000-8120001', address: '云山大道 1 号' });
    const agency = await readAgency(db, civil);
    assert.deepEqual(
      [agency.name, agency.phone, agency.address, agency.above.map(({ name }) => name)],
      ['云山区民政局', '0000-8120001', '云山大道 1 号', ['云山区人民政府']],
    );
    assert.deepEqual(await eventsOf(spine, civil), ['agency_created', 'agency_changed']);
    const { rows } = await sql<{ data: { agencyIds: string[] } }>`
      select data from job.job where name = 'open_standard_columns'`.execute(db);
    assert.ok(rows.some(({ data }) => data.agencyIds.includes(civil)));
  });

  it('record nothing when a change changes nothing', async () => {
    const id = await department();
    await changeAgency(spine, administrator, { id, regionCode: '990101' });
    assert.deepEqual(await eventsOf(spine, id), ['agency_created']);
  });

  it('are refused with a reason and the field it lies in', async () => {
    await department(governmentId, '云山区同名局');
    const { id: town } = await createAgency(spine, administrator, {
      parentId: governmentId,
      kind: 'township',
      name: '云山区白云街道办事处',
      shortName: '白云街道',
      regionCode: '990101001',
    });
    const same = { parentId: governmentId, shortName: '甲', regionCode: '990101' };
    const refused = (fields: object) =>
      createAgency(spine, administrator, { ...same, kind: 'department', name: '云山区甲局', ...fields });
    await assert.rejects(refused({ name: '云山区同名局' }), {
      code: 'AGENCY_NAME_TAKEN',
      message: '已有同名的单位，请核对名称。',
      field: 'name',
    });
    await assert.rejects(refused({ creditCode: '119901010000000002' }), {
      code: 'AGENCY_CODE_WRONG',
      field: 'creditCode',
    });
    await assert.rejects(refused({ kind: 'township', parentId: town }), {
      code: 'AGENCY_MISPLACED',
      field: 'parentId',
    });
  });

  it('move with all below them, but never below themselves', async () => {
    const [upper, lower, other] = [await department(), await department(), await department()];
    await moveAgency(spine, administrator, { id: lower, parentId: upper });
    await moveAgency(spine, administrator, { id: upper, parentId: other });
    assert.deepEqual(
      (await readAgency(db, lower)).above.map(({ id }) => id),
      [upper, other, governmentId],
    );
    await assert.rejects(moveAgency(spine, administrator, { id: other, parentId: lower }), {
      code: 'AGENCY_IN_RING',
    });
    await assert.rejects(moveAgency(spine, administrator, { id: other, parentId: other }), {
      code: 'AGENCY_IN_RING',
    });
  });

  it('never form a ring, even when two are moved below each other at the same instant', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [await department(), await department()];
      const moves = await Promise.allSettled([
        moveAgency(spine, administrator, { id: a, parentId: b }),
        moveAgency(spine, administrator, { id: b, parentId: a }),
      ]);
      assert.deepEqual(moves.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    }
  });

  it('have one competent department to a government, whatever the program asks of the database', async () => {
    const id = await department();
    await designateCompetent(spine, administrator, { id });
    assert.equal((await readAgency(db, officeId)).isCompetent, false);
    await assert.rejects(
      db.updateTable('agency').set({ is_competent: true }).where('id', '=', officeId).execute(),
      /agency_competent_once/,
    );
    assert.match(
      await refusalOf(designateCompetent(spine, administrator, { id: governmentId })),
      /主管部门应当是人民政府的办公厅（室）/,
    );
    await designateCompetent(spine, administrator, { id: officeId });
    assert.match(
      await refusalOf(moveAgency(spine, administrator, { id: officeId, parentId: id })),
      /请先指定另一个主管部门/,
    );
  });

  it('that are a government keep asking for their competent department until it is named', async () => {
    const asked = async () =>
      (await listWork(db, administrator, clock.now, { kind: 'competent_missing' })).items.map(
        ({ title }) => title,
      );
    const { id } = await createAgency(spine, administrator, {
      parentId: governmentId,
      kind: 'government',
      name: '云山新区管委会',
      shortName: '新区',
      regionCode: '990171',
    });
    assert.deepEqual(await asked(), ['为云山新区管委会指定政府信息公开工作主管部门']);
    const office = await department(id);
    await designateCompetent(spine, administrator, { id: office });
    assert.deepEqual(await asked(), []);
    // The last department may go, or the government could never be closed.
    await closeAgency(spine, administrator, { id: office, closedOn: '2026-03-16' }, []);
    await closeAgency(spine, administrator, { id, closedOn: '2026-03-16' }, []);
  });

  it('are closed once nothing is open with them; the record stays and the name is free again', async () => {
    const id = await department(governmentId, '云山区旧局');
    const below = await department(id, '云山区旧局稽查分局');
    await as('officer', id);
    await db
      .insertInto('work_item')
      .values({
        id: below,
        agency_id: id,
        kind: 'post_proposed',
        subject_kind: 'post',
        subject_id: below,
        title: '待办',
        role: 'officer',
      })
      .execute();
    const close = (agencyId: string, closedOn = '2026-03-16') =>
      closeAgency(spine, administrator, { id: agencyId, closedOn }, []);
    assert.equal(
      await refusalOf(close(id)),
      '云山区旧局还不能撤销：还有 1 个下级单位，须先撤销或调整上级；还有 1 个职责有人担任，须先免去或办理交接；还有 1 项待办没有办完。',
    );
    assert.match(await refusalOf(close(below, '2026-03-17')), /不能晚于今天/);
    await close(below);
    await db.updateTable('post').set({ ended_at: new Date() }).where('agency_id', '=', id).execute();
    await db.updateTable('work_item').set({ done_at: new Date() }).where('agency_id', '=', id).execute();
    await close(id);
    assert.deepEqual(await eventsOf(spine, id), ['agency_created', 'agency_closed']);
    const seen = async (closed: boolean) =>
      (await agenciesFrom(db, [governmentId], { closed })).map((agency) => agency.id);
    assert.equal((await seen(false)).includes(id), false);
    assert.equal((await seen(true)).includes(id), true);
    await assert.rejects(changeAgency(spine, administrator, { id, phone: '1' }), PermissionDenied);
    assert.match(await refusalOf(department(id)), /已于 2026-03-16 撤销，不能再有下级单位/);
    await department(governmentId, '云山区旧局');
  });

  it('keep their competent department until another one is named', async () => {
    assert.match(
      await refusalOf(closeAgency(spine, administrator, { id: officeId, closedOn: '2026-03-16' }, [])),
      /须先指定另一个/,
    );
  });

  it('are not closed while another area has something open with them, and what it is stands in the refusal', async () => {
    const id = await department();
    const open = async (_: unknown, agencyId: string) =>
      agencyId === id ? ['还有 3 件公开申请没有办结'] : [];
    assert.match(
      await refusalOf(closeAgency(spine, administrator, { id, closedOn: '2026-03-16' }, [open])),
      /还不能撤销：还有 3 件公开申请没有办结/,
    );
    await closeAgency(spine, administrator, { id, closedOn: '2026-03-16' }, [async () => []]);
  });

  it('are changed by the system administrator above them and by nobody else; each attempt is recorded', async () => {
    const id = await department();
    const fields = {
      kind: 'department',
      name: '云山区乙局',
      shortName: '乙局',
      regionCode: '990101',
    } as const;
    const sheet = new TextEncoder().encode('上级单位,单位名称\n');
    const cases: readonly ((caller: Awaited<ReturnType<typeof as>>) => Promise<unknown>)[] = [
      (caller) => createAgency(spine, caller, { parentId: governmentId, ...fields }),
      (caller) => changeAgency(spine, caller, { id, phone: '1' }),
      (caller) => moveAgency(spine, caller, { id, parentId: officeId }),
      (caller) => designateCompetent(spine, caller, { id }),
      (caller) => closeAgency(spine, caller, { id, closedOn: '2026-03-16' }, []),
      (caller) => importAgencies(spine, caller, sheet),
      (caller) => previewAgencyImport(spine, caller, sheet),
    ];
    const others = roleNames.filter((role): role is Role => role !== 'system_administrator');
    for (const role of others) {
      const caller = await as(role);
      for (const act of cases) await assert.rejects(act(caller), PermissionDenied, role);
    }
    // A department's own administrator reaches neither the government nor its siblings.
    const beside = await as('system_administrator', officeId);
    for (const act of cases.slice(0, 5)) await assert.rejects(act(beside), PermissionDenied);
    const denied = await db
      .selectFrom('event')
      .select((e) => e.fn.countAll<number>().as('count'))
      .where('kind', '=', 'permission_denied')
      .where('actor_id', '=', beside.actor.id)
      .executeTakeFirstOrThrow();
    assert.equal(denied.count, 5);
  });
});
