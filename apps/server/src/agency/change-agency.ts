import type { ChangeAgency } from '@gongkai/contract';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { actAs } from './act-as.ts';
import { columnsOf, differences } from './agency-fields.ts';
import { agencyProblem, agencyState, loadAgency } from './agency-tree.ts';
import type { Caller } from './caller.ts';
import { checkAgencyCodes } from './check-agency-codes.ts';
import { permit } from './permit.ts';

/** Changes what the guide (公开指南) says of an agency: names, address, hours, phone … (条例第十二条第二款). */
export const changeAgency = (spine: Spine, caller: Caller, { id, ...change }: ChangeAgency): Promise<void> =>
  actAs(spine, caller, async ({ db, record }) => {
    const agency = await loadAgency(db, id);
    await permit(db, caller, 'agency.change', id, agencyState(agency));
    const codes = checkAgencyCodes(change);
    if (!codes.ok) throw new Refusal('invalid', 'AGENCY_CODE_WRONG', codes.reason, codes.field);
    const { before, after } = differences(agency, columnsOf({ ...change, ...codes.value }));
    if (Object.keys(after).length === 0) return;
    await db
      .updateTable('agency')
      .set(after)
      .where('id', '=', id)
      .execute()
      .catch((error) => {
        throw agencyProblem(error);
      });
    record({
      kind: 'agency_changed',
      agencyId: id,
      subject: { kind: 'agency', id },
      data: { before, after },
    });
  });
