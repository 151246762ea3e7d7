import { roles } from '@gongkai/contract';
import { notify } from '../platform/notification/notify.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { actAs } from './act-as.ts';
import type { Caller } from './caller.ts';
import { requireConfirmation } from './confirm-identity.ts';
import { refuseLastAdministrator } from './last-administrator.ts';
import { refuseLeft, refuseSelf } from './load-person.ts';
import { expectPostState, loadPost } from './load-post.ts';
import { permit } from './permit.ts';
import { closeWork } from './work-item.ts';

/** 安全管理员 authorises what 系统管理员 proposed: from now on the person has the role's rights. */
export const authorisePost = async (spine: Spine, caller: Caller, id: string): Promise<void> => {
  await requireConfirmation(spine, caller);
  await actAs(spine, caller, async ({ db, now, record }) => {
    const { post, person, agencyName } = await loadPost(db, id);
    await permit(db, caller, 'post.authorise', post.agency_id, 'proposed');
    expectPostState(post, 'proposed');
    refuseLeft(person);
    refuseSelf(caller.actor.id, post.person_id, '授权');
    if (caller.actor.id !== null && caller.actor.id === post.proposed_by)
      throw new Refusal('forbidden', 'OWN_PROPOSAL', '不能授权自己提出的任岗，请由另一名安全管理员办理。');
    await db
      .updateTable('post')
      .set({ authorised_by: caller.actor.kind === 'person' ? caller.actor.id : null, authorised_at: now })
      .where('id', '=', id)
      .execute();
    await closeWork({ db, now }, { subject: { kind: 'post', id } });
    await notify(
      { db, now },
      {
        personIds: [post.person_id],
        kind: 'post_authorised',
        text: `您已任${agencyName}${roles[post.role]}。`,
      },
    );
    record({
      kind: 'post_authorised',
      agencyId: post.agency_id,
      subject: { kind: 'post', id },
      data: { person: post.person_id, role: post.role },
    });
  });
};

/** 安全管理员 refuses what 系统管理员 proposed, and says why. */
export const refusePost = (spine: Spine, caller: Caller, id: string, reason: string): Promise<void> =>
  actAs(spine, caller, async ({ db, now, record }) => {
    const { post, person, agencyName } = await loadPost(db, id);
    await permit(db, caller, 'post.refuse', post.agency_id, 'proposed');
    expectPostState(post, 'proposed');
    await db.updateTable('post').set({ ended_at: now }).where('id', '=', id).execute();
    await closeWork({ db, now }, { subject: { kind: 'post', id } });
    if (post.proposed_by !== null)
      await notify(
        { db, now },
        {
          personIds: [post.proposed_by],
          kind: 'post_refused',
          text: `${person.name}任${agencyName}${roles[post.role]}未获授权：${reason}`,
        },
      );
    record({
      kind: 'post_refused',
      agencyId: post.agency_id,
      subject: { kind: 'post', id },
      data: { person: post.person_id, role: post.role, reason },
    });
  });

/** Ends a post; what its holder had to do goes back to all of the role. */
export const endPost = async (spine: Spine, caller: Caller, id: string, reason: string): Promise<void> => {
  await requireConfirmation(spine, caller);
  await actAs(spine, caller, async ({ db, now, record }) => {
    const { post } = await loadPost(db, id);
    await permit(db, caller, 'post.end', post.agency_id, 'active');
    expectPostState(post, 'active');
    refuseSelf(caller.actor.id, post.person_id, '结束任岗');
    await refuseLastAdministrator(db, {
      personId: post.person_id,
      agencyId: post.agency_id,
      role: post.role,
    });
    await db.updateTable('post').set({ ended_at: now }).where('id', '=', id).execute();
    const { numUpdatedRows } = await db
      .updateTable('work_item')
      .set({ person_id: null })
      .where('person_id', '=', post.person_id)
      .where('agency_id', '=', post.agency_id)
      .where('role', '=', post.role)
      .where('done_at', 'is', null)
      .executeTakeFirstOrThrow();
    record({
      kind: 'post_ended',
      agencyId: post.agency_id,
      subject: { kind: 'post', id },
      data: { person: post.person_id, role: post.role, reason, returned: Number(numUpdatedRows) },
    });
  });
};
