import { sql } from 'kysely';
import type { Db } from '../database/open-database.ts';
import type { JobDefinition } from './job-definition.ts';
import { jobSchema } from './job-schema.ts';

/** How many jobs of a kind there are in each state; finished ones are kept for two weeks. */
export interface JobQueueState {
  readonly name: string;
  readonly title: string;
  readonly schedule: string | null;
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
  readonly completed: number;
  readonly lastCompletedAt: Date | null;
}

export interface FailedJobState {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly createdAt: Date;
  readonly failedAt: Date | null;
  readonly attempts: number;
  readonly problem: string | null;
}

/** Failed jobs that are shown, newest first. */
const mostFailed = 100;

const job = sql.table(`${jobSchema}.job`);

/** Counts of jobs by kind and state, as the metrics show them. */
export const countJobs = async (
  db: Db,
): Promise<readonly { readonly name: string; readonly state: string; readonly count: number }[]> =>
  (
    await sql<{ name: string; state: string; count: number }>`
      select name, state::text as state, count(*) as count from ${job} group by name, state`.execute(db)
  ).rows;

/** What the administrators' page on jobs shows. */
export const readJobs = async (
  db: Db,
  definitions: readonly JobDefinition[],
): Promise<{ readonly queues: readonly JobQueueState[]; readonly failed: readonly FailedJobState[] }> => {
  const { rows } = await sql<Omit<JobQueueState, 'title' | 'schedule'>>`
    select name, count(*) filter (where state in ('created', 'retry')) as waiting,
      count(*) filter (where state = 'active') as active, count(*) filter (where state = 'failed') as failed,
      count(*) filter (where state = 'completed') as completed,
      max(completed_on) filter (where state = 'completed') as "lastCompletedAt"
    from ${job} group by name`.execute(db);
  const counts = new Map(rows.map((row) => [row.name, row]));
  const titles = new Map(definitions.map(({ name, title }) => [name, title]));
  const { rows: failed } = await sql<Omit<FailedJobState, 'title'>>`
    select id, name, created_on as "createdAt", completed_on as "failedAt", retry_count + 1 as attempts,
      output->>'message' as problem
    from ${job} where state = 'failed' order by completed_on desc nulls last limit ${mostFailed}`.execute(db);
  return {
    queues: definitions.map(({ name, title, schedule }) => ({
      name,
      title,
      schedule: schedule ?? null,
      waiting: 0,
      active: 0,
      failed: 0,
      completed: 0,
      lastCompletedAt: null,
      ...counts.get(name),
    })),
    failed: failed.map((row) => ({ ...row, title: titles.get(row.name) ?? row.name })),
  };
};
