import { sql } from 'kysely';
import type pg from 'pg';
import type { Db } from '../database/open-database.ts';
import type { WaitingJobTable } from '../database/tables.ts';
import { jobSchema } from './job-schema.ts';

/** The table that carries waiting jobs from a backup to the queue of the restored system. */
export const waitingJobTable = 'waiting_job';

/**
 * Reads the jobs that a backup takes along: all that aren't done, those under way too, since nobody knows how far they
 * came. One that waits for being given up begins again. Columns in the order given; none but the table's own where no
 * queue was ever opened on the database.
 */
export const selectWaitingJobs = async (
  client: pg.ClientBase,
  columns: readonly string[],
): Promise<string> => {
  const kept = `select ${columns.join(', ')} from ${waitingJobTable}`;
  const { rows } = await client.query('select 1 where to_regclass($1) is not null', [`${jobSchema}.job`]);
  if (rows.length === 0) return kept;
  return `${kept} union all select ${columns.join(', ')} from (
    select coalesce(source_name, name) as name, coalesce(data, '{}') as data,
      coalesce(singleton_key, id::text) as once_key, start_after
    from ${jobSchema}.job where state in ('created', 'retry', 'active') and not starts_with(name, '__pgboss')
  ) waiting`;
};

/** Takes the jobs of the kinds named out of the table, in the caller's transaction. */
export const takeWaitingJobs = async (
  db: Db,
  names: readonly string[],
): Promise<readonly WaitingJobTable[]> =>
  (
    await sql<WaitingJobTable>`
      delete from ${sql.table(waitingJobTable)} where name = any(${names}) returning *`.execute(db)
  ).rows;
