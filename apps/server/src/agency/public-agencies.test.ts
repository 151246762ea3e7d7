import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestDistrict } from './agency-test-kit.ts';
import { createAgency } from './create-agency.ts';
import { findPublicAgencies, publicAgency } from './public-agencies.ts';

const { spine, administrator, governmentId, officeId } = await openTestDistrict();

const add = (name: string, shortName: string, kind: 'department' | 'township' = 'department') =>
  createAgency(spine, administrator, { parentId: governmentId, kind, name, shortName, regionCode: '990101' });

await add('云山区青石镇人民政府', '青石镇', 'township');
const { id: bureauId } = await add('云山区民政局', '民政局');

test('who looks for 民政 finds the bureau first, before all that are called 人民政府', async () => {
  const { entries, total } = await findPublicAgencies(spine.db, '民政', { skip: 0, size: 10 });
  assert.equal(entries[0]?.name, '云山区民政局');
  assert.equal(total, 4);
});

test('a new agency stands behind those that were there, unless a place is asked for', async () => {
  const below = (await publicAgency(spine.db, governmentId))?.below.map(({ name }) => name);
  assert.deepEqual(below, ['云山区人民政府办公室', '云山区青石镇人民政府', '云山区民政局']);
  const { id } = await createAgency(spine, administrator, {
    parentId: governmentId,
    kind: 'department',
    name: '云山区教育局',
    shortName: '教育局',
    regionCode: '990101',
    sort: 5,
  });
  const now = (await publicAgency(spine.db, governmentId))?.below.map((one) => one.id);
  assert.equal(now?.[0], id);
  assert.deepEqual([now?.[1], now?.at(-1)], [officeId, bureauId]);
});

test('who looks for an agency by what people call it finds it, and nothing by what no name has', async () => {
  await add('云山区住房和城乡建设局', '住房和城乡建设局');
  const found = async (words: string) =>
    (await findPublicAgencies(spine.db, words, { skip: 0, size: 10 })).entries.map(({ name }) => name);
  assert.deepEqual(await found('住建局'), ['云山区住房和城乡建设局']);
  assert.deepEqual(await found('住 建'), ['云山区住房和城乡建设局']);
  for (const words of ['建住', '海事', '%_', '.*', '(', '\\'])
    assert.deepEqual(await found(words), [], words);
});
