import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildAgency, spineFor } from '../agency/people-test-kit.ts';
import { newId } from '../platform/database/new-id.ts';
import { openTestDatabase } from '../test-database-kit.ts';
import { findPublic } from './find-public.ts';

const database = await openTestDatabase();
const { db } = database;
const { spine } = spineFor(database);
const rootId = await buildAgency(spine, { name: '云山区人民政府' });
const housing = await buildAgency(spine, { name: '云山区住房和城乡建设局', parentId: rootId });
const finance = await buildAgency(spine, { name: '云山区财政局', parentId: rootId });

const addColumn = async (agencyId: string, name: string, description = '', closed = false): Promise<void> => {
  await db
    .insertInto('disclosure_column')
    .values({
      id: newId(),
      agency_id: agencyId,
      block: 'statutory_content',
      name,
      description,
      ...(closed ? { closed_at: new Date() } : {}),
    })
    .execute();
};
for (const agencyId of [rootId, housing, finance]) {
  await addColumn(agencyId, '财政预算、决算', '预算、决算信息');
  await addColumn(agencyId, '政府信息公开指南');
}
await addColumn(housing, '国有土地上房屋征收与补偿', '征收决定、补偿方案、补助奖励政策和标准');
await addColumn(housing, '旧城改造', '停用的栏目', true);

const names = async (text: string, limit = 6, agencyId: string | null = null) =>
  (await findPublic(db, text, limit, agencyId)).map(({ name, agencyName }) => `${agencyName}：${name}`);

test('a description in its own words finds the column that holds such things', async () => {
  const found = await names('我想要文化路旧城改造项目的房屋征收补偿方案');
  assert.equal(found[0], '云山区住房和城乡建设局：国有土地上房屋征收与补偿');
});

test('columns of the same name are shown once: that of the agency applied to, else the topmost', async () => {
  assert.deepEqual(await names('2024年部门预算'), ['云山区人民政府：财政预算、决算']);
  assert.deepEqual(await names('2024年部门预算', 6, finance), ['云山区财政局：财政预算、决算']);
});

test('an agency that the text names is shown, unless it is the one applied to', async () => {
  const text = '云山区财政局下达的补助资金';
  assert.ok((await names(text)).includes('云山区财政局：云山区财政局'));
  assert.ok(!(await names(text, 6, finance)).includes('云山区财政局：云山区财政局'));
});

test('words that every application has, figures and single characters find nothing', async () => {
  for (const text of ['', ' ', '我', '申请公开政府信息', '2024 2025', '%_%', "'; drop table agency; --"])
    assert.deepEqual(await names(text), [], text);
});

test('a closed column is not found, and no more is shown than asked for', async () => {
  assert.ok(!(await names('旧城改造')).some((name) => name.includes('旧城改造')));
  assert.equal((await names('房屋征收补偿方案和财政预算决算', 1)).length, 1);
});

test('words of every day find the column that has the official ones', async () => {
  for (const text of ['我家的拆迁补偿', '文化路动迁的评估报告'])
    assert.ok((await names(text))[0]?.endsWith('：国有土地上房屋征收与补偿'), text);
});

test('what two texts share by grammar alone, or because everybody writes it, is no match', async () => {
  await addColumn(housing, '宅基地使用情况审核');
  await addColumn(housing, '政府集中采购', '政府集中采购项目的目录、标准及实施情况');
  for (const text of ['小区电梯的使用情况', '旧楼加装电梯项目的名单、标准'])
    assert.deepEqual(await names(text), [], text);
});
