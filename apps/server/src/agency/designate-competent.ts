import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { actAs } from './act-as.ts';
import { agencyState, loadAgency, lockTree } from './agency-tree.ts';
import type { Caller } from './caller.ts';
import { permit } from './permit.ts';
import { closeWork } from './work-item.ts';

/**
 * Makes a department the competent one (政府信息公开工作主管部门) of the government above it: 条例第三条第三款, the
 * general office of the government or another department that it names. There is one; the one before stops being it.
 */
export const designateCompetent = (
  spine: Spine,
  caller: Caller,
  { id }: { readonly id: string },
): Promise<void> =>
  actAs(spine, caller, async ({ db, now, record }) => {
    await lockTree(db);
    const agency = await loadAgency(db, id);
    await permit(db, caller, 'agency.change', id, agencyState(agency));
    const parent = agency.parent_id === null ? null : await loadAgency(db, agency.parent_id);
    if (agency.kind !== 'department' || parent?.kind !== 'government')
      throw new Refusal(
        'invalid',
        'NOT_A_GOVERNMENT_DEPARTMENT',
        '主管部门应当是人民政府的办公厅（室）或其他直属部门，请另选一个单位。',
      );
    if (agency.is_competent) return;
    const previous = await db
      .updateTable('agency')
      .set({ is_competent: false })
      .where('parent_id', '=', parent.id)
      .where('is_competent', '=', true)
      .returning('id')
      .execute();
    await db.updateTable('agency').set({ is_competent: true }).where('id', '=', id).execute();
    await closeWork({ db, now }, { kind: 'competent_missing', subject: { kind: 'agency', id: parent.id } });
    record({
      kind: 'competent_department_designated',
      agencyId: id,
      subject: { kind: 'agency', id },
      article: '第三条第三款',
      data: { government: parent.id, previous: previous[0]?.id ?? null },
    });
  });
