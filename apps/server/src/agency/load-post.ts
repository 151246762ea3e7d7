import type { PostState } from '@gongkai/contract';
import type { Selectable } from 'kysely';
import type { Db } from '../platform/database/open-database.ts';
import { Refusal } from '../platform/refusal.ts';
import { loadPerson } from './load-person.ts';
import type { PersonTable, PostTable } from './tables.ts';

type PostRow = Selectable<PostTable>;

/** The state that permissions turn on: from the moments, never stored. */
export const postState = (post: Pick<PostRow, 'authorised_at' | 'ended_at'>): PostState => {
  if (post.ended_at !== null) return post.authorised_at === null ? 'refused' : 'ended';
  return post.authorised_at === null ? 'proposed' : 'active';
};

export interface LoadedPost {
  readonly post: PostRow;
  readonly person: Selectable<PersonTable>;
  readonly agencyName: string;
}

/** A post and its person, both locked for the act, the person first (as the database's own check does). */
export const loadPost = async (db: Db, id: string): Promise<LoadedPost> => {
  const found = await db
    .selectFrom('post')
    .innerJoin('agency', 'agency.id', 'post.agency_id')
    .select(['post.person_id', 'agency.name as agencyName'])
    .where('post.id', '=', id)
    .executeTakeFirst();
  if (!found) throw new Refusal('not_found', 'POST_NOT_FOUND', '没有这个岗位。请刷新岗位列表。');
  const person = await loadPerson(db, found.person_id);
  const post = await db
    .selectFrom('post')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { post, person, agencyName: found.agencyName };
};

/** Refuses an act on a post that somebody else dealt with meanwhile. */
export const expectPostState = (post: PostRow, wanted: PostState): void => {
  if (postState(post) === wanted) return;
  throw new Refusal(
    'conflict',
    'POST_STATE',
    wanted === 'proposed'
      ? '这个任岗已由他人办理，不再是待授权。请刷新岗位列表。'
      : '这个岗位不是在岗状态，不能结束。请刷新岗位列表。',
  );
};
