import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { anApplication, at, openTestOffice } from './request-test-kit.ts';
import { submitRequest } from './submit-request.ts';

describe('an application', async () => {
  const office = await openTestOffice();
  const { spine, submit, officeId } = office;

  it('gets its number without gaps or doubles, however many come at once and however many fail', async () => {
    at(office, '2027-03-01');
    const calls = Array.from({ length: 200 }, (_, index) =>
      index % 10 === 9
        ? submitRequest(
            spine,
            { requestId: null },
            {
              ...anApplication(officeId),
              // Refused by the database in the middle of the act.
              form: 'nothing' as never,
            },
          )
        : submit(`第${index}件`),
    );
    const made = (await Promise.allSettled(calls)).filter(({ status }) => status === 'fulfilled');
    assert.equal(made.length, 180);
    const rows = await spine.db
      .selectFrom('request')
      .select('serial')
      .where('year', '=', 2027)
      .orderBy('serial')
      .execute();
    assert.deepEqual(
      rows.map(({ serial }) => serial),
      Array.from({ length: 180 }, (_, index) => index + 1),
    );
  });
});
