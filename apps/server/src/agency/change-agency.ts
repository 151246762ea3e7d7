import type { ChangeAgency } from '@gongkai/contract';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { actAs } from './act-as.ts';
import type { Caller } from './caller.ts';
import { permit } from './permit.ts';

/** Changes what the guide (公开指南) says of an agency: names, address, hours, phone … (条例第十二条第二款). */
export const changeAgency = (spine: Spine, caller: Caller, { id, ...change }: ChangeAgency): Promise<void> =>
  actAs(spine, caller, async ({ db, record }) => {
    const agency = await db
      .selectFrom('agency')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!agency)
      throw new Refusal('not_found', 'AGENCY_NOT_FOUND', '没有这个单位，可能已被合并。请刷新单位列表。');
    await permit(db, caller, 'agency.change', id, agency.closed_on === null ? 'open' : 'closed');
    const columns = {
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.shortName === undefined ? {} : { short_name: change.shortName }),
      ...(change.workingBody === undefined ? {} : { working_body: change.workingBody }),
      ...(change.address === undefined ? {} : { address: change.address }),
      ...(change.officeHours === undefined ? {} : { office_hours: change.officeHours }),
      ...(change.phone === undefined ? {} : { phone: change.phone }),
      ...(change.fax === undefined ? {} : { fax: change.fax }),
      ...(change.email === undefined ? {} : { email: change.email }),
      ...(change.sort === undefined ? {} : { sort: change.sort }),
    };
    if (Object.keys(columns).length === 0) return;
    await db.updateTable('agency').set(columns).where('id', '=', id).execute();
    record({ kind: 'agency_changed', agencyId: id, subject: { kind: 'agency', id }, data: columns });
  });
