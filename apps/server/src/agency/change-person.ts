import type { ChangePerson } from '@gongkai/contract';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { actAs } from './act-as.ts';
import type { Caller } from './caller.ts';
import { loadPerson, permitOn } from './load-person.ts';
import { permit } from './permit.ts';
import { contactColumns } from './person-contact.ts';

/** Changes a person's name, contact details, or the agency they belong to (which needs both agencies' rights). */
export const changePerson = (
  spine: Spine,
  caller: Caller,
  { id, agencyId, name, phone, email }: ChangePerson,
): Promise<void> =>
  actAs(spine, caller, async ({ db, now, record }) => {
    const person = await loadPerson(db, id);
    await permitOn(db, caller, 'person.change', person, now);
    const moves = agencyId !== undefined && agencyId !== person.agency_id;
    if (moves) {
      await permit(db, caller, 'person.create', agencyId);
      const post = await db
        .selectFrom('post')
        .select('id')
        .where('person_id', '=', id)
        .where('agency_id', '=', person.agency_id)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      if (post)
        throw new Refusal(
          'conflict',
          'PERSON_HAS_POSTS',
          `${person.name}在原单位还有岗位，不能调到其他单位。请先由安全管理员结束原单位的岗位。`,
          'agencyId',
        );
    }
    const columns = {
      ...(name === undefined || name === person.name ? {} : { name }),
      ...(moves ? { agency_id: agencyId } : {}),
      ...contactColumns(spine.cipher, { phone, email }),
    };
    if (Object.keys(columns).length === 0) return;
    await db.updateTable('person').set(columns).where('id', '=', id).execute();
    record({
      kind: 'person_changed',
      agencyId: agencyId ?? person.agency_id,
      subject: { kind: 'person', id },
      data: {
        fields: Object.keys(columns),
        ...(moves ? { from: person.agency_id, to: agencyId } : {}),
      },
    });
  });
