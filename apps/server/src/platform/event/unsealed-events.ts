import { sql } from 'kysely';
import type { Db } from '../database/open-database.ts';

/** More aren't counted. */
const most = 100_000;

/** Events that have no link yet: how many, and since when the oldest waits. */
export const readUnsealed = async (
  db: Db,
): Promise<{ readonly count: number; readonly oldestAt: Date | null }> => {
  const { rows } = await sql<{ count: number; oldestAt: Date | null }>`
    select count(*) as count, min(at) as "oldestAt" from (
      select e.at from event e
      where e.xid >= (select sealed_before from event_chain_head)
        and not exists (select from event_link l where l.event_id = e.id)
      limit ${most}
    ) unsealed`.execute(db);
  return rows[0]!;
};
