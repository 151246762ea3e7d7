import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { columnBlocks, type Role } from '@gongkai/contract';
import { columnBlocks as statutoryBlocks } from '@gongkai/statute';
import { type Caller, createAgency, initialise, PermissionDenied } from '../agency/index.ts';
import { newId } from '../platform/database/new-id.ts';
import { openJobQueue } from '../platform/job/open-job-queue.ts';
import { createCipher } from '../platform/secret/cipher.ts';
import type { Spine } from '../platform/spine.ts';
import { until } from '../platform/until-test-kit.ts';
import { openTestDatabase } from '../test-database-kit.ts';
import { changeColumn } from './change-column.ts';
import { closeColumn } from './close-column.ts';
import { categoryName } from './column-categories.ts';
import { columnsOfAgency } from './column-queries.ts';
import { createColumn } from './create-column.ts';
import { openStandardColumns } from './open-standard-columns.ts';
import { publicColumnsOfBlock } from './public-columns.ts';
import { standardColumns } from './standard-columns.ts';
import { standardColumnsJob } from './standard-columns-job.ts';

const openDistrict = async () => {
  const database = await openTestDatabase();
  const queue = await openJobQueue(database, [standardColumnsJob], { works: true, pollSeconds: 0.5 });
  after(() => queue.stop());
  const unused = () => Promise.reject(new Error('no files here'));
  const spine: Spine = {
    database,
    db: database.db,
    now: () => new Date('2026-03-16T02:00:00Z'),
    cipher: createCipher(randomBytes(32)),
    jobs: queue.jobs,
    files: { keep: unused, receive: unused, describe: unused, open: unused, read: unused },
  };
  const { governmentId, officeId } = await initialise(spine, {
    government: { name: '云山区人民政府', regionCode: '990101' },
    office: { name: '云山区人民政府办公室' },
    administrators: { system: { name: '甲' }, security: { name: '乙' }, audit: { name: '丙' } },
  });
  const as = (role: Role, agencyId: string): Caller => ({
    actor: { kind: 'person', id: newId(), postId: null },
    agencyId,
    name: '测试',
    held: [{ role, agencyId }],
    scopes: null,
    requestId: null,
  });
  return { spine, queue, governmentId, officeId, as };
};

describe('the columns of an agency', async () => {
  const { spine, queue, governmentId, officeId, as } = await openDistrict();
  const { db } = spine;
  await openStandardColumns(spine, [governmentId, officeId]);
  const head = as('disclosure_head', officeId);
  const names = async (closed = false) =>
    (await columnsOfAgency(db, officeId, { closed })).map(({ name }) => name);
  const named = async (name: string) =>
    (await columnsOfAgency(db, officeId, { closed: true })).find((column) => column.name === name)?.id ?? '';

  it('are the statutory blocks, and below them the categories of the regulation', () => {
    const statutory = statutoryBlocks.entries.filter(({ id }) => id !== 'apply');
    assert.deepEqual(
      Object.entries(columnBlocks),
      statutory.map(({ id, name }) => [id, name]),
    );
    for (const kind of ['government', 'department', 'township'] as const) {
      const columns = standardColumns(kind);
      assert.deepEqual(
        [...new Set(columns.map(({ block }) => block))],
        statutory.map(({ id }) => id),
      );
      assert.equal(new Set(columns.map(({ name }) => name)).size, columns.length, 'no name twice');
      for (const { block, category } of columns)
        assert.equal(categoryName(category) !== null, block === 'statutory_content');
    }
    // 条例第二十条 has fifteen items, 第二十一条 seven entries for counties and eight for townships.
    const categories = (kind: 'government' | 'township') =>
      standardColumns(kind).filter(({ category }) => category !== null).length;
    assert.deepEqual([categories('government'), categories('township')], [15 + 7, 9 + 8]);
  });

  it('are given to a new agency by the program, once', async () => {
    const standard = standardColumns('department').map(({ name }) => name);
    assert.deepEqual(await names(), standard);
    await Promise.all([openStandardColumns(spine, [officeId]), openStandardColumns(spine, [officeId])]);
    assert.deepEqual(await names(), standard);
    const events = await db
      .selectFrom('event')
      .select('actor_kind')
      .where('kind', '=', 'standard_columns_opened')
      .where('agency_id', '=', officeId)
      .execute();
    assert.deepEqual(events, [{ actor_kind: 'system' }]);
  });

  it('come with every agency that is created, by a job', async () => {
    await queue.work(spine);
    const { id } = await createAgency(spine, as('system_administrator', governmentId), {
      parentId: governmentId,
      kind: 'township',
      name: '云山区青石镇人民政府',
      shortName: '青石镇',
      regionCode: '990101101',
    });
    await until(async () => (await columnsOfAgency(db, id)).length > 0);
    assert.deepEqual(
      (await columnsOfAgency(db, id)).map(({ name }) => name),
      standardColumns('township').map(({ name }) => name),
    );
  });

  it('are added, changed and closed by the head of the disclosure body, block by block', async () => {
    const { id } = await createColumn(spine, head, {
      agencyId: officeId,
      block: 'statutory_content',
      name: '政策解读',
      category: 'otherwise_required',
      updateDays: 14,
    });
    const { id: below } = await createColumn(spine, head, {
      agencyId: officeId,
      block: 'statutory_content',
      parentId: id,
      name: '图解',
    });
    assert.equal((await names()).indexOf('图解') > (await names()).indexOf('政策解读'), true);
    await changeColumn(spine, head, { id, name: '解读回应', updateDays: null });
    await changeColumn(spine, head, { id, name: '解读回应' });
    const column = (await columnsOfAgency(db, officeId)).find((one) => one.id === id);
    assert.deepEqual(
      [column?.name, column?.updateDays, column?.categoryName],
      ['解读回应', null, '其他法定公开信息'],
    );
    await assert.rejects(closeColumn(spine, head, { id }), { code: 'COLUMN_HAS_CHILDREN' });
    await closeColumn(spine, head, { id: below });
    await closeColumn(spine, head, { id });
    assert.equal((await names()).includes('解读回应'), false);
    assert.equal((await names(true)).includes('解读回应'), true);
    await createColumn(spine, head, { agencyId: officeId, block: 'statutory_content', name: '解读回应' });
    const kinds = await db
      .selectFrom('event')
      .select('kind')
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute();
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      ['column_created', 'column_changed', 'column_closed'],
    );
  });

  it('are counted whole on a page behind the last, where none is left to show', async () => {
    const first = await publicColumnsOfBlock(db, 'guide', { skip: 0, size: 1 });
    assert.equal(first.entries.length, 1);
    assert.deepEqual(await publicColumnsOfBlock(db, 'guide', { skip: 1000, size: 1 }), {
      entries: [],
      total: first.total,
    });
  });

  it('are refused with a reason', async () => {
    const create = (more: object) =>
      createColumn(spine, head, { agencyId: officeId, block: 'statutory_content', name: '新栏目', ...more });
    await assert.rejects(create({ name: '机构职能' }), { code: 'COLUMN_NAME_TAKEN', field: 'name' });
    await assert.rejects(create({ category: 'nothing' }), { code: 'CATEGORY_UNKNOWN', field: 'category' });
    const guide = await named(columnBlocks.guide);
    await assert.rejects(create({ parentId: guide }), { code: 'PARENT_COLUMN_WRONG' });
    const { id: first } = await create({ name: '一级' });
    const { id: second } = await create({ name: '二级', parentId: first });
    await assert.rejects(create({ parentId: second }), { code: 'COLUMN_TOO_DEEP' });
    await assert.rejects(closeColumn(spine, head, { id: guide }), { code: 'BLOCK_NEEDS_A_COLUMN' });
    await assert.rejects(changeColumn(spine, head, { id: newId(), name: '甲' }), {
      code: 'COLUMN_NOT_FOUND',
    });
  });

  it('leave no block empty, even when its last two are closed at the same instant', async () => {
    const { id } = await createColumn(spine, head, { agencyId: officeId, block: 'rules', name: '工作制度' });
    const closed = await Promise.allSettled([
      closeColumn(spine, head, { id }),
      closeColumn(spine, head, { id: await named(columnBlocks.rules) }),
    ]);
    assert.deepEqual(closed.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  });

  it("are nobody else's: an officer changes them, and only an agency's own people", async () => {
    const id = await named('机构职能');
    const fields = { agencyId: officeId, block: 'rules', name: '越权' } as const;
    await changeColumn(spine, as('officer', officeId), { id, description: '职能、机构、办公地址' });
    for (const caller of [
      as('officer', officeId),
      as('reviewer', officeId),
      as('system_administrator', governmentId),
      as('disclosure_head', governmentId),
    ]) {
      await assert.rejects(createColumn(spine, caller, fields), PermissionDenied);
      await assert.rejects(closeColumn(spine, caller, { id }), PermissionDenied);
    }
    await assert.rejects(
      changeColumn(spine, as('officer', governmentId), { id, name: '改' }),
      PermissionDenied,
    );
    await assert.rejects(changeColumn(spine, as('reviewer', officeId), { id, name: '改' }), PermissionDenied);
    await closeColumn(spine, head, { id });
    await assert.rejects(changeColumn(spine, head, { id, name: '改' }), PermissionDenied, 'it is closed');
  });
});
