import type { ListPosts, Post } from '@gongkai/contract';
import { sql } from 'kysely';
import type { Db } from '../platform/database/open-database.ts';
import type { Caller } from './caller.ts';
import { postState } from './load-post.ts';
import { reachableAgencies } from './reachable-agencies.ts';

const postsIn = (db: Db) => db.selectFrom('post');

type Posts = ReturnType<typeof postsIn>;

/** A page of posts with the names that belong to them, looked up for these posts alone. */
const withNames = (db: Db, posts: Posts) =>
  db
    .selectFrom(posts.selectAll().as('post'))
    .innerJoin('person', 'person.id', 'post.person_id')
    .innerJoin('agency', 'agency.id', 'post.agency_id')
    .leftJoin('person as proposer', 'proposer.id', 'post.proposed_by')
    .leftJoin('person as authoriser', 'authoriser.id', 'post.authorised_by')
    .select([
      'post.id',
      'post.person_id',
      'person.name as person_name',
      'post.agency_id',
      'agency.name as agency_name',
      'post.role',
      'post.title',
      'proposer.name as proposed_by_name',
      'post.proposed_at',
      'authoriser.name as authorised_by_name',
      'post.authorised_at',
      'post.ended_at',
    ]);

type PostRow = Awaited<ReturnType<ReturnType<typeof withNames>['execute']>>[number];

const presentPost = (row: PostRow): Post => ({
  id: row.id,
  personId: row.person_id,
  personName: row.person_name,
  agencyId: row.agency_id,
  agencyName: row.agency_name,
  role: row.role,
  title: row.title,
  state: postState(row),
  proposedByName: row.proposed_by_name,
  proposedAt: row.proposed_at.toISOString(),
  authorisedByName: row.authorised_by_name,
  authorisedAt: row.authorised_at?.toISOString() ?? null,
  endedAt: row.ended_at?.toISOString() ?? null,
});

/** All posts of one person, newest first. */
export const postsOfPerson = async (db: Db, personId: string): Promise<Post[]> => {
  const rows = await withNames(db, postsIn(db).where('person_id', '=', personId))
    .orderBy('post.proposed_at', 'desc')
    .execute();
  return rows.map(presentPost);
};

/** The same states as `postState`, for the database. */
const inState = (posts: Posts, state: Post['state']): Posts =>
  posts
    .where('ended_at', state === 'proposed' || state === 'active' ? 'is' : 'is not', null)
    .where('authorised_at', state === 'proposed' || state === 'refused' ? 'is' : 'is not', null);

const waitingFirst = sql`post.authorised_at is null and post.ended_at is null`;

/** The posts at the agencies that a caller may see them of: those to be authorised first, then the newest. */
export const listPosts = async (
  db: Db,
  caller: Caller,
  { page, size, agencyId, state }: ListPosts,
): Promise<{ readonly items: Post[]; readonly total: number }> => {
  const reach = await reachableAgencies(db, caller, 'post.view');
  let posts = postsIn(db).where('agency_id', '=', sql<string>`any(${reach}::uuid[])`);
  if (agencyId !== undefined) posts = posts.where('agency_id', '=', agencyId);
  if (state !== undefined) posts = inState(posts, state);
  const shown = posts
    .orderBy(waitingFirst, 'desc')
    .orderBy('proposed_at', 'desc')
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size);
  const items = await withNames(db, shown)
    .orderBy(waitingFirst, 'desc')
    .orderBy('post.proposed_at', 'desc')
    .orderBy('post.id')
    .execute();
  const { total } = await posts
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { items: items.map(presentPost), total };
};
