import { type Action, reachOf } from '@gongkai/contract';
import { sql } from 'kysely';
import type { Db } from '../platform/database/open-database.ts';
import type { Caller } from './caller.ts';
import { rolesFor } from './permit.ts';

/** The agencies whose things a caller may do an action to: what a list may show. */
export const reachableAgencies = async (
  db: Db,
  caller: Caller,
  action: Action,
): Promise<readonly string[]> => {
  const { own, ownAndBelow } = reachOf(rolesFor(caller, action), action);
  if (ownAndBelow.length === 0) return own;
  const { rows } = await sql<{ id: string }>`
    with recursive reach (id) as (
      select id from agency where id = any(${ownAndBelow}::uuid[])
      union
      select a.id from agency a join reach on a.parent_id = reach.id
    )
    select id from reach union select unnest(${own}::uuid[])`.execute(db);
  return rows.map(({ id }) => id);
};
