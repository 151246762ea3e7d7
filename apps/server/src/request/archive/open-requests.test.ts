import assert from 'node:assert/strict';
import { it } from 'node:test';
import { openTestOffice } from '../request-test-kit.ts';
import { openRequestsOf } from './open-requests.ts';

it('an agency with applications that are not over is told how many, and what to do with them', async () => {
  const { spine, officeId, people, register, take } = await openTestOffice();
  assert.deepEqual(await openRequestsOf(spine.db, officeId), []);
  const { id } = await register('in_person', '2026-03-16');
  await register('fax', '2026-03-16', '另一件');
  const [sentence] = await openRequestsOf(spine.db, officeId);
  assert.match(sentence!, /还有 2 件公开申请没有办结，须先办结；职权已划转的，按“不属于本机关负责公开”答复/);
  await take(people.officer, id, 'withdraw');
  assert.match((await openRequestsOf(spine.db, officeId))[0]!, /还有 1 件/);
});
