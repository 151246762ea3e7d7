import { sql } from 'kysely';
import type { Db } from '../platform/database/open-database.ts';

/** Rows removed in one statement, so that no lock is held for long. */
const batchSize = 5_000;

/** What is kept for a while only: a table's rows older than so many days, by a column of time. */
const shortLived = [
  // A sender that tries again does so within minutes, not weeks.
  { table: 'done_once', column: 'at', days: 7, where: 'true' },
  { table: 'rate_bucket', column: 'at', days: 1, where: 'true' },
  // Personal data that has done its work; what waits stays.
  { table: 'mail', column: 'created_at', days: 90, where: "state <> 'waiting'" },
  // Who was signed in when stands in the record of events.
  { table: 'session', column: 'ends_at', days: 30, where: 'true' },
  { table: 'notification', column: 'created_at', days: 365, where: 'read_at is not null' },
] as const;

/** Removes what has served its purpose: keys of acts done once, sent mails, read notifications. Returns how many. */
export const cleanUp = async (db: Db, now: Date): Promise<number> => {
  let removed = 0;
  for (const { table, column, days, where } of shortLived) {
    const before = new Date(now.getTime() - days * 24 * 60 * 60 * 1000);
    let count: bigint;
    do {
      const { numAffectedRows = 0n } = await sql`
        delete from ${sql.table(table)} where ctid in (
          select ctid from ${sql.table(table)}
          where ${sql.ref(column)} < ${before} and ${sql.raw(where)} limit ${batchSize}
        )`.execute(db);
      count = numAffectedRows;
      removed += Number(count);
    } while (count === BigInt(batchSize));
  }
  return removed;
};
