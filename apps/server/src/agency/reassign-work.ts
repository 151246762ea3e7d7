import type { ReassignWork } from '@gongkai/contract';
import { notify } from '../platform/notification/notify.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { actAs } from './act-as.ts';
import type { Caller } from './caller.ts';
import { permit } from './permit.ts';

/** Gives a piece of open work to another holder of its role, or back to the role. */
export const reassignWork = (
  spine: Spine,
  caller: Caller,
  { id, personId, reason }: ReassignWork,
): Promise<void> =>
  actAs(spine, caller, async ({ db, now, record }) => {
    const item = await db
      .selectFrom('work_item')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!item) throw new Refusal('not_found', 'WORK_NOT_FOUND', '没有这项待办，可能已经办结。请刷新列表。');
    await permit(db, caller, 'work.reassign', item.agency_id, item.done_at === null ? 'open' : 'done');
    if (item.person_id === personId) return;
    if (personId !== null) {
      const post = await db
        .selectFrom('post')
        .select('id')
        .where('person_id', '=', personId)
        .where('agency_id', '=', item.agency_id)
        .where('role', '=', item.role)
        .where('authorised_at', 'is not', null)
        .where('ended_at', 'is', null)
        // A post that ends at the same instant waits, and finds the work there.
        .forShare()
        .executeTakeFirst();
      if (!post)
        throw new Refusal(
          'invalid',
          'WRONG_PERSON_FOR_WORK',
          '这个人在本单位没有办理这项工作的职责，请改选其他人。',
          'personId',
        );
    }
    await db.updateTable('work_item').set({ person_id: personId }).where('id', '=', id).execute();
    record({
      kind: 'work_reassigned',
      agencyId: item.agency_id,
      subject: { kind: item.subject_kind, id: item.subject_id },
      data: { work: item.kind, title: item.title, from: item.person_id, to: personId, reason },
    });
    if (personId !== null)
      await notify(
        { db, now },
        {
          personIds: [personId],
          kind: 'work_reassigned',
          text: `${caller.name}把“${item.title}”交给您办理：${reason}`,
          ...(item.link === null ? {} : { link: item.link }),
        },
      );
  });
