import { type HandOver, type Role, roles } from '@gongkai/contract';
import { civilDateInShanghai } from '@gongkai/statute';
import type { Work } from '../platform/act.ts';
import { notify } from '../platform/notification/notify.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { actAs } from './act-as.ts';
import type { Caller } from './caller.ts';
import { requireConfirmation } from './confirm-identity.ts';
import { endSessionsOf } from './end-session.ts';
import { openTokensOf, openWorkOf, othersOfRole } from './hand-over-preview.ts';
import { refuseLastAdministrator } from './last-administrator.ts';
import { loadPerson, permitOn, refuseSelf } from './load-person.ts';
import { permit } from './permit.ts';
import { closeWork } from './work-item.ts';

interface Leaving {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
}

/** Ends all posts; those not authorised yet are off the list of who would authorise them. */
const endPosts = async (work: Work, caller: Caller, { id, reason }: Leaving): Promise<void> => {
  const { db, now, record } = work;
  const posts = await db
    .selectFrom('post')
    .selectAll()
    .where('person_id', '=', id)
    .where('ended_at', 'is', null)
    .forUpdate()
    .execute();
  for (const agencyId of new Set(posts.map((post) => post.agency_id)))
    await permit(db, caller, 'person.hand_over', agencyId, 'active');
  for (const post of posts) {
    if (post.authorised_at !== null)
      await refuseLastAdministrator(db, { personId: id, agencyId: post.agency_id, role: post.role });
    await db.updateTable('post').set({ ended_at: now }).where('id', '=', post.id).execute();
    await closeWork(work, { kind: 'post_proposed', subject: { kind: 'post', id: post.id } });
    record({
      kind: 'post_ended',
      agencyId: post.agency_id,
      subject: { kind: 'post', id: post.id },
      data: { person: id, role: post.role, reason },
    });
  }
};

/** Whom the work of a role at an agency goes to: a person who holds it too, or null, all who do. */
const successorFor = async (
  db: Work['db'],
  successors: HandOver['successors'],
  group: { readonly agencyId: string; readonly agencyName: string; readonly role: Role },
  leaving: Leaving,
): Promise<string | null> => {
  const place = `${group.agencyName}${roles[group.role]}`;
  const chosen = successors.find((one) => one.agencyId === group.agencyId && one.role === group.role);
  if (!chosen)
    throw new Refusal(
      'invalid',
      'SUCCESSOR_MISSING',
      `${leaving.name}在${place}岗位上还有未办结的事项，请指定接办人。`,
      'successors',
    );
  const others = await othersOfRole(db, group.agencyId, group.role, leaving.id);
  const fits = chosen.personId === null ? others.length > 0 : others.some(({ id }) => id === chosen.personId);
  if (!fits)
    throw new Refusal(
      'invalid',
      'SUCCESSOR_UNFIT',
      `${place}没有可以接办的人员，或所选人员不在这个岗位上。请先任命并授权接任者，再办理交接。`,
      'successors',
    );
  return chosen.personId;
};

/** Gives all open work of the person to their successors; says how much. */
const passWorkOn = async (
  { db, now, record }: Work,
  successors: HandOver['successors'],
  leaving: Leaving,
): Promise<number> => {
  const items = await openWorkOf(db, leaving.id);
  const given = new Map<string, number>();
  for (const group of Map.groupBy(items, (item) => `${item.agency_id} ${item.role}`).values()) {
    const { agency_id: agencyId, agency_name: agencyName, role } = group[0]!;
    const to = await successorFor(db, successors, { agencyId, agencyName, role }, leaving);
    await db
      .updateTable('work_item')
      .set({ person_id: to })
      .where(
        'id',
        'in',
        group.map(({ id }) => id),
      )
      .execute();
    for (const item of group)
      record({
        kind: 'work_reassigned',
        agencyId,
        subject: { kind: item.subject_kind, id: item.subject_id },
        data: { work: item.kind, title: item.title, from: leaving.id, to, reason: leaving.reason },
      });
    if (to !== null) given.set(to, (given.get(to) ?? 0) + group.length);
  }
  for (const [personId, count] of given)
    await notify(
      { db, now },
      {
        personIds: [personId],
        kind: 'work_reassigned',
        text: `${leaving.name}离岗，其 ${count} 件待办交给您办理。`,
        link: '/work',
      },
    );
  return items.length;
};

const revokeTokens = async (
  { db, now, record }: Work,
  ids: readonly string[],
  leaving: Leaving,
): Promise<number> => {
  if (ids.length === 0) return 0;
  const tokens = (await openTokensOf(db, leaving.id, now)).filter(({ id }) => ids.includes(id));
  for (const token of tokens) {
    await db.updateTable('api_token').set({ revoked_at: now }).where('id', '=', token.id).execute();
    record({
      kind: 'token_revoked',
      agencyId: token.agency_id,
      subject: { kind: 'token', id: token.id },
      data: { name: token.name, reason: leaving.reason },
    });
  }
  return tokens.length;
};

/**
 * 离岗交接: somebody leaves. In one act all their open work goes to successors, their posts and sessions end, the
 * tokens chosen are revoked, the account is closed and its secrets cleared; the record stays. Throws `Refusal`
 * SUCCESSOR_MISSING, SUCCESSOR_UNFIT, LAST_ADMINISTRATOR, NOT_ONESELF, PERSON_LEFT.
 */
export const handOverPerson = async (
  spine: Spine,
  caller: Caller,
  input: HandOver,
): Promise<{ readonly reassigned: number; readonly revoked: number }> => {
  await requireConfirmation(spine, caller);
  const { id, reason, successors } = input;
  return actAs(spine, caller, async (work) => {
    const { db, now, record } = work;
    const person = await loadPerson(db, id);
    await permitOn(db, caller, 'person.hand_over', person, now);
    refuseSelf(caller.actor.id, id, '办理离岗交接');
    const leaving = { id, name: person.name, reason };
    // Posts first: work can be given to the holder of a post only, and waits for it.
    await endPosts(work, caller, leaving);
    const reassigned = await passWorkOn(work, successors, leaving);
    const revoked = await revokeTokens(work, input.revokeTokens, leaving);
    await endSessionsOf(work, id, 'left');
    await db
      .updateTable('person')
      .set({
        left_on: civilDateInShanghai(now.getTime()),
        totp_secret: null,
        totp_confirmed_at: null,
        totp_last_step: null,
        recovery_codes: [],
        earlier_passwords: [],
        failed_attempts: 0,
        locked_until: null,
      })
      .where('id', '=', id)
      .execute();
    record({
      kind: 'person_handed_over',
      agencyId: person.agency_id,
      subject: { kind: 'person', id },
      data: { reason, reassigned, revoked },
    });
    return { reassigned, revoked };
  });
};
