import type { HandOverPreview, Role } from '@gongkai/contract';
import type { Db } from '../platform/database/open-database.ts';
import type { Spine } from '../platform/spine.ts';
import type { Caller } from './caller.ts';
import { isLastAdministrator } from './last-administrator.ts';
import { personNotFound } from './load-person.ts';
import { permitReading } from './permit.ts';
import { sessionsOf } from './session-queries.ts';

/** Who else holds a role at an agency now. */
export const othersOfRole = (
  db: Db,
  agencyId: string,
  role: Role,
  personId: string,
): Promise<{ readonly id: string; readonly name: string }[]> =>
  db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select(['person.id', 'person.name'])
    .where('post.agency_id', '=', agencyId)
    .where('post.role', '=', role)
    .where('post.person_id', '<>', personId)
    .where('post.authorised_at', 'is not', null)
    .where('post.ended_at', 'is', null)
    .where('person.left_on', 'is', null)
    .orderBy('person.name')
    .execute();

/** Open work that a person alone has to do, in the order in which it is due. */
export const openWorkOf = (db: Db, personId: string) =>
  db
    .selectFrom('work_item')
    .innerJoin('agency', 'agency.id', 'work_item.agency_id')
    .selectAll('work_item')
    .select('agency.name as agency_name')
    .where('work_item.person_id', '=', personId)
    .where('work_item.done_at', 'is', null)
    .orderBy('work_item.due_on')
    .orderBy('work_item.id')
    .execute();

/** The tokens that a person made and that still count. */
export const openTokensOf = (db: Db, personId: string, now: Date) =>
  db
    .selectFrom('api_token')
    .innerJoin('agency', 'agency.id', 'api_token.agency_id')
    .select(['api_token.id', 'api_token.name', 'api_token.agency_id', 'agency.name as agency_name'])
    .where('api_token.created_by', '=', personId)
    .where('api_token.revoked_at', 'is', null)
    .where((eb) => eb.or([eb('api_token.expires_at', 'is', null), eb('api_token.expires_at', '>', now)]))
    .orderBy('api_token.name')
    .execute();

const activePostsOf = (db: Db, personId: string) =>
  db
    .selectFrom('post')
    .innerJoin('agency', 'agency.id', 'post.agency_id')
    .select(['post.role', 'post.agency_id as agencyId', 'agency.name as agencyName'])
    .where('post.person_id', '=', personId)
    .where('post.authorised_at', 'is not', null)
    .where('post.ended_at', 'is', null)
    .orderBy('post.proposed_at')
    .execute();

/** What is open before somebody leaves: their work and who could take it on, roles left vacant, tokens, sessions. */
export const previewHandOver = async (spine: Spine, caller: Caller, id: string): Promise<HandOverPreview> => {
  const { db } = spine;
  const person = await db
    .selectFrom('person')
    .innerJoin('agency', 'agency.id', 'person.agency_id')
    .select(['person.id', 'person.name', 'person.agency_id', 'agency.name as agencyName'])
    .where('person.id', '=', id)
    .executeTakeFirst();
  if (!person) throw personNotFound();
  await permitReading(spine, caller, 'person.hand_over', person.agency_id, 'active');

  const [items, posts, tokens, sessions] = await Promise.all([
    openWorkOf(db, id),
    activePostsOf(db, id),
    openTokensOf(db, id, spine.now()),
    sessionsOf(spine, id, null),
  ]);
  const groups = Map.groupBy(items, (item) => `${item.agency_id} ${item.role}`);
  const work: HandOverPreview['work'] = [];
  for (const group of groups.values()) {
    const { agency_id: agencyId, agency_name: agencyName, role } = group[0]!;
    work.push({
      agencyId,
      agencyName,
      role,
      items: group.map((item) => ({ id: item.id, title: item.title, dueOn: item.due_on })),
      successors: await othersOfRole(db, agencyId, role, id),
    });
  }
  const vacant: HandOverPreview['vacant'] = [];
  const blocking: HandOverPreview['blocking'] = [];
  for (const post of posts) {
    if (await isLastAdministrator(db, { personId: id, ...post })) blocking.push(post);
    else if ((await othersOfRole(db, post.agencyId, post.role, id)).length === 0) vacant.push(post);
  }
  return {
    person: { id, name: person.name, agencyName: person.agencyName },
    work,
    vacant,
    blocking,
    tokens: tokens.map((token) => ({ id: token.id, name: token.name, agencyName: token.agency_name })),
    sessions: sessions.length,
  };
};
