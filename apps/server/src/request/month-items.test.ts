import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { refusalOf } from '../agency/agency-test-kit.ts';
import { loadCase } from './load-case.ts';
import { itemsBefore } from './month-items.ts';
import { anApplication, at, openTestOffice } from './request-test-kit.ts';
import { registerRequest } from './submit-request.ts';

describe('the items of an applicant in a month', async () => {
  const office = await openTestOffice();
  const { spine, people, take, officeId } = office;
  const { officer } = people;
  const come = async (on: string, person: object = {}): Promise<string> => {
    const application = anApplication(officeId);
    const applicant = { ...application.applicant, ...person };
    const registered = { ...application, applicant, channel: 'in_person', on } as const;
    return (await registerRequest(spine, officer, registered)).id;
  };
  const before = async (id: string): Promise<number> => itemsBefore(spine.db, await loadCase(spine.db, id));
  const notice = { scheme: 'item', quantity: 5, reason: '一个月内申请多件' } as const;

  it('are those received before, of the same identity or telephone, in the calendar month', async () => {
    at(office, '2026-04-20');
    const stranger = { identity: null, phone: '13911112222' };
    await come('2026-03-31');
    const first = await come('2026-04-01');
    await come('2026-04-02', { identity: null });
    await come('2026-04-02', stranger);
    const last = await come('2026-04-03', { phone: null });
    const earlier = await come('2026-04-02', { phone: null, name: '申晓兰' });
    assert.equal(await before(first), 0, 'a month begins anew');
    assert.equal(
      await before(last),
      2 + 0,
      'one of the same telephone has no identity that says it is the same',
    );
    assert.equal(await before(earlier), 1);
  });

  it('are counted by the server: more can’t be charged for, fewer may', async () => {
    at(office, '2026-05-20');
    for (let day = 1; day <= 8; day += 1) await come(`2026-05-0${day}`);
    const id = await come('2026-05-09');
    assert.match(
      await refusalOf(take(officer, id, 'issue_fee_notice', { ...notice, before: 9 })),
      /只有 8 件申请/,
    );
    await take(officer, id, 'issue_fee_notice', notice);
    const { fee } = (await loadCase(spine.db, id)).facts;
    assert.deepEqual([fee?.quantity, fee?.amount], [5, '300'], 'the 9th to 13th: three of them above ten');
    const next = await come('2026-05-10');
    assert.equal(await before(next), 13, 'an application that was split counts as many');
    await take(officer, next, 'issue_fee_notice', { ...notice, before: 8, quantity: 3 });
    assert.equal((await loadCase(spine.db, next)).facts.fee?.amount, '100');
  });
});
