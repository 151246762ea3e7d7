import { type Role, roleNames } from '@gongkai/contract';
import type { Db } from '../platform/database/open-database.ts';

/** A post in force: authorised, not ended, at an agency that still exists. */
export interface HeldPost {
  readonly postId: string;
  readonly role: Role;
  readonly agencyId: string;
  readonly agencyName: string;
  /**
   * Where the post's reach begins: the agency itself; for who supervises from a government's competent department,
   * that government (条例第三条第三款: 推进、指导、协调、监督本行政区域的政府信息公开工作).
   */
  readonly reachId: string;
}

/** The posts that give a person rights now. */
export const heldPosts = async (db: Db, personId: string): Promise<readonly HeldPost[]> => {
  const rows = await db
    .selectFrom('post')
    .innerJoin('agency', 'agency.id', 'post.agency_id')
    .select([
      'post.id as postId',
      'post.role',
      'post.agency_id as agencyId',
      'agency.name as agencyName',
      'agency.is_competent as isCompetent',
      'agency.parent_id as parentId',
    ])
    .where('post.person_id', '=', personId)
    .where('post.authorised_at', 'is not', null)
    .where('post.ended_at', 'is', null)
    .where('agency.closed_on', 'is', null)
    .orderBy('post.proposed_at')
    .execute();
  return rows
    .toSorted((a, b) => roleNames.indexOf(a.role) - roleNames.indexOf(b.role))
    .map(({ isCompetent, parentId, ...post }) => ({
      ...post,
      reachId: post.role === 'supervisor' && isCompetent && parentId ? parentId : post.agencyId,
    }));
};
