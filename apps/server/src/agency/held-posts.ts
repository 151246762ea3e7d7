import { type Role, roleNames } from '@gongkai/contract';
import type { Db } from '../platform/database/open-database.ts';

/** A post in force: authorised, not ended, at an agency that still exists. */
export interface HeldPost {
  readonly postId: string;
  readonly role: Role;
  readonly agencyId: string;
  readonly agencyName: string;
}

/** The posts that give a person rights now. */
export const heldPosts = async (db: Db, personId: string): Promise<readonly HeldPost[]> => {
  const rows = await db
    .selectFrom('post')
    .innerJoin('agency', 'agency.id', 'post.agency_id')
    .select(['post.id as postId', 'post.role', 'post.agency_id as agencyId', 'agency.name as agencyName'])
    .where('post.person_id', '=', personId)
    .where('post.authorised_at', 'is not', null)
    .where('post.ended_at', 'is', null)
    .where('agency.closed_on', 'is', null)
    .orderBy('post.proposed_at')
    .execute();
  return rows.toSorted((a, b) => roleNames.indexOf(a.role) - roleNames.indexOf(b.role));
};
