import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadCase } from './load-case.ts';
import { at, openTestOffice } from './request-test-kit.ts';
import { settleRequests } from './settle-requests.ts';

describe('every morning', async () => {
  const office = await openTestOffice();
  const { spine, people, take, register } = office;
  const { officer } = people;
  const silences = async (): Promise<readonly string[]> =>
    (
      await spine.db
        .selectFrom('work_item')
        .select('subject_id')
        .where('kind', '=', 'request_silence')
        .where('done_at', 'is', null)
        .execute()
    ).map(({ subject_id }) => subject_id);

  it('the head finds who let the period for correction go by, the day after its end and once', async () => {
    at(office, '2026-03-02');
    const [asked, corrected] = [
      await register('in_person', '2026-03-02'),
      await register('in_person', '2026-03-02'),
    ];
    for (const { id } of [asked, corrected]) {
      await take(officer, id, 'ask_for_correction', { workingDays: 5, matter: '不明确' });
      await take(officer, id, 'record_notice_received', { notice: 'correction', on: '2026-03-02' });
    }
    at(office, '2026-03-09');
    await take(officer, corrected.id, 'receive_correction', { description: '写明了' });
    await settleRequests(spine);
    assert.deepEqual(await silences(), []);
    at(office, '2026-03-10');
    await settleRequests(spine);
    await settleRequests(spine);
    assert.deepEqual(await silences(), [asked.id]);
    assert.equal(
      (await loadCase(spine.db, asked.id)).facts.state,
      'awaiting_correction',
      'nothing is decided',
    );
    await take(officer, asked.id, 'receive_correction', { description: '迟了，写明了' });
    assert.deepEqual(await silences(), [], 'what was corrected late needs no look any more');
  });

  it('a due date follows the calendar that was imported since', async () => {
    at(office, '2026-12-10');
    const { id } = await register('in_person', '2026-12-10');
    const { due_on: before } = (await loadCase(spine.db, id)).row;
    assert.equal(before, '2027-01-07');
    await spine.db
      .insertInto('calendar_year')
      .values({
        region_code: '',
        year: 2027,
        days: JSON.stringify({
          announced: '2026-12-11',
          off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
          worked: [],
        }),
        source: '通知',
      })
      .execute();
    await settleRequests(spine);
    assert.equal((await loadCase(spine.db, id)).row.due_on, '2027-01-08');
  });
});
