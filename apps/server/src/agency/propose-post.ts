import { administratorRoles, type ProposePost, type Role, roles } from '@gongkai/contract';
import { newId } from '../platform/database/new-id.ts';
import type { Db } from '../platform/database/open-database.ts';
import { brokenConstraint } from '../platform/database/problem.ts';
import { notify } from '../platform/notification/notify.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { actAs } from './act-as.ts';
import type { Caller } from './caller.ts';
import { loadPerson, refuseLeft } from './load-person.ts';
import { agenciesAbove, permit } from './permit.ts';
import { openWork } from './work-item.ts';

const isAdministrator = (role: Role): boolean => (administratorRoles as readonly Role[]).includes(role);

/** 三员分立: one of the three administrators is nothing else besides. */
export const administratorsApart = (name: string): Refusal =>
  new Refusal(
    'conflict',
    'ADMINISTRATORS_APART',
    `系统管理员、安全管理员、审计管理员须由三人分别担任，且不兼任其他职责；${name}已有的职责与此冲突。请改选他人，或先结束其原有岗位。`,
    'role',
  );

/** The nearest agency, here or above, with a 安全管理员 who can authorise, and who they are. */
const authorisersFor = async (
  db: Db,
  agencyId: string,
): Promise<{ readonly agencyId: string; readonly personIds: readonly string[] }> => {
  const where = [agencyId, ...(await agenciesAbove(db, agencyId))];
  const posts = await db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select(['post.agency_id', 'post.person_id'])
    .where('post.role', '=', 'security_administrator')
    .where('post.agency_id', 'in', where)
    .where('post.authorised_at', 'is not', null)
    .where('post.ended_at', 'is', null)
    .where('person.left_on', 'is', null)
    .execute();
  const nearest = where.find((id) => posts.some((post) => post.agency_id === id));
  if (nearest === undefined)
    throw new Refusal(
      'conflict',
      'NO_SECURITY_ADMINISTRATOR',
      '本单位和上级单位都没有安全管理员，无人可以授权。请先任命安全管理员。',
    );
  return {
    agencyId: nearest,
    personIds: posts.filter((post) => post.agency_id === nearest).map((post) => post.person_id),
  };
};

/**
 * Proposes that a person holds a role at an agency. It gives no rights until 安全管理员 authorises it, which is put
 * on their list.
 */
export const proposePost = (
  spine: Spine,
  caller: Caller,
  { personId, agencyId, role, title }: ProposePost,
): Promise<{ readonly id: string }> =>
  actAs(spine, caller, async ({ db, now, record }) => {
    await permit(db, caller, 'post.propose', agencyId);
    const person = await loadPerson(db, personId);
    refuseLeft(person);
    await permit(db, caller, 'person.view', person.agency_id);
    const agency = await db
      .selectFrom('agency')
      .select(['name', 'closed_on'])
      .where('id', '=', agencyId)
      .forShare()
      .executeTakeFirst();
    if (!agency || agency.closed_on !== null)
      throw new Refusal('conflict', 'AGENCY_NOT_OPEN', '这个单位不存在或已撤销，不能任岗。', 'agencyId');
    const open = await db
      .selectFrom('post')
      .select(['role', 'agency_id'])
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null)
      .execute();
    if (open.some((post) => post.role === role && post.agency_id === agencyId))
      throw new Refusal(
        'conflict',
        'POST_EXISTS',
        `${person.name}在${agency.name}已是${roles[role]}，或已经提出、正待授权。`,
        'role',
      );
    if (open.some((post) => post.role !== role && (isAdministrator(role) || isAdministrator(post.role))))
      throw administratorsApart(person.name);
    const authorisers = await authorisersFor(db, agencyId);

    const id = newId();
    await db
      .insertInto('post')
      .values({
        id,
        person_id: personId,
        agency_id: agencyId,
        role,
        title,
        proposed_by: caller.actor.kind === 'person' ? caller.actor.id : null,
        proposed_at: now,
      })
      .execute()
      .catch((error: unknown) => {
        if (brokenConstraint(error) === 'administrators_apart') throw administratorsApart(person.name);
        throw error;
      });
    const what = `授权${person.name}任${agency.name}${roles[role]}`;
    const link = '/authorisation';
    await openWork(
      { db, now },
      {
        agencyId: authorisers.agencyId,
        kind: 'post_proposed',
        subject: { kind: 'post', id },
        title: what,
        link,
        role: 'security_administrator',
      },
    );
    await notify(
      { db, now },
      { personIds: authorisers.personIds, kind: 'post_proposed', text: `待您办理：${what}`, link },
    );
    record({
      kind: 'post_proposed',
      agencyId,
      subject: { kind: 'post', id },
      data: { person: personId, role },
    });
    return { id };
  });
