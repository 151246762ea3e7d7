import { type administratorRoles, type Role, roles } from '@gongkai/contract';
import { sql } from 'kysely';
import type { Db } from '../platform/database/open-database.ts';
import { Refusal } from '../platform/refusal.ts';
import { agenciesAbove } from './permit.ts';

/** A post that is about to end. */
interface Ending {
  readonly personId: string;
  readonly agencyId: string;
  readonly role: Role;
}

const isAdministrator = (role: Role): role is (typeof administratorRoles)[number] =>
  role.endsWith('_administrator');

/**
 * Whether, when the post ends, nobody would be left who does an administrator's work for the agency: none of the
 * same kind there or above. False for every other role.
 */
export const isLastAdministrator = async (db: Db, post: Ending): Promise<boolean> => {
  if (!isAdministrator(post.role)) return false;
  const where = [post.agencyId, ...(await agenciesAbove(db, post.agencyId))];
  const other = await db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select('post.id')
    .where('post.role', '=', post.role)
    .where('post.person_id', '<>', post.personId)
    .where('post.agency_id', 'in', where)
    .where('post.authorised_at', 'is not', null)
    .where('post.ended_at', 'is', null)
    .where('person.left_on', 'is', null)
    .executeTakeFirst();
  return other === undefined;
};

/**
 * Refuses to end the last post of an administrator of a kind: a successor comes first. Acts that end such posts go
 * one after another, else two at the same instant would each count on the other.
 */
export const refuseLastAdministrator = async (db: Db, post: Ending): Promise<void> => {
  if (isAdministrator(post.role))
    await sql`select pg_advisory_xact_lock(hashtext('gongkai administrators'))`.execute(db);
  if (await isLastAdministrator(db, post))
    throw new Refusal(
      'conflict',
      'LAST_ADMINISTRATOR',
      `这是本单位最后一名${roles[post.role]}，结束后将无人履行这项职责。请先任命并授权接任者。`,
    );
};
