import { isEnded } from '@gongkai/contract';
import { actAs, type Caller, permit } from '../../agency/index.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { notify } from '../../platform/notification/notify.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Spine } from '../../platform/spine.ts';
import { loadCase } from '../load-case.ts';

/** Who can handle applications of an agency: the holders of its posts of 经办人. */
const isOfficerOf = async (db: Db, agencyId: string, personId: string): Promise<boolean> =>
  (await db
    .selectFrom('post')
    .select('id')
    .where('person_id', '=', personId)
    .where('agency_id', '=', agencyId)
    .where('role', '=', 'officer')
    .where('authorised_at', 'is not', null)
    .where('ended_at', 'is', null)
    // A post that ends at the same instant waits, and finds the application there.
    .forShare()
    .executeTakeFirst()) !== undefined;

/**
 * 指定经办人: gives an open application, with what is to be done about it, to an officer of its agency; null: to all
 * of them. Throws `Refusal` REQUEST_ENDED, WRONG_OFFICER.
 */
export const assignOfficer = (
  spine: Spine,
  caller: Caller,
  { id, personId }: { readonly id: string; readonly personId: string | null },
): Promise<void> =>
  actAs(spine, caller, async ({ db, now, record }) => {
    const { row } = await loadCase(db, id, { lock: true });
    await permit(db, caller, 'request.assign', row.agency_id);
    if (isEnded(row.state))
      throw new Refusal('conflict', 'REQUEST_ENDED', '这件申请已经办结，不用再指定经办人。');
    if (row.officer_id === personId) return;
    if (personId !== null && !(await isOfficerOf(db, row.agency_id, personId)))
      throw new Refusal(
        'invalid',
        'WRONG_OFFICER',
        '这个人在本单位没有经办人的职责，请改选其他人。',
        'personId',
      );
    await db
      .updateTable('request')
      .set({ officer_id: personId })
      .where('agency_id', '=', row.agency_id)
      .where('id', '=', id)
      .execute();
    await db
      .updateTable('work_item')
      .set({ person_id: personId })
      .where('subject_kind', '=', 'request')
      .where('subject_id', '=', id)
      .where('role', '=', 'officer')
      .where('done_at', 'is', null)
      .execute();
    record({
      kind: 'request_assigned',
      agencyId: row.agency_id,
      subject: { kind: 'request', id },
      data: { number: row.number, from: row.officer_id, to: personId },
    });
    if (personId !== null && personId !== caller.actor.id)
      await notify(
        { db, now },
        {
          personIds: [personId],
          kind: 'request_assigned',
          text: `${caller.name}把申请${row.number}交给您办理。`,
          link: `/requests/${id}`,
        },
      );
  });
