import { sql } from 'kysely';
import type { Db } from '../database/open-database.ts';
import { readChainHead } from './seal-events.ts';

/** More aren't counted. */
const most = 100_000;

/** Events that have no link yet: how many, and since when the oldest waits. */
export const readUnsealed = async (
  db: Db,
): Promise<{ readonly count: number; readonly oldestAt: Date | null }> => {
  // Asked apart and given as a value: only so the database sees how few events lie behind it.
  const { sealed_before } = await readChainHead(db);
  const { rows } = await sql<{ count: number; oldestAt: Date | null }>`
    select count(*) as count, min(at) as "oldestAt" from (
      select e.at from event e
      where e.xid >= ${sealed_before}::xid8
        and not exists (select from event_link l where l.event_id = e.id)
      order by e.xid, e.id limit ${most}
    ) unsealed`.execute(db);
  return rows[0]!;
};
