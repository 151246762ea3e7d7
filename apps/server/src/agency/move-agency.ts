import type { MoveAgency } from '@gongkai/contract';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { actAs } from './act-as.ts';
import { agencyState, loadAgency, lockTree, refuseMisplaced } from './agency-tree.ts';
import type { Caller } from './caller.ts';
import { agenciesAbove, permit } from './permit.ts';
import { levelsBelow } from './queries.ts';

/** Puts an agency, with all below it, under another one (隶属关系调整). */
export const moveAgency = (spine: Spine, caller: Caller, { id, parentId }: MoveAgency): Promise<void> =>
  actAs(spine, caller, async ({ db, record }) => {
    await lockTree(db);
    const agency = await loadAgency(db, id);
    await permit(db, caller, 'agency.change', id, agencyState(agency));
    const parent = await loadAgency(db, parentId);
    await permit(db, caller, 'agency.create', parentId);
    if (agency.parent_id === parentId) return;
    const above = await agenciesAbove(db, parentId);
    if (parentId === id || above.includes(id))
      throw new Refusal(
        'invalid',
        'AGENCY_IN_RING',
        `${parent.name}是${agency.name}自己或它的下级，不能作为上级单位。请重新选择。`,
        'parentId',
      );
    refuseMisplaced(agency.kind, parent, above.length + 2 + (await levelsBelow(db, id)));
    if (agency.is_competent)
      throw new Refusal(
        'conflict',
        'COMPETENT_DEPARTMENT_NEEDED',
        `${agency.name}是政府信息公开工作主管部门。请先指定另一个主管部门，再调整上级。`,
      );
    await db.updateTable('agency').set({ parent_id: parentId }).where('id', '=', id).execute();
    record({
      kind: 'agency_moved',
      agencyId: id,
      subject: { kind: 'agency', id },
      data: { from: agency.parent_id, to: parentId, toName: parent.name },
    });
  });
