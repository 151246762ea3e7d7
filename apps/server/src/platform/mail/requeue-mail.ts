import { sql } from 'kysely';
import { jobSchema } from '../job/job-schema.ts';
import type { Spine } from '../spine.ts';
import { sendMailName } from './queue-mail.ts';

/** What waited longer is no longer news. */
const longestWait = 3 * 24 * 60 * 60 * 1000;

const job = sql.table(`${jobSchema}.job`);

/**
 * Gives mails that wait without a job one again: once a mail server or sender is set where there was none. Returns
 * how many.
 */
export const requeueMail = ({ db, jobs, now }: Pick<Spine, 'db' | 'jobs' | 'now'>): Promise<number> =>
  db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: string }>`
      select m.id from mail m
      where m.state = 'waiting' and m.created_at > ${new Date(now().getTime() - longestWait)}
        and not exists (
          select from ${job} j where j.name = ${sendMailName} and j.data->>'mail' = m.id::text
            and j.state in ('created', 'retry', 'active')
        )
      order by m.created_at limit 1000`.execute(trx);
    for (const { id } of rows) await jobs.enqueue(trx, sendMailName, { mail: id }, { onceKey: id });
    return rows.length;
  });
